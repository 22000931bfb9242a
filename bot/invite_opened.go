package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"visesbot/flows"
)

// InviteID is what the invitation of a code is called where it is listed. The
// code cannot be found by it.
func InviteID(code string) string {
	sum := sha256.Sum256([]byte("invitation " + code))
	return hex.EncodeToString(sum[:5])
}

// opens finds what the code of an event opens. One that lets a single
// conversation in is taken by the first that opens it, for ever: should this turn
// be made again, it is still theirs. In a group it is left as it is.
func (b *Bot) opens(ctx context.Context, c Claim, ev *flows.Event) error {
	s := c.Session
	s.Address = string(c.Address)
	in, err := b.o.Store.Invite(ctx, c.Job.Code)
	if err == nil && inRoom(c, *ev) {
		in.ID, in.Refused = InviteID(c.Job.Code), flows.InviteRoom
		ev.Invite = &in
		return nil
	}
	if err == nil && in.Once && in.Used == "" && in.Takes(s) && in.Refusal(s, ev.At) == "" {
		in, err = b.o.Store.ChangeInvite(ctx, c.Job.Code, func(now flows.Invite) (flows.Invite, bool) {
			if now.Used != "" || now.Refusal(s, ev.At) != "" {
				return now, false
			}
			now.Used, now.UsedAt = s.Address, ev.At
			return now, true
		})
	}
	switch {
	case errors.Is(err, ErrNotFound):
		return nil
	case err != nil:
		return fmt.Errorf("%w: read an invitation: %w", errRead, err)
	}
	in.ID, in.Refused = InviteID(c.Job.Code), in.Refusal(s, ev.At)
	ev.Invite = &in
	return nil
}

// inRoom tells whether an event comes from a group: nobody comes in there.
func inRoom(c Claim, ev flows.Event) bool {
	return ev.Person.Talk != "" && ev.Person.Talk != string(c.Address)
}

// private is the link from a group to somebody's own conversation, where the
// channel has one.
func (b *Bot) private(c Claim, ev flows.Event) string {
	if d, ok := b.channels[c.Address.Channel()].(Doorkeeper); ok && inRoom(c, ev) {
		return d.Link(Privately)
	}
	return ""
}

// Privately is the code of a link that opens no invitation, only the talk.
const Privately = "private"

// RevokeInvite takes back the invitation of an ID, so that it lets nobody in any
// more, and gives it as it is then; ErrNotFound when there is none. Who came in
// by it stays in.
func RevokeInvite(ctx context.Context, s Store, id string, at time.Time) (found flows.Invite, err error) {
	code := ""
	err = s.Invites(ctx, func(each string, _ flows.Invite) error {
		if InviteID(each) == id {
			code = each
		}
		return nil
	})
	if err != nil {
		return found, fmt.Errorf("look for an invitation: %w", err)
	}
	if code == "" {
		return found, ErrNotFound
	}
	found, err = s.ChangeInvite(ctx, code, func(i flows.Invite) (flows.Invite, bool) {
		revoked := i.Revoked.IsZero()
		if revoked {
			i.Revoked = at
		}
		return i, revoked
	})
	found.ID = id
	return found, err
}
