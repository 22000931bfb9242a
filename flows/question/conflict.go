package question

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// another is somebody else's answer that came after this person saw the place.
func another(t *talk.Turn, p form.Place, v form.Value) *form.Answer {
	a := t.Dossier.Answer(p)
	if a == nil || a.Archived || a.State != form.Given {
		return nil
	}
	if a.Revision == t.Session.Revision && t.Session.Place == p && !t.Guest() {
		return nil
	}
	if a.Author.Person == t.Session.Person || sameValue(a.Value, v) {
		return nil
	}
	return a
}

func sameValue(a, b form.Value) bool {
	sameNumber := (a.Number == nil) == (b.Number == nil) && (a.Number == nil || *a.Number == *b.Number)
	return sameNumber && a.Text == b.Text && a.Unit == b.Unit && a.Date.Equal(b.Date) && a.Until.Equal(b.Until) &&
		slices.Equal(a.Choices, b.Choices) && slices.Equal(a.Files, b.Files)
}

// offerConflict shows both answers and lets the second person choose.
func offerConflict(t *talk.Turn, q *form.Question, p form.Place, mine form.Value, theirs *form.Answer) {
	t.Session.Held, t.Session.Place, t.Session.Revision = &mine, p, theirs.Revision
	who := t.ByWhom(theirs.Author)
	rows := [][]flows.Button{talk.Row(talk.Button(t.Word("conflict.take", "who", who), flows.PressAt(flows.AtTake, p, "")))}
	if !t.Guest() { // a delegate's answer stands beside the enterprise's, never in its place
		rows = append(rows, talk.Row(talk.Button(t.Word("conflict.keep"), flows.PressAt(flows.AtMine, p, ""))))
	}
	rows = append(rows, talk.Row(talk.Button(t.Word("conflict.differ"), flows.PressAt(flows.AtDiffer, p, ""))))
	t.AnswerTo(flows.Card{
		Lines: []flows.Line{
			{Style: flows.Heading, Text: t.ShortText(q, p)},
			{Style: flows.Body, Text: t.Word("conflict", "who", who)},
			ownLine(t, flows.Own, t.Dossier.Show(theirs, t.Lang()), theirs),
			{Style: flows.Hint, Text: t.Word("conflict.mine")},
			{Style: flows.Own, Text: t.Dossier.ShowValue(p, mine, t.Lang())},
		},
		Buttons: rows,
	})
}

// choose settles a conflict.
func choose(t *talk.Turn, q *form.Question, p form.Place, verb flows.Verb) {
	if t.Session.Held == nil || t.Session.Place != p {
		oldButton(t, q, p)
		return
	}
	held := *t.Session.Held
	switch verb {
	case flows.AtTake:
	case flows.AtMine:
		if t.Guest() {
			AskPlace(t, p)
			return
		}
		notifyOverruled(t, p)
		answer(t, q, p, held)
		return
	case flows.AtDiffer:
		notifyOverruled(t, p)
		t.Dossier.Differ(p, held, t.Author())
	}
	t.Session.Held = nil
	settled(t, q, p)
}

// notifyOverruled tells whoever answered before that another answer stands there
// now, or beside theirs.
func notifyOverruled(t *talk.Turn, p form.Place) {
	a := t.Dossier.Answer(p)
	if a == nil {
		return
	}
	if first := t.Dossier.Person(a.Author.Person); first != nil {
		t.Notify(first.Address, flows.Note{Kind: flows.NoteOverruled, From: t.Session.Respondent, Place: p})
	}
}
