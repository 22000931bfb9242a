package bot

import (
	"context"
	"fmt"

	"visesbot/flows"
)

// Doorkeeper is what a channel may also be: one on which a link opens the talk
// with an invitation.
type Doorkeeper interface {
	// Link gives that link; "" while the channel does not know it.
	Link(code string) string
}

// fresh is what an invitation can be made of, should the step want one.
func (b *Bot) fresh() *flows.Fresh {
	if b.o.Codes == nil {
		return nil
	}
	f := &flows.Fresh{Code: b.o.Codes()}
	for _, c := range b.o.Channels {
		if d, ok := c.(Doorkeeper); ok {
			if link := d.Link(f.Code); link != "" {
				f.Links = append(f.Links, link)
			}
		}
	}
	return f
}

// let opens the invitations of a turn, before anybody is told of them. One that
// nobody was told of, because the turn was made again, opens nothing: the
// dossier does not know its ticket.
func (b *Bot) let(ctx context.Context, turn flows.Turn) error {
	for _, w := range turn.Wishes {
		if w.Let == nil {
			continue
		}
		if err := b.o.Store.PutInvite(ctx, w.Let.Code, w.Let.Invite); err != nil {
			return fmt.Errorf("%w: keep an invitation: %w", errRead, err)
		}
	}
	return nil
}
