package flows

import "slices"

// shutOut notes that the person shut the bot out, and tells those who accompany
// the enterprise: whoever waits for an answer should know.
func (st *step) shutOut() {
	st.s.Away = true
	if st.joined() {
		st.undelivered(CauseBlocked)
	}
}

// presence notes whether the person can be written to: who does something can.
func (st *step) presence() {
	switch st.ev.Kind {
	case Said, Pressed, Started, Returned:
		st.s.Away = false
	}
}

// hush takes back what would be said to somebody who has shut the bot out.
func (st *step) hush() {
	if st.s.Away {
		st.wishes = slices.DeleteFunc(st.wishes, func(w Wish) bool { return w.Say != nil })
	}
}
