package bot

import (
	"context"
	"fmt"

	"visesbot/flows"
)

// voter says which person votes, or presses a button of a group: somebody on
// several apps is one person on all of them. Where the store does not tell, and
// for who has not come in, it stays with the address.
func (b *Bot) voter(ctx context.Context, c Claim, ev *flows.Event) error {
	from := Address(ev.Person.Talk)
	if ev.Vote != nil {
		from = Address(ev.Vote.By)
	}
	talks, ok := b.o.Store.(Talks)
	if !ok || from == c.Address || from.Valid() != nil || ev.Vote == nil && ev.Kind != flows.Pressed {
		return nil
	}
	s, err := talks.Session(ctx, from)
	if err != nil {
		return fmt.Errorf("%w: read who votes: %w", errRead, err)
	}
	ev.Person.Who = s.Voter()
	if ev.Vote != nil {
		v := *ev.Vote
		v.Who = s.Voter()
		ev.Vote = &v
	}
	return nil
}
