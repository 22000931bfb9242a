package flows

import (
	"slices"

	"visesbot/flows/form"
)

// another is somebody else's answer that came after this person saw the place.
func (st *step) another(p form.Place, v form.Value) *form.Answer {
	a := st.d.Answer(p)
	if a == nil || a.Archived || a.State != form.Given {
		return nil
	}
	if a.Revision == st.s.Revision && st.s.Place == p && !st.guest() {
		return nil
	}
	if a.Author.Person == st.s.Person || sameValue(a.Value, v) {
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
func (st *step) offerConflict(q *form.Question, p form.Place, mine form.Value, theirs *form.Answer) {
	st.s.Held, st.s.Place, st.s.Revision = &mine, p, theirs.Revision
	who := st.byWhom(theirs.Author)
	rows := [][]Button{row(button(st.word("conflict.take", "who", who), data(vTake, p, "")))}
	if !st.guest() { // a delegate's answer stands beside the enterprise's, never in its place
		rows = append(rows, row(button(st.word("conflict.keep"), data(vMine, p, ""))))
	}
	rows = append(rows, row(button(st.word("conflict.differ"), data(vDiffer, p, ""))))
	st.answerTo(Card{
		Lines: []Line{
			{Style: Heading, Text: st.shortText(q, p)},
			{Style: Body, Text: st.word("conflict", "who", who)},
			st.ownLine(Own, st.d.Show(theirs, st.lang()), theirs),
			{Style: Hint, Text: st.word("conflict.mine")},
			{Style: Own, Text: st.d.ShowValue(p, mine, st.lang())},
		},
		Buttons: rows,
	})
}

// choose settles a conflict.
func (st *step) choose(q *form.Question, p form.Place, verb string) {
	if st.s.Held == nil || st.s.Place != p {
		st.oldButton(q, p)
		return
	}
	held := *st.s.Held
	switch verb {
	case vTake:
	case vMine:
		if st.guest() {
			st.askPlace(p)
			return
		}
		st.tellOverruled(p)
		st.answer(q, p, held)
		return
	case vDiffer:
		st.tellOverruled(p)
		st.d.Differ(p, held, st.author())
	}
	st.s.Held = nil
	st.settled(q, p)
}

// tellOverruled tells whoever answered before that another answer stands there
// now, or beside theirs.
func (st *step) tellOverruled(p form.Place) {
	a := st.d.Answer(p)
	if a == nil {
		return
	}
	if first := st.d.Person(a.Author.Person); first != nil {
		st.tellOther(first.Address, Note{Kind: noteOverruled, From: st.s.Respondent, Place: p})
	}
}
