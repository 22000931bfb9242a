package flows

import (
	"errors"

	"visesbot/flows/form"
)

// RoleDelegate is the role of who speaks for a stakeholder. Nothing is asked of
// them, and shown to them, but what is asked of it.
const RoleDelegate = "delegate"

// guest tells whether this person speaks for a stakeholder.
func (st *step) guest() bool { return st.s.Delegate != "" }

// redeemed lets a person in by a ticket of their own, or says why not.
func (st *step) redeemed(ticket string) bool {
	st.presume()
	err := form.ErrExpired
	var t form.Ticket
	if st.d != nil {
		t, err = st.d.Redeem(ticket, st.s.Address)
	}
	switch {
	case err == nil:
		st.s.Ticket, st.s.Delegate = t.ID, t.Stakeholder
		return true
	case errors.Is(err, form.ErrUsed):
		st.turnAway(st.word("ticket.used"))
	default:
		st.turnAway(st.word("ticket.expired"))
	}
	return false
}

// presume begins to talk in the language of the person's profile, or else in that
// of the invitation.
func (st *step) presume() {
	if st.s.Lang == "" {
		st.s.Lang = st.ev.Person.Lang
	}
	if st.s.Lang == "" && st.ev.Invite != nil {
		st.s.Lang = st.ev.Invite.Lang
	}
}

// turnAway says why an invitation lets nobody in.
func (st *step) turnAway(why string) {
	st.s.Mode = Welcome
	st.tell(why, languageButtons())
}

// expected makes the person the respondent that their ticket names; false
// where they have none.
func (st *step) expected() bool {
	if st.s.Ticket == "" {
		return false
	}
	t, err := st.d.Redeem(st.s.Ticket, st.s.Address)
	if err != nil || st.d.PersonOf(t.Respondent) != nil {
		return false
	}
	st.d.Claim(st.s.Person, form.Path(t.Respondent))
	st.enrolled(form.Path(t.Respondent))
	return true
}

// notTheirs tells whether an entry is one that a delegate must leave as it is:
// somebody else made it.
func (st *step) notTheirs(item form.Path) bool {
	it := st.d.Item(item)
	return st.guest() && (it == nil || it.By.Respondent != st.s.Respondent)
}
