package flows

import (
	"slices"

	"visesbot/flows/form"
)

// shutOut hears from the platform that the person shut the bot out.
func (st *step) shutOut() { st.away(CauseBlocked) }

// undelivered hears from the bot that a message to this person was given up.
func (st *step) undelivered(cause string) {
	switch cause {
	case CauseBlocked, CauseGone:
		st.away(cause)
	default:
		if !st.s.Refused {
			st.s.Refused = true
			st.tellUnreached(CauseUnknown)
		}
	}
}

// away notes that the person cannot be written to, and tells those who accompany
// the enterprise: whoever waits for an answer should know.
func (st *step) away(cause string) {
	if st.s.Away {
		return
	}
	st.s.Away = true
	st.tellUnreached(cause)
}

func (st *step) tellUnreached(cause string) {
	if !st.joined() {
		return
	}
	for _, person := range st.d.Head().People {
		if outsideRole(person.Role) {
			st.tellOther(person.Address, Note{Kind: noteUnreached, From: st.s.Respondent, Text: cause})
		}
	}
}

// presence notes whether the person can be written to: who does something can.
func (st *step) presence() {
	switch st.ev.Kind {
	case Said, Pressed, Started, Returned:
		st.s.Away = false
	}
}

// hush takes back what would be said to somebody who cannot be written to, and
// what they are reminded of by another app.
func (st *step) hush() {
	if st.s.Away || st.ev.Kind == Timer && st.elsewhere() {
		st.wishes = slices.DeleteFunc(st.wishes, func(w Wish) bool { return w.Say != nil })
	}
}

// HasTold tells whether the conversation has told already, for this cause, that
// its person is not reached.
func (s Session) HasTold(cause string) bool {
	if cause == CauseBlocked || cause == CauseGone {
		return s.Away
	}
	return s.Refused
}

// unreached says to an accompanist who gets no messages any more, and why.
func (st *step) unreached(n *Note) string {
	enterprise, who := st.d.Head().Enterprise.Name, st.named(form.Path(n.From))
	if who == "" {
		who = st.word("told.unreached.somebody")
	}
	switch n.Text {
	case CauseBlocked:
		return st.word("told.unreached.blocked", "enterprise", enterprise, "who", who)
	case CauseGone:
		return st.word("told.unreached.gone", "enterprise", enterprise, "who", who)
	}
	return st.word("told.unreached.refused", "enterprise", enterprise, "who", who)
}
