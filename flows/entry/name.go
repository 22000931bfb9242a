package entry

import (
	"slices"
	"strings"
	"unicode/utf8"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// AskName asks who is there: one of those a colleague has named, or somebody new.
func AskName(t *talk.Turn) {
	t.Expect(flows.Expects{Kind: flows.ExpectName})
	var rows [][]flows.Button
	for _, p := range unclaimed(t) {
		if t.Guest() {
			break // the names are those of colleagues
		}
		rows = append(rows, talk.Row(talk.Button(t.Named(p), flows.Press(flows.VerbIAm, string(p)))))
	}
	t.Ask(flows.Card{
		Lines: []flows.Line{
			{Style: flows.Heading, Text: t.Word("name.ask")},
			{Style: flows.Hint, Text: t.Word("name.help")},
		},
		Buttons: rows, Input: flows.LineInput,
	})
}

// unclaimed lists the respondents that nobody has joined as.
func unclaimed(t *talk.Turn) []form.Path {
	c, _, ok := t.Script.Questionnaire.Respondents()
	if !ok {
		return nil
	}
	var out []form.Path
	for _, p := range t.Dossier.Items(c, "") {
		if t.Dossier.PersonOf(string(p)) == nil && t.Dossier.Delegate(string(p)) == "" {
			out = append(out, p)
		}
	}
	return out
}

// iAm takes the person at their word: they are this respondent.
func iAm(t *talk.Turn, path string) {
	if !t.Expecting(flows.ExpectName) || t.Dossier == nil || t.Dossier.Item(form.Path(path)) == nil || t.Dossier.PersonOf(path) != nil {
		if SettledIn(t) {
			t.Ways.Home(t)
		}
		return
	}
	t.Dossier.Claim(t.Session.Person, form.Path(path))
	entered(t, form.Path(path))
}

// ReadName takes what was typed for the person's name. What looks like something
// else is asked about first.
func ReadName(t *talk.Turn) {
	switch read := parse.Name(t.Event.Text, t.Lang()); read.Kind {
	case parse.IsName:
		enrol(t, read.Name)
	case parse.IsNumber, parse.IsSign, parse.IsAsked:
		AskName(t)
	default:
		confirmName(t, read.Name)
	}
}

// named takes the name of a button that asked whether it is one.
func named(t *talk.Turn, name string) {
	if !t.Expecting(flows.ExpectName) || t.Dossier == nil {
		SettledIn(t)
		return
	}
	name, _ = parse.Clean(strings.Join(strings.Fields(flows.PressedWords(name)), " "))
	enrol(t, name)
}

// confirmName asks whether that is the name; another may be typed.
func confirmName(t *talk.Turn, name string) {
	press, ok := flows.PressName(name)
	if !ok {
		AskName(t)
		return
	}
	t.Ask(flows.Card{
		Lines: []flows.Line{
			{Style: flows.Body, Text: t.Word("name.doubt", "name", name)},
			{Style: flows.Heading, Text: t.Word("name.ask")},
			{Style: flows.Hint, Text: t.Word("name.help")},
		},
		Buttons: [][]flows.Button{talk.Row(talk.Button(t.Word("name.yes", "name", name), press))}, Input: flows.LineInput,
	})
}

func enrol(t *talk.Turn, name string) {
	if name == "" || utf8.RuneCountInString(name) > form.MaxLabel {
		AskName(t)
		return
	}
	path, err := t.Dossier.Enrol(t.Session.Person, name, t.Author())
	if err != nil {
		t.Tell(t.Word("name.full"))
		AskName(t)
		return
	}
	entered(t, path)
}

// entered keeps the consent under the respondent's own name and opens the door.
func entered(t *talk.Turn, path form.Path) {
	t.Session.Respondent = string(path)
	t.ExpectNothing()
	if a := roleAnswer(t, path); a != "" && !t.Guest() {
		t.Session.Role = a
	}
	t.Dossier.Join(person(t))
	recordConsent(t, "yes")
	recordSelf(t, "lang", t.Lang())
	recordSelf(t, "channel", t.Event.Channel)
	t.Tell(t.Word("name.thanks", "name", t.Named(path)))
	if t.Session.Mode == flows.Studying { // the exercise of a module waits
		t.Ways.ShowBlock(t)
		return
	}
	t.Move(flows.MoveAgreed, flows.Home)
	t.Ways.Home(t)
}

// recordSelf answers for the person what the talk itself shows, where the
// questionnaire asks it of each respondent and offers that answer.
func recordSelf(t *talk.Turn, name, value string) {
	q := respondentQuestion(t, name)
	if q == nil || !slices.ContainsFunc(q.Options, func(o form.Option) bool { return o.ID == value }) {
		return
	}
	place := form.At(q.ID, form.Path(t.Session.Respondent))
	if t.Dossier.Status(place).Open() {
		t.Dossier.Put(form.Answer{Place: place, State: form.Given, Value: form.Value{Choices: []string{value}}, Author: t.Author()})
	}
}

// roleAnswer is the role that was answered for a respondent, by anybody.
func roleAnswer(t *talk.Turn, path form.Path) string {
	q := respondentQuestion(t, "role")
	if q == nil {
		return ""
	}
	a := t.Dossier.Answer(form.At(q.ID, path))
	if a == nil || len(a.Value.Choices) == 0 {
		return ""
	}
	return a.Value.Choices[0]
}

// respondentQuestion is the question of that name which is asked of each respondent.
func respondentQuestion(t *talk.Turn, name string) *form.Question {
	c, _, ok := t.Script.Questionnaire.Respondents()
	if !ok {
		return nil
	}
	for _, q := range t.Script.Questionnaire.Questions() {
		if q.Name == name && len(q.Loop) == 1 && q.Loop[0] == c {
			return q
		}
	}
	return nil
}

// KeepRole keeps the person's role in step with what was answered about them.
func KeepRole(t *talk.Turn, p form.Place) {
	q := respondentQuestion(t, "role")
	if q == nil || p.Question() != q.ID || string(p.Path()) != t.Session.Respondent {
		return
	}
	if role := roleAnswer(t, p.Path()); role != "" && !t.Guest() {
		t.Session.Role = role
		t.Dossier.Join(person(t))
	}
}
