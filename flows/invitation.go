package flows

import (
	"slices"
	"time"

	"visesbot/flows/form"
)

// Invite opens the door of one enterprise's dossier, or of the programme.
type Invite struct {
	Dossier    string          `json:"dossier"`
	Enterprise form.Enterprise `json:"enterprise"`
	Role       string          `json:"role,omitempty"` // empty: staff
	Lang       string          `json:"lang,omitempty"`
	Member     string          `json:"member,omitempty"` // who they are in the register of the programme; without a dossier, only that
	Person     string          `json:"person,omitempty"` // who they are in the dossier already, by another app
	Ticket     string          `json:"ticket,omitempty"` // for one person, once: see form.Ticket

	ID      string    `json:"id,omitempty"`   // what it is called where it is listed: not the code
	Once    bool      `json:"once,omitempty"` // lets one conversation in
	By      string    `json:"by,omitempty"`   // member who made it; empty: an operator
	Made    time.Time `json:"made,omitempty,omitzero"`
	Expires time.Time `json:"expires,omitempty,omitzero"` // it lets nobody new in after this
	Used    string    `json:"used,omitempty"`             // address of the conversation that it let in
	UsedAt  time.Time `json:"usedat,omitempty,omitzero"`
	Revoked time.Time `json:"revoked,omitempty,omitzero"`
	Refused string    `json:"refused,omitempty"` // why it lets this conversation not in: see Refusal
}

// Why an invitation lets somebody not in.
const (
	InviteUsed      = "used"      // by somebody else
	InviteExpired   = "expired"   // too old
	InviteRevoked   = "revoked"   // taken back
	InviteStranger  = "stranger"  // it is for another person of the programme
	InviteElsewhere = "elsewhere" // who opens it belongs to another enterprise
	InviteRoom      = "room"      // it was opened in a group, where nobody comes in
)

// Refusal tells why an invitation does not let a conversation in; empty when it
// does, or when there is nothing to let in: they are there already.
func (i Invite) Refusal(s Session, at time.Time) string {
	switch {
	case s.Member != "" && i.Member != "" && s.Member != i.Member:
		return InviteStranger
	case s.Dossier != "" && i.Dossier != "" && s.Dossier != i.Dossier && !(OutsideRole(s.Role) && OutsideRole(i.Role)):
		return InviteElsewhere
	case !i.Takes(s):
		return ""
	case i.Used != "" && i.Used == s.Address:
		return ""
	case !i.Revoked.IsZero():
		return InviteRevoked
	case i.Once && i.Used != "":
		return InviteUsed
	case !i.Expires.IsZero() && at.After(i.Expires):
		return InviteExpired
	}
	return ""
}

// Takes tells whether a conversation that opens an invitation would be let in
// by it: one that is in already leaves it to whom it is for.
func (i Invite) Takes(s Session) bool {
	switch {
	case i.Dossier == "":
		return s.Member == ""
	case s.Dossier == "":
		return true
	case !OutsideRole(s.Role) || !OutsideRole(i.Role):
		return false
	}
	return s.Dossier != i.Dossier && !slices.ContainsFunc(s.Seats, func(t Seat) bool { return t.Dossier == i.Dossier && t.Person != "" })
}

// NoteTried tells the programme that somebody opened an invitation that was used
// by somebody else before: Fields are id, dossier, member and by.
const NoteTried = OfficePrefix + "invite~tried"

// OfficeInvite is the beginning of the mailbox in which the programme hears of an
// invitation.
const OfficeInvite = "office:invite-"
