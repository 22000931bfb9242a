package question

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// offerDelegates hands a question to somebody else: first asks to whom, then does it.
func offerDelegates(t *talk.Turn, q *form.Question, p form.Place, to string) {
	if !mayHand(q) {
		AskPlace(t, p)
		return
	}
	if to != "" {
		delegate(t, q, p, to)
		return
	}
	c, adds, ok := t.Script.Questionnaire.Respondents()
	if !ok {
		AskPlace(t, p)
		return
	}
	var rows [][]flows.Button
	for _, r := range t.Dossier.Items(c, "") {
		if string(r) != t.Session.Respondent && !hasLeft(t, r) {
			rows = append(rows, talk.Row(talk.Button(t.Named(r), flows.PressAt(flows.AtOther, p, string(r)))))
		}
	}
	say := "other.whom"
	if len(rows) == 0 {
		say = "other.nobody"
		rows = append(rows, talk.Row(talk.Button(t.Word("other.add"), flows.PressAt(flows.AtShow, form.Place(adds.ID), ""))))
	}
	rows = append(rows, talk.Row(talk.Quiet("‹ "+t.Word("back.question"), flows.PressAt(flows.AtShow, p, flows.ArgHere))))
	t.AnswerTo(flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word(say)}}, Buttons: rows})
}

// mayHand tells whether a question may be handed on: not one that everybody
// answers for themselves, nor one that is kept for a role.
func mayHand(q *form.Question) bool { return q.Respond != form.Each && len(q.For) == 0 }

// notifyReturn tells whoever handed a question over that it is answered.
func notifyReturn(t *talk.Turn, a form.Answer) {
	for _, w := range t.Dossier.Head().Waiting {
		if w.Place == a.Place && w.To != "" && w.To != t.Session.Respondent && a.State == form.Given {
			notifyRespondent(t, w.To, flows.Note{Kind: flows.NoteTaken, From: t.Session.Respondent, Place: a.Place})
		}
		if w.Place != a.Place || w.To != t.Session.Respondent || w.From == "" || a.State == form.Delegated {
			continue
		}
		notifyRespondent(t, w.From, flows.Note{Kind: flows.NoteReturned, From: t.Session.Respondent, Place: a.Place})
	}
}
