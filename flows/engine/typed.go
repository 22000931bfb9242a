package engine

import (
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/cycle"
	"visesbot/flows/entry"
	"visesbot/flows/form"
	"visesbot/flows/group"
	"visesbot/flows/learning"
	"visesbot/flows/library"
	"visesbot/flows/parse"
	"visesbot/flows/question"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// typed takes what was typed to whatever is on the table.
func typed(t *talk.Turn) {
	said := readCommand(t)
	cmd, arg, isCmd := said.Command, said.Arg, said.Verdict == parse.Known
	switch {
	case typedInGroup(t):
	case t.Session.Dossier == "":
		typedOutside(t, isCmd && cmd == parse.Language, arg)
	case t.Session.Lang == "" || t.Session.Person == "":
		typedLanguage(t)
	case said.Slash && !isCmd:
		strangeCommand(t, said)
	case isCmd && cmd == parse.Language && (t.Session.Mode == flows.Agreeing || t.Session.Asked == flows.ExpectName):
		changeLanguage(t, arg)
	case t.Session.Mode == flows.Agreeing && t.Session.Asked != flows.ExpectName:
		entry.ReadConsent(t)
	case t.Session.Asked == flows.ExpectName && isCmd:
		entry.AskName(t)
	case t.Session.Asked == flows.ExpectName:
		entry.ReadName(t)
	case isCmd && eitherWay(t, said):
		askCommand(t, cmd)
	case isCmd && obeys(t, cmd):
		obey(t, cmd, arg)
	default:
		typedInside(t)
	}
}

// typedLanguage understands the name of a language.
func typedLanguage(t *talk.Turn) {
	if lang := languageNamed(t.Event.Text); lang != "" {
		entry.ChooseLanguage(t, lang)
		return
	}
	entry.SettledIn(t)
}

func typedOutside(t *talk.Turn, isLanguage bool, arg string) {
	if lang := languageNamed(arg); isLanguage && lang != "" {
		t.Session.Lang = lang
	} else if lang := languageNamed(t.Event.Text); lang != "" {
		t.Session.Lang = lang
	}
	entry.Uninvited(t)
}

func languageNamed(s string) string {
	ids, rest := parse.Choices(s, "en", []parse.Option{
		{ID: "fr", Label: "Français", Also: []string{"fr", "french", "frans"}},
		{ID: "nl", Label: "Nederlands", Also: []string{"nl", "dutch", "néerlandais"}},
		{ID: "en", Label: "English", Also: []string{"en", "anglais", "engels"}},
	})
	if len(ids) != 1 || len(rest) > 0 {
		return ""
	}
	return ids[0]
}

// obeys tells whether a word that is an instruction is one here: where free
// text is asked for, or options are named like it, a bare word is the answer.
func obeys(t *talk.Turn, cmd parse.Command) bool {
	if strings.HasPrefix(strings.TrimSpace(t.Event.Text), "/") {
		return true
	}
	q := t.Asking()
	if inOwnWords(t, q) && hasLetter(t.Event.Text) {
		return aboutQuestion(cmd, strings.Contains(strings.TrimSpace(t.Event.Text), " "))
	}
	if q != nil && (cmd == parse.Link || cmd == parse.Report || cmd == parse.Term || cmd == parse.Library || cmd == parse.Frameworks || cmd == parse.Group) {
		return false // a library may well be a stakeholder
	}
	if q == nil || len(q.Options) == 0 && q.Type != form.Ref {
		return true
	}
	ids, rest := parse.Choices(t.Event.Text, t.Lang(), question.Options(t, q, t.Session.Place))
	return len(ids) == 0 || len(rest) > 0
}

func typedInside(t *talk.Turn) {
	switch {
	case t.Session.Asked != "":
		readExpected(t)
	case pressMenu(t):
	case t.Session.Mode == flows.Studying:
		learning.TypedStudying(t)
	case question.Numbered(t, t.Event.Text):
	case t.Asking() != nil:
		question.ReadAnswer(t)
	default:
		typedHome(t)
	}
}

// obey carries out an instruction.
func obey(t *talk.Turn, cmd parse.Command, arg string) {
	if obeyPlace(t, cmd) || obeyHere(t, cmd) {
		return
	}
	t.Session.Asked = ""
	switch cmd {
	case parse.Help:
		cycle.Help(t)
	case parse.Next:
		question.GoOn(t)
	case parse.Back:
		question.Back(t)
	case parse.Later, parse.Pause, parse.Stop:
		reminder.Later(t, "")
	case parse.Review:
		cycle.Review(t, "")
	case parse.Change:
		question.ChangeNamed(t, arg)
	case parse.Language:
		changeLanguage(t, arg)
	case parse.Progress:
		cycle.Progress(t)
	case parse.Calendar:
		cycle.Calendar(t, "")
	case parse.Reminders:
		reminder.Reminders(t, "")
	case parse.Path:
		cycle.Path(t, "")
	case parse.Sharing:
		group.Sharing(t)
	case parse.Modules:
		learning.ModulesNamed(t, arg)
	case parse.Invite:
		entry.Invite(t, "")
	case parse.Link:
		entry.Link(t)
	case parse.Report:
		cycle.Report(t)
	default:
		obeyShelf(t, cmd, arg)
	}
}

// obeyShelf opens what stands beside the questions and modules.
func obeyShelf(t *talk.Turn, cmd parse.Command, arg string) {
	switch cmd {
	case parse.Term:
		library.LookUp(t, arg)
	case parse.Library:
		library.LibraryNamed(t, arg)
	case parse.Frameworks:
		library.Frameworks(t)
	case parse.Group:
		group.PressedPeer(t, "group", "")
	default:
		cycle.Home(t)
	}
}

// obeyPlace carries out an instruction about the question on the table.
func obeyPlace(t *talk.Turn, cmd parse.Command) bool {
	verbs := map[parse.Command]string{
		parse.Skip: flows.AtSkip, parse.Unknown: flows.AtUnknown, parse.NotApplicable: flows.AtNotApp,
		parse.AskOther: flows.AtOther, parse.Why: flows.AtWhy, parse.Feedback: flows.AtComment, parse.Done: flows.AtDone,
	}
	verb, ok := verbs[cmd]
	if !ok {
		return false
	}
	if t.Session.Mode == flows.Studying && cmd == parse.Feedback && t.Session.Module != nil {
		question.CommentModule(t, t.Session.Module.ID)
		return true
	}
	if t.Session.Mode == flows.Studying {
		learning.NextBlock(t, "")
		return true
	}
	if t.Asking() == nil {
		cycle.Home(t)
		return true
	}
	t.Session.Asked = ""
	question.Pressed(t, verb, t.Session.Place, "")
	return true
}

// obeyHere carries out an instruction that means something else on the card
// just shown: back from an aside leads to its question, and next below a
// lesson to the next lesson.
func obeyHere(t *talk.Turn, cmd parse.Command) bool {
	switch {
	case cmd == parse.Back && t.Asking() != nil && (t.Session.Asked != "" || len(t.Session.Menu) > 0):
		question.AskPlace(t, t.Session.Place)
	case cmd == parse.Next && t.Session.Mode == flows.Studying && t.Session.Module != nil:
		learning.NextBlock(t, strconv.Itoa(t.Session.Module.Block))
	case cmd == parse.Stop && t.Session.Mode == flows.Reviewing:
		return pressMenu(t) // "afsluiten" is also the button that closes the step
	default:
		return false
	}
	return true
}

func changeLanguage(t *talk.Turn, arg string) {
	if lang := languageNamed(arg); lang != "" {
		entry.ChooseLanguage(t, lang)
		return
	}
	entry.OfferLanguages(t)
}

// typedInGroup does what a group may ask for: to vote, to have a word explained;
// false when something else was said. What else is a command is for the talk of
// whoever typed it.
func typedInGroup(t *talk.Turn) bool {
	if !t.InGroup() {
		return false
	}
	said := parse.ReadCommand(t.Event.Text, t.Script.Commands.Words(flows.InGroup))
	if !said.Slash {
		return false
	}
	switch {
	case said.Is(parse.Poll):
		learning.AskRoom(t, said.Arg)
	case said.Is(parse.Term):
		library.ExplainToRoom(t, said.Arg)
	default:
		return false
	}
	return true
}
