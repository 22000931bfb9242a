package entry

import (
	"visesbot/flows"
	"visesbot/flows/talk"
)

// refusedInvite says why an invitation lets nobody in, and what to do.
func refusedInvite(t *talk.Turn, in flows.Invite) {
	Presume(t)
	if in.Refused == flows.InviteRoom {
		t.Refused = flows.Refusal{What: "invitation", Who: t.Party().String()}
		ToPrivate(t, t.Word("ticket.room"))
		return
	}
	why := ""
	switch in.Refused {
	case flows.InviteUsed:
		why = t.Word("ticket.used")
		t.NotifyOffice(flows.OfficeInvite+in.ID, flows.NoteTried, map[string]string{
			"id": in.ID, "dossier": in.Dossier, "member": in.Member, "by": in.By,
		})
	case flows.InviteExpired:
		why = t.Word("ticket.expired")
	case flows.InviteRevoked:
		why = t.Word("ticket.revoked")
	case flows.InviteElsewhere:
		why = t.Word("ticket.elsewhere")
	default:
		why = t.Word("ticket.stranger")
	}
	switch {
	case t.Session.Dossier != "":
		t.Tell(why, t.GoHome())
	case t.Session.Member != "":
		t.Tell(why, talk.Row(talk.Quiet(t.Word("home"), flows.OfficePrefix+"front")))
	default:
		turnAway(t, why)
	}
}
