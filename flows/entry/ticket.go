package entry

import (
	"errors"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// redeemed lets a person in by a ticket of their own, or says why not.
func redeemed(t *talk.Turn, ticket string) bool {
	Presume(t)
	err := form.ErrExpired
	var issued form.Ticket
	if t.Dossier != nil {
		issued, err = t.Dossier.Redeem(ticket, t.Session.Address)
	}
	switch {
	case err == nil:
		t.Session.Ticket, t.Session.Delegate = issued.ID, issued.Stakeholder
		return true
	case errors.Is(err, form.ErrUsed):
		turnAway(t, t.Word("ticket.used"))
	default:
		turnAway(t, t.Word("ticket.expired"))
	}
	return false
}

// Presume begins to talk in the language of the person's profile, or else in that
// of the invitation.
func Presume(t *talk.Turn) {
	if t.Session.Lang == "" {
		t.Session.Lang = t.Event.Person.Lang
	}
	if t.Session.Lang == "" && t.Event.Invite != nil {
		t.Session.Lang = t.Event.Invite.Lang
	}
}

// turnAway says why an invitation lets nobody in.
func turnAway(t *talk.Turn, why string) {
	t.Session.Mode = flows.Welcome
	t.Tell(why, talk.LanguageButtons())
}

// expected makes the person the respondent that their ticket names; false
// where they have none.
func expected(t *talk.Turn) bool {
	if t.Session.Ticket == "" {
		return false
	}
	ticket, err := t.Dossier.Redeem(t.Session.Ticket, t.Session.Address)
	if err != nil || t.Dossier.PersonOf(ticket.Respondent) != nil {
		return false
	}
	t.Dossier.Claim(t.Session.Person, form.Path(ticket.Respondent))
	entered(t, form.Path(ticket.Respondent))
	return true
}
