package flows

import (
	"strconv"
	"strings"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// said takes what was typed to whatever is on the table.
func (st *step) said() {
	typed := st.instruction()
	cmd, arg, isCmd := typed.Command, typed.Arg, typed.Verdict == parse.Known
	switch {
	case st.saidInGroup():
	case st.s.Dossier == "":
		st.saidOutside(isCmd && cmd == parse.Language, arg)
	case st.s.Lang == "" || st.s.Person == "":
		st.saidLanguage()
	case typed.Slash && !isCmd:
		st.strangeCommand(typed)
	case isCmd && cmd == parse.Language && (st.s.Mode == Agreeing || st.s.Asked == asideName):
		st.changeLanguage(arg)
	case st.s.Mode == Agreeing && st.s.Asked != asideName:
		st.readConsent()
	case st.s.Asked == asideName && isCmd:
		st.askName()
	case st.s.Asked == asideName:
		st.readName()
	case isCmd && st.obeys(cmd):
		st.obey(cmd, arg)
	default:
		st.saidInside()
	}
}

// saidLanguage understands the name of a language.
func (st *step) saidLanguage() {
	if lang := languageNamed(st.ev.Text); lang != "" {
		st.chooseLanguage(lang)
		return
	}
	st.settledIn()
}

func (st *step) saidOutside(isLanguage bool, arg string) {
	if lang := languageNamed(arg); isLanguage && lang != "" {
		st.s.Lang = lang
	} else if lang := languageNamed(st.ev.Text); lang != "" {
		st.s.Lang = lang
	}
	st.uninvited()
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
func (st *step) obeys(cmd parse.Command) bool {
	if strings.HasPrefix(strings.TrimSpace(st.ev.Text), "/") {
		return true
	}
	q := st.asking()
	if q != nil && (cmd == parse.Link || cmd == parse.Term || cmd == parse.Library || cmd == parse.Frameworks || cmd == parse.Group) {
		return false // a library may well be a stakeholder
	}
	if q == nil || len(q.Options) == 0 && q.Type != form.Ref {
		return true
	}
	ids, rest := parse.Choices(st.ev.Text, st.lang(), st.options(q, st.s.Place))
	return len(ids) == 0 || len(rest) > 0
}

// asking is the question on the table, if there is one.
func (st *step) asking() *form.Question {
	if st.s.Mode != Answering || st.s.Place == "" {
		return nil
	}
	q, _ := st.script.Questionnaire.Question(st.s.Place.Question())
	return q
}

func (st *step) saidInside() {
	switch {
	case st.s.Asked != "":
		st.readAside()
	case st.pressMenu():
	case st.s.Mode == Studying:
		st.saidStudying()
	case st.numbered(st.ev.Text):
	case st.asking() != nil:
		st.readAnswer()
	default:
		st.saidHome()
	}
}

// obey carries out an instruction.
func (st *step) obey(cmd parse.Command, arg string) {
	if st.obeyPlace(cmd) || st.obeyHere(cmd) {
		return
	}
	st.s.Asked = ""
	switch cmd {
	case parse.Help:
		st.help()
	case parse.Next:
		st.goOn()
	case parse.Back:
		st.back()
	case parse.Later, parse.Pause, parse.Stop:
		st.later("")
	case parse.Review:
		st.review("")
	case parse.Change:
		st.changeNamed(arg)
	case parse.Language:
		st.changeLanguage(arg)
	case parse.Progress:
		st.progress()
	case parse.Calendar:
		st.calendar("")
	case parse.Reminders:
		st.reminders("")
	case parse.Path:
		st.path("")
	case parse.Sharing:
		st.sharing()
	case parse.Modules:
		st.modulesNamed(arg)
	case parse.Invite:
		st.invite("")
	case parse.Link:
		st.link()
	default:
		st.obeyShelf(cmd, arg)
	}
}

// obeyShelf opens what stands beside the questions and modules.
func (st *step) obeyShelf(cmd parse.Command, arg string) {
	switch cmd {
	case parse.Term:
		st.lookUp(arg)
	case parse.Library:
		st.libraryNamed(arg)
	case parse.Frameworks:
		st.frameworks()
	case parse.Group:
		st.pressedPeer("group", "")
	default:
		st.home()
	}
}

// obeyPlace carries out an instruction about the question on the table.
func (st *step) obeyPlace(cmd parse.Command) bool {
	verbs := map[parse.Command]string{
		parse.Skip: vSkip, parse.Unknown: vUnknown, parse.NotApplicable: vNotApp,
		parse.AskOther: vOther, parse.Why: vWhy, parse.Feedback: vComment, parse.Done: vDone,
	}
	verb, ok := verbs[cmd]
	if !ok {
		return false
	}
	if st.s.Mode == Studying && cmd == parse.Feedback && st.s.Module != nil {
		st.commentModule(st.s.Module.ID)
		return true
	}
	if st.s.Mode == Studying {
		st.nextBlock("")
		return true
	}
	if st.asking() == nil {
		st.home()
		return true
	}
	st.s.Asked = ""
	st.pressedAt(verb, st.s.Place, "")
	return true
}

// obeyHere carries out an instruction that means something else on the card
// just shown: back from an aside leads to its question, and next below a
// lesson to the next lesson.
func (st *step) obeyHere(cmd parse.Command) bool {
	switch {
	case cmd == parse.Back && st.asking() != nil && (st.s.Asked != "" || len(st.s.Menu) > 0):
		st.askPlace(st.s.Place)
	case cmd == parse.Next && st.s.Mode == Studying && st.s.Module != nil:
		st.nextBlock(strconv.Itoa(st.s.Module.Block))
	case cmd == parse.Stop && st.s.Mode == Reviewing:
		return st.pressMenu() // "afsluiten" is also the button that closes the step
	default:
		return false
	}
	return true
}

func (st *step) changeLanguage(arg string) {
	if lang := languageNamed(arg); lang != "" {
		st.chooseLanguage(lang)
		return
	}
	st.offerLanguages()
}

// keepDraft keeps what was typed and led to nothing.
func (st *step) keepDraft() {
	if st.ev.Text == "" {
		return
	}
	drafts := append([]Draft{}, st.s.Drafts...)
	text := clip(strings.ToValidUTF8(st.ev.Text, "\uFFFD"), maxDraft)
	drafts = append(drafts, Draft{Place: st.s.Place, Text: text, At: st.ev.At})
	st.s.Drafts = drafts[max(0, len(drafts)-maxDrafts):]
}

// maxDrafts bounds how many drafts a session keeps, the oldest go first; and
// maxDraft how many characters of each.
const (
	maxDrafts = 20
	maxDraft  = 2 * form.MaxLongText
)
