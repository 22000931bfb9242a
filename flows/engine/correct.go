package engine

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/question"
	"visesbot/flows/talk"
)

// missed takes what was written for something that is not on the table any more:
// it answers nothing, and the person is told. Instructions are obeyed all the
// same, and where nothing is asked, words cannot be taken for an answer.
func (e *Engine) missed(t *talk.Turn) {
	said := readCommand(t)
	switch {
	case t.InGroup() || t.Session.Dossier == "" && t.Session.Member == "":
		e.typed(t)
	case t.Session.Dossier != "" && said.Verdict == parse.Known && obeys(t, said.Command):
		e.typed(t)
	case t.Event.For != "":
		tellMoved(t)
	default:
		t.Say(flows.Card{Under: t.Event.Under, Lines: []flows.Line{{Style: flows.Body, Text: t.Word("missed.thread")}}})
	}
}

// tellMoved gives the words back, with the way to the question they were for.
func tellMoved(t *talk.Turn) {
	lines := []flows.Line{{Style: flows.Body, Text: t.Word("missed.moved")}}
	if text := talk.Clip(t.Event.Text, form.MaxLongText); text != "" {
		lines = append(lines, flows.Line{Style: flows.Own, Text: text})
	}
	rows := [][]flows.Button{t.GoHome()}
	dossier, rest, _ := strings.Cut(t.Event.For, "~")
	place, _, _ := strings.Cut(rest, "~")
	if _, known := t.Script.Questionnaire.Question(form.Place(place).Question()); known && dossier == t.Session.Dossier {
		rows = append([][]flows.Button{talk.Row(talk.Button(t.Word("missed.back"), flows.PressAt(flows.AtShow, form.Place(place), "")))}, rows...)
	}
	t.Say(flows.Card{Lines: lines, Buttons: rows})
}

// edited takes what somebody changed in a message of theirs: where their answer
// still is what they wrote there, it is taken again; else they are told how to
// change it.
func edited(t *talk.Turn) {
	q, p, ok := answeredBy(t)
	switch {
	case ok && q.Type != form.Repeat && !t.Dossier.IsClosed(q.Phase.ID):
		question.Correct(t, p)
	case ok:
		t.Tell(t.Word("edited.how"), talk.Row(talk.Button(t.Word("change"), flows.PressAt(flows.AtShow, p, ""))), t.GoHome())
	case t.MayAnswer():
		t.Tell(t.Word("edited.how"), talk.Row(talk.Button(t.Word("change"), flows.Press(flows.VerbChange))), t.GoHome())
	case t.Session.Dossier != "" || t.Session.Member != "":
		t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: t.Word("edited.again")}}})
	}
}

// deleted asks whether the answer is taken back with the message that gave it.
func deleted(t *talk.Turn) {
	q, p, ok := answeredBy(t)
	if !ok {
		return // it answered nothing
	}
	t.Say(flows.Card{
		Lines: []flows.Line{
			{Style: flows.Heading, Text: t.ShortText(q, p)},
			{Style: flows.Body, Text: t.Word("deleted.ask")},
			{Style: flows.Own, Text: t.Outcome(p)},
		},
		Buttons: [][]flows.Button{
			talk.Row(talk.Button(t.Word("deleted.yes"), flows.PressAt(flows.AtUnknown, p, flows.ArgBack))),
			talk.Row(talk.Primary(t.Word("deleted.no"), flows.Press(flows.VerbGo))),
		},
	})
}

// answeredBy is the question that a message answered, where that answer is still
// this person's own.
func answeredBy(t *talk.Turn) (*form.Question, form.Place, bool) {
	dossier, place, _ := strings.Cut(t.Event.For, "~")
	p := form.Place(place)
	if p == "" || dossier != t.Session.Dossier || !t.MayAnswer() {
		return nil, p, false
	}
	q, known := t.Script.Questionnaire.Question(p.Question())
	if !known || !t.Dossier.Has(p) || !t.Dossier.May(t.Free(), q, p.Path()) {
		return nil, p, false
	}
	a := t.Dossier.Answer(p)
	return q, p, a != nil && a.State == form.Given && !a.Archived && a.Author.Person == t.Session.Person
}
