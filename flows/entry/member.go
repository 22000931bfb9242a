package entry

import (
	"visesbot/flows"
	"visesbot/flows/talk"
)

// bind notes who in the programme has come in by an invitation.
func bind(t *talk.Turn, in flows.Invite) {
	if in.Member == "" {
		return
	}
	t.Session.Member = in.Member
	t.NotifyOffice(flows.OfficeRegister, flows.NoteBind, flows.Bound(in, t.Session.Address, t.Lang()))
}
