package bot

import (
	"context"

	"visesbot/flows"
)

// OfficeChannel is the first part of the addresses of mailboxes that belong to
// the programme itself and to nobody's conversation: "office:register".
const OfficeChannel = "office"

// Office does what concerns more than one dossier: what partners and trainers
// ask for, and what conversations tell the programme. Package office is one.
//
// It reads and keeps what it likes outside the conversation, before the turn is
// committed. A turn may be made again: what it keeps is named after what it is
// about, so that it ends in the same.
type Office interface {
	// Heeds tells whether an event is for the office, and not for the talk.
	Heeds(a Address, s flows.Session, ev flows.Event) bool
	// Admit tells whether a conversation may still be about its dossier, as the
	// register is now: nil when it may, and otherwise what its person is told. It is
	// asked at every turn, whatever the turn is for.
	Admit(ctx context.Context, s flows.Session, ev flows.Event) (*flows.Card, error)
	// Serve does what the event asks for.
	Serve(ctx context.Context, c Claim, ev flows.Event) (Served, error)
}

// Served is what the office did for a conversation.
type Served struct {
	Session *flows.Session // nil leaves it
	Cards   []flows.Card   // shown in this conversation, in order; each has its ID
	Waits   []flows.Wait   // its own timers
	Posts   []Posted       // to other mailboxes, and to its own
	Then    *flows.Event   // the talk goes on with this, in the session given
}

// served is a turn of the office, and of the talk after it where it goes on.
func (b *Bot) served(ctx context.Context, c Claim, ev flows.Event) (Outcome, error) {
	did, err := b.o.Office.Serve(ctx, c, ev)
	if err != nil {
		return Outcome{}, err
	}
	o := Outcome{Session: did.Session}
	if did.Then != nil {
		if o, err = b.talk(ctx, withSession(c, did.Session), *did.Then); err != nil {
			return o, err
		}
	}
	if channel, ok := b.channels[c.Address.Channel()]; ok {
		var jobs []Job
		for _, card := range did.Cards {
			jobs = append(jobs, b.sends(withSession(c, did.Session), channel, card, len(o.Jobs)+len(jobs))...)
		}
		o.Jobs = ringOnce(append(jobs, o.Jobs...))
	}
	for _, w := range did.Waits {
		o.Jobs = append(o.Jobs, b.alarm(c, w))
	}
	for _, p := range did.Posts {
		if p.To == c.Address {
			o.Jobs = append(o.Jobs, p.Job)
			continue
		}
		o.Elsewhere = append(o.Elsewhere, p)
	}
	return o, nil
}
