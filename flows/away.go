package flows

import (
	"slices"

	"visesbot/flows/form"
)

// shutOut notes that the person shut the bot out, and tells those who accompany
// the enterprise: whoever waits for an answer should know.
func (st *step) shutOut() {
	if st.s.Away {
		return
	}
	st.s.Away = true
	if !st.joined() {
		return
	}
	for _, person := range st.d.Head().People {
		if outsideRole(person.Role) && person.Address != st.s.Address {
			st.tellOther(person.Address, Note{Kind: noteLeft, From: st.s.Respondent})
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

// hush takes back what would be said to somebody who has shut the bot out.
func (st *step) hush() {
	if st.s.Away {
		st.wishes = slices.DeleteFunc(st.wishes, func(w Wish) bool { return w.Say != nil })
	}
}

// toldLeft tells an accompanist that somebody cannot be reached any more.
func (st *step) toldLeft(n *Note, from string) {
	if n.From != "" {
		from = st.d.Label(form.Path(n.From), st.lang())
	}
	st.tell(st.word("told.left", "from", from, "enterprise", st.d.Head().Enterprise.Name), st.goHome())
}
