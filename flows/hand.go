package flows

import (
	"slices"
	"time"

	"visesbot/flows/form"
)

// handTime is how long somebody has for a question that was handed to them
// before it is the asker's again as well.
const handTime = 7 * 24 * time.Hour

// hand gives a question to somebody else.
func (st *step) hand(q *form.Question, p form.Place, to string) {
	if to == st.s.Respondent || st.d.Item(form.Path(to)) == nil {
		st.askPlace(p)
		return
	}
	if st.hasLeft(form.Path(to)) {
		st.tell(st.word("other.left", "to", st.named(form.Path(to))))
		st.other(q, p, "")
		return
	}
	st.record(form.Answer{Place: p, State: form.Delegated, To: to, Author: st.author(), Due: st.morning(st.ev.At.Add(handTime))})
	st.tellRespondent(to, Note{Kind: noteHanded, From: st.s.Respondent, Place: p})
	if st.d.PersonOf(to) == nil && !st.guest() {
		st.tell(st.word("other.notyet", "to", st.named(form.Path(to))), row(button(st.word("invite"), bInvite+"~"+to)))
	}
	st.settled(q, p)
}

// hasLeft tells whether a respondent takes no part any more: off the list, or
// the agreement taken back.
func (st *step) hasLeft(r form.Path) bool {
	if it := st.d.Item(r); it == nil || it.Archived {
		return true
	}
	q := st.consentQuestion()
	if q == nil || len(q.Loop) == 0 {
		return false
	}
	a := st.d.Answer(form.At(q.ID, r))
	return a != nil && slices.Contains(a.Value.Choices, "no")
}

// giveBack returns a question that was handed to this person, unanswered.
func (st *step) giveBack(q *form.Question, p form.Place) {
	w := st.handedToMe(p)
	if w == nil {
		st.oldButton(q, p)
		return
	}
	st.returned(*w)
	st.tell(st.word("other.returned"))
	st.settled(q, p)
}

// returned makes a question the asker's again, or everybody's where the asker
// has left.
func (st *step) returned(w form.Waiting) {
	if w.From == "" || w.From == st.s.Respondent || st.hasLeft(form.Path(w.From)) {
		st.record(form.Answer{Place: w.Place, State: form.Unknown, Due: st.ev.At, Author: st.author()})
		return
	}
	st.record(form.Answer{Place: w.Place, State: form.Delegated, To: w.From, Author: st.author()})
	st.tellRespondent(w.From, Note{Kind: noteDeclined, From: st.s.Respondent, Place: w.Place})
}

// giveAllBack returns everything that waits for somebody who leaves.
func (st *step) giveAllBack() {
	for _, w := range slices.Clone(st.d.Head().Waiting) {
		if w.To != "" && w.To == st.s.Respondent {
			st.returned(w)
		}
	}
}

// handedToMe is the entry of a place that waits for this person.
func (st *step) handedToMe(p form.Place) *form.Waiting {
	waiting := st.d.Head().Waiting
	i := slices.IndexFunc(waiting, func(w form.Waiting) bool {
		return w.Place == p && w.To == st.s.Respondent && w.To != ""
	})
	if i < 0 {
		return nil
	}
	return &waiting[i]
}

// tellRespondent tells whoever speaks for a respondent, if anybody does.
func (st *step) tellRespondent(r string, n Note) {
	if person := st.d.PersonOf(r); person != nil {
		st.tellOther(person.Address, n)
	}
}

// toldHanded shows a question that is this person's to answer now, with
// another way out beside it.
func (st *step) toldHanded(n *Note, say string, out []Button) {
	q, ok := st.script.Questionnaire.Question(n.Place.Question())
	if !ok {
		return
	}
	st.say(Card{Lines: []Line{{Style: Body, Text: say}, {Style: Heading, Text: st.shortText(q, n.Place)}}, Buttons: [][]Button{
		row(primary(st.word("told.answer"), data(vShow, n.Place, ""))), out, row(quiet(st.word("home"), bHome)),
	}})
}
