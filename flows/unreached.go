package flows

import (
	"slices"

	"visesbot/flows/form"
)

// undelivered hears that a message to this person was given up, and tells those
// who accompany the enterprise: once of each cause. Who cannot be reached is not
// written to until they do something.
func (st *step) undelivered(cause string) {
	if cause == CauseBlocked || cause == CauseGone {
		st.s.Away = true
	}
	if slices.Contains(st.s.Unreached, cause) {
		return
	}
	told := len(st.wishes)
	for _, person := range st.d.Head().People {
		if outsideRole(person.Role) {
			st.tellOther(person.Address, Note{Kind: noteUnreached, From: st.s.Respondent, Text: cause})
		}
	}
	if len(st.wishes) > told {
		st.s.Unreached = append(slices.Clip(st.s.Unreached), cause)
	}
}

// reached notes that the person is here: whoever blocks the bot after that does
// so anew.
func (st *step) reached() {
	if len(st.s.Unreached) > 0 && st.ev.Kind != Told && st.ev.Kind != Timer && st.ev.Kind != Left {
		left := slices.Clone(st.s.Unreached)
		st.s.Unreached = slices.DeleteFunc(left, func(cause string) bool { return cause != CauseUnknown })
	}
}

// unreached says who gets no messages any more, and why.
func (st *step) unreached(n *Note) string {
	enterprise, who := st.d.Head().Enterprise.Name, st.d.Label(form.Path(n.From), st.lang())
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
