package bot

import (
	"context"
	"fmt"

	"visesbot/flows"
)

// parted asks the office whether the conversation may still be about its dossier.
// nil: it goes on. Whoever does something in a dossier that is not theirs any more
// is told so, and nothing else is done; what only comes to them is dropped, and
// what the office has to see to is seen to without the dossier.
func (b *Bot) parted(ctx context.Context, c *Claim, before flows.Session, ev flows.Event) (*Outcome, error) {
	if b.o.Office == nil || c.Address.Channel() == OfficeChannel {
		return nil, nil
	}
	told, err := b.o.Office.Admit(ctx, c.Session, ev)
	if err != nil {
		return nil, fmt.Errorf("%w: ask who may go on: %w", errRead, err)
	}
	if told == nil {
		return nil, nil
	}
	elsewhere := before.Dossier != c.Session.Dossier // an old button of one seat says nothing of another
	own := own(ev)
	if c.Session = c.Session.Parted(); !own && b.o.Office.Heeds(c.Address, c.Session, ev) {
		return nil, nil
	}
	switch channel, ok := b.channels[c.Address.Channel()]; {
	case !own || !ok:
		return &Outcome{}, nil
	case elsewhere:
		return &Outcome{Jobs: b.sends(withSession(*c, &before), channel, *told, 0)}, nil
	default:
		return &Outcome{Session: &c.Session, Jobs: b.sends(*c, channel, *told, 0)}, nil
	}
}

// own tells whether an event is something that the person did.
func own(ev flows.Event) bool {
	switch ev.Kind {
	case flows.Said, flows.Pressed, flows.Started, flows.Edited, flows.Deleted, flows.Missed, flows.Voted:
		return true
	}
	return false
}

func orNothing(o *Outcome) Outcome {
	if o == nil {
		return Outcome{}
	}
	return *o
}
