package flows

// undelivered hears that messages to this person are given up, and tells those
// who accompany the enterprise: once of each cause, until the person is here
// again.
func (st *step) undelivered(cause string) {
	if st.s.Unreached == cause {
		return
	}
	st.s.Unreached = cause
	for _, person := range st.d.Head().People {
		if outsideRole(person.Role) {
			st.tellOther(person.Address, Note{Kind: noteUnreached, From: st.s.Respondent, Text: cause})
		}
	}
}

// unreached says who gets no messages any more, and why.
func (st *step) unreached(cause, who string) string {
	if cause != CauseBlocked && cause != CauseGone {
		cause = CauseUnknown
	}
	return st.word("told.unreached."+cause, "enterprise", st.d.Head().Enterprise.Name, "who", who)
}
