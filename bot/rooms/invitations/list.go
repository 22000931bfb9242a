package invitations

import (
	"cmp"
	"context"
	"slices"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// Listed is an invitation without its code.
type Listed struct {
	ID     string       `json:"id"`
	Invite flows.Invite `json:"invite"`
}

// List gives all invitations, the newest first.
func List(ctx context.Context, s bot.Store) (all []Listed, err error) {
	err = s.Invites(ctx, func(code string, i flows.Invite) error {
		all = append(all, Listed{ID: bot.InviteID(code), Invite: i})
		return nil
	})
	slices.SortStableFunc(all, func(a, b Listed) int {
		return cmp.Or(b.Invite.Made.Compare(a.Invite.Made), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

// State is what became of an invitation.
type State string

// The states of an invitation.
const (
	Open    State = "open"
	Shared  State = "shared" // open for any number of people
	Used    State = "used"
	Expired State = "expired"
	Revoked State = "revoked"
)

// StateOf tells what became of an invitation.
func StateOf(i flows.Invite, now time.Time) State {
	switch {
	case !i.Revoked.IsZero():
		return Revoked
	case i.Used != "":
		return Used
	case !i.Expires.IsZero() && now.After(i.Expires):
		return Expired
	case i.Once || i.Ticket != "":
		return Open
	}
	return Shared
}
