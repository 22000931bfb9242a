package push

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// ErrEarly says that a push has not gone out, so that nobody missed it.
var ErrEarly = errors.New("it has not gone out")

// Reach is to how many people a push goes, and how many are left out: who has
// not agreed that answers are kept, of a message; and conversations in which
// nobody came in.
type Reach struct {
	People    int `json:"people"`
	Silent    int `json:"silent,omitempty"`
	Strangers int `json:"strangers,omitempty"`
}

// Give gives an order at the desk of the command line, and tells to whom it goes;
// the order comes back with its moment. Now stands in the time zone of the
// programme. The bot that runs on the store does the rest.
func Give(ctx context.Context, s Store, o Order, now time.Time) (Order, Reach, error) {
	p, err := register.Load(ctx, s)
	if err != nil {
		return o, Reach{}, err
	}
	if err := unused(ctx, s, p, o); err != nil {
		return o, Reach{}, mend(ctx, s, err)
	}
	o, a, err := check(ctx, s, p, o, now)
	reach := Reach{len(a.people), a.silent, a.strangers}
	if err != nil {
		return o, reach, mend(ctx, s, err)
	}
	o.State, o.At = Sent, o.At.Truncate(time.Second)
	if err := s.PutEntries(ctx, o.Entry()); err != nil {
		return o, reach, fmt.Errorf("keep a push: %w", err)
	}
	return o, reach, o.hand(ctx, s)
}

// hand puts an order into the mailbox from which it goes at its moment, once.
func (o Order) hand(ctx context.Context, s Store) error {
	if err := s.Enqueue(ctx, o.box(), job(boxGo, office.Press(verb, boxGo), o.At)); err != nil {
		return fmt.Errorf("give a push: %w", err)
	}
	return nil
}

// mend hands on what was kept before and not handed on, as the program was
// stopped between the two: whoever gives it again is told that it was given.
func mend(ctx context.Context, s Store, err error) error {
	var twice *TwiceError
	if !errors.As(err, &twice) {
		return err
	}
	entries, fault := s.Below(ctx, Marks, twice.Push.ID+"/")
	if fault == nil && NewReceipt(twice.Push, entries).Stage == Planned {
		fault = twice.Push.hand(ctx, s)
	}
	return cmp.Or(fault, err)
}

// unused wants an order that has a name of its own, for cohorts that there are.
func unused(ctx context.Context, s Store, p *register.Programme, o Order) error {
	if !Named(o.ID) {
		return ErrName
	}
	for _, id := range o.Cohorts {
		if _, ok := p.Find(register.Cohorts, id); !ok {
			return fmt.Errorf("no cohort is called %q: see visesbot programme show", id)
		}
	}
	old, there, err := find(ctx, s, o.ID)
	if err != nil || !there {
		return err
	}
	away, err := withdrawn(ctx, s, o.ID)
	if err == nil && away {
		return ErrWithdrawn
	}
	return cmp.Or(err, error(&TwiceError{old}))
}

// Recall withdraws an order at the desk; whoever gave it sees it on the receipt.
func Recall(ctx context.Context, s Store, id string, now time.Time) error {
	if err := Withdraw(ctx, s, id, now); err != nil {
		return err
	}
	box := Order{ID: id}.box()
	if err := s.Enqueue(ctx, box, job(markWithdrawn, office.Press(verb, boxTally), now)); err != nil {
		return fmt.Errorf("tell that a push is withdrawn: %w", err)
	}
	return nil
}

// Again offers a push to those who missed it, and tells how many they are.
func Again(ctx context.Context, s Store, id string, now time.Time) (int, error) {
	o, ok, err := find(ctx, s, id)
	if err != nil {
		return 0, err
	}
	if !ok || o.State != Sent {
		return 0, bot.ErrNotFound
	}
	entries, err := s.Below(ctx, Marks, id+"/")
	if err != nil {
		return 0, fmt.Errorf("read the marks of a push: %w", err)
	}
	r := NewReceipt(o, entries)
	switch {
	case slices.Contains([]string{Planned, Withdrawn}, r.Stage):
		return 0, ErrEarly
	case r.Waiting() == 0:
		return 0, nil
	}
	round := strconv.Itoa(r.Rounds + 1)
	if err := s.Enqueue(ctx, o.box(), job(boxRound+round, office.Press(verb, boxRound, round), now)); err != nil {
		return 0, fmt.Errorf("offer a push again: %w", err)
	}
	return r.Waiting(), nil
}

// job is a note to the mailbox of a push.
func job(id, kind string, at time.Time) bot.Job {
	return bot.Job{ID: id, Kind: bot.JobNote, Due: at, Event: &flows.Event{
		Kind: flows.Told, At: at, Note: &flows.Note{Kind: kind}, Channel: bot.OfficeChannel,
	}}
}
