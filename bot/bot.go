package bot

import (
	"fmt"
	"log/slog"
	"sync"
	"time"

	"visesbot/flows"
)

// Options are what a bot is made of. Store, Scripts and Channels are needed;
// the rest has the defaults that stand beside it.
type Options struct {
	Store    Store
	Scripts  Scripts
	Channels []Adapter

	Office   Office         // nobody: there is no programme
	Codes    func() string  // of invitations, each one new and not to be guessed; without it nobody can invite
	Clock    Clock          // RealClock
	Location *time.Location // of the people whose profile names no time zone: Europe/Brussels
	Words    flows.Words    // for the sentences of fault.go, by key; built in
	Log      *slog.Logger   // silent
	Observer Observer       // nobody

	Workers int           // conversations served at a time: 8
	Lease   time.Duration // after how long what a program had that is gone is free: 8 seconds
	Send    time.Duration // how long one sending may take: 30 seconds
	Poll    time.Duration // how often the store is looked at unasked: 1 second
	Grace   time.Duration // how long Run lets work end: 10 seconds
	Retry   Retry         // DefaultRetry
	Taps    Taps          // every press is taken for meant
}

// Bot takes updates in, steps the conversations and sends the messages. It is
// safe for use by many goroutines.
type Bot struct {
	o        Options
	work     *steady // the time of work; o.Clock is that of the world
	inHand   inHand
	channels map[string]Adapter
	wake     chan struct{} // a worker should look for work
	replan   chan struct{} // the next due time may have changed
	health   health
	taps     taps
	places   chan struct{}  // beside the workers, taken by conversations that wait for a file
	aside    sync.WaitGroup // and these conversations
}

// New makes a bot. It starts nothing.
func New(o Options) (*Bot, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	b := &Bot{
		o: o, work: &steady{clock: o.Clock}, channels: map[string]Adapter{}, taps: taps{rule: o.Taps},
		wake:   make(chan struct{}, o.Workers),
		replan: make(chan struct{}, 1),
		places: make(chan struct{}, sideline),
	}
	for _, c := range o.Channels {
		if _, twice := b.channels[c.Name()]; twice {
			return nil, fmt.Errorf("two channels are called %q: leave one out", c.Name())
		}
		b.channels[c.Name()] = c
	}
	return b, nil
}

// complete fills in the defaults.
func (o *Options) complete() error {
	if o.Store == nil || o.Scripts == nil {
		return fmt.Errorf("a bot needs a store and scripts")
	}
	if o.Location == nil {
		brussels, err := time.LoadLocation("Europe/Brussels")
		if err != nil {
			return fmt.Errorf("find the time zone: %w", err)
		}
		o.Location = brussels
	}
	if o.Clock == nil {
		o.Clock = RealClock{}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Observer == nil {
		o.Observer = unobserved{}
	}
	if o.Retry == (Retry{}) {
		o.Retry = DefaultRetry()
	}
	positive(&o.Workers, 8)
	positive(&o.Lease, 8*time.Second)
	positive(&o.Send, 30*time.Second)
	positive(&o.Poll, time.Second)
	positive(&o.Grace, 10*time.Second)
	return nil
}

func positive[T int | time.Duration](v *T, otherwise T) {
	if *v <= 0 {
		*v = otherwise
	}
}

// now is the present moment as the people see it.
func (b *Bot) now() time.Time { return b.o.Clock.Now().In(b.o.Location) }
