package reminder

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// ShutOut hears from the platform that the person shut the bot out.
func ShutOut(t *talk.Turn) { setUnreachable(t, flows.CauseBlocked) }

// undelivered hears from the bot that a message to this person was given up.
func undelivered(t *talk.Turn, cause string) {
	switch cause {
	case flows.CauseBlocked, flows.CauseGone:
		setUnreachable(t, cause)
	default:
		if !t.Session.Refused {
			t.Session.Refused = true
			notifyUnreached(t, flows.CauseUnknown)
		}
	}
}

// setUnreachable notes that the person cannot be written to, and tells those who accompany
// the enterprise: whoever waits for an answer should know.
func setUnreachable(t *talk.Turn, cause string) {
	if t.Session.Away {
		return
	}
	t.Session.Away = true
	notifyUnreached(t, cause)
}

func notifyUnreached(t *talk.Turn, cause string) {
	if !t.Joined() {
		return
	}
	for _, person := range t.Dossier.Head().People {
		if flows.OutsideRole(person.Role) {
			t.Notify(person.Address, flows.Note{Kind: flows.NoteUnreached, From: t.Session.Respondent, Text: cause})
		}
	}
	if !flows.OutsideRole(t.Session.Role) { // who accompanies by the register alone hears of it too
		t.NotifyOffice("office:unreached-"+t.Session.Dossier, flows.NoteOutOfReach, map[string]string{"who": t.Named(form.Path(t.Session.Respondent))})
	}
}

// Presence notes whether the person can be written to: who does something can.
func Presence(t *talk.Turn) {
	switch t.Event.Kind {
	case flows.Said, flows.Pressed, flows.Started, flows.Returned:
		t.Session.Away = false
	}
}

// unreachable says to an accompanist who gets no messages any more, and why.
func unreachable(t *talk.Turn, n *flows.Note) string {
	enterprise, who := t.Dossier.Head().Enterprise.Name, t.Named(form.Path(n.From))
	if who == "" {
		who = t.Word("told.unreached.somebody")
	}
	switch n.Text {
	case flows.CauseBlocked:
		return t.Word("told.unreached.blocked", "enterprise", enterprise, "who", who)
	case flows.CauseGone:
		return t.Word("told.unreached.gone", "enterprise", enterprise, "who", who)
	}
	return t.Word("told.unreached.refused", "enterprise", enterprise, "who", who)
}
