package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

// Run receives from every channel and works, until ctx ends or a channel
// cannot go on. Then it claims nothing more, lets work in hand end within
// Options.Grace, and returns; an end of ctx is no error. Nothing accepted is
// lost, whatever way it ends.
func (b *Bot) Run(ctx context.Context) error {
	all, ctx := errgroup.WithContext(ctx)
	for _, channel := range b.channels {
		all.Go(func() error {
			err := channel.Receive(ctx, b.Accept)
			if err == nil || ctx.Err() != nil {
				return nil
			}
			return fmt.Errorf("receive from %s: %w", channel.Name(), err)
		})
	}
	for range b.o.Workers {
		all.Go(func() error { b.worker(ctx); return nil })
	}
	all.Go(func() error { b.watch(ctx); return nil })
	return all.Wait()
}

// Step does the one job that has been due longest, and tells whether there was
// any.
func (b *Bot) Step(ctx context.Context) (bool, error) {
	claim, err := b.o.Store.Claim(ctx, b.o.Clock.Now(), b.o.Lease)
	if errors.Is(err, ErrIdle) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("claim a job: %w", err)
	}
	if err := b.do(ctx, claim); err != nil {
		return true, fmt.Errorf("do job %s: %w", claim.Job.ID, err)
	}
	return true, nil
}

// Drain does everything that is due now, one after the other, and what comes of
// it.
func (b *Bot) Drain(ctx context.Context) error {
	for {
		if some, err := b.Step(ctx); err != nil || !some {
			return err
		}
	}
}

// do does a claimed job. That somebody else has the job by now is no failure.
func (b *Bot) do(ctx context.Context, c Claim) error {
	err := b.lane(c)(ctx, c)
	if errors.Is(err, ErrLeaseLost) {
		b.o.Log.Info("a lease was lost", "job", c.Job.ID)
		return nil
	}
	return err
}

func (b *Bot) lane(c Claim) func(context.Context, Claim) error {
	switch {
	case c.Job.Out():
		return b.deliver
	case c.Job.Kind == JobPush:
		return b.handOut
	}
	return b.turn
}

// worker works while there is work, and otherwise waits until it is woken.
func (b *Bot) worker(ctx context.Context) {
	for ctx.Err() == nil {
		some, err := b.stepGently(ctx)
		switch {
		case err != nil:
			b.o.Log.Error("work failed", "error", err)
			b.rest(ctx, b.o.Poll)
		case some:
			b.nudge() // there may be more than one worker can do
		default:
			select {
			case <-ctx.Done():
			case <-b.wake:
			}
		}
	}
}

// stepGently is Step, but what it has begun may end after ctx, within the
// grace.
func (b *Bot) stepGently(ctx context.Context) (bool, error) {
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stop := context.AfterFunc(ctx, func() {
		b.rest(work, b.o.Grace)
		cancel()
	})
	defer stop()
	return b.Step(work)
}

// Changer is what a store may also be: one that tells when there may be work it
// was not given by this bot. A value is sent on the channel, which is never
// closed; nobody has to be listening.
type Changer interface {
	Changed() <-chan struct{}
}

// watch wakes a worker when the next job becomes due, when the clock or the
// store says that something changed, and every Options.Poll.
func (b *Bot) watch(ctx context.Context) {
	var changed <-chan struct{}
	if s, ok := b.o.Store.(Changer); ok {
		changed = s.Changed()
	}
	for ctx.Err() == nil {
		ring, stop := b.o.Clock.Alarm(b.nextLook(ctx))
		select {
		case <-ctx.Done():
		case <-ring:
		case <-changed:
		case <-b.replan:
		}
		stop()
		b.nudge()
	}
}

// relook is after how long to look again at what was due already: then somebody
// has it, and what comes after it is seen.
const relook = 50 * time.Millisecond

// nextLook is when to look for work unasked.
func (b *Bot) nextLook(ctx context.Context) time.Time {
	now := b.o.Clock.Now()
	at := now.Add(b.o.Poll)
	due, some, err := b.o.Store.NextDue(ctx)
	switch soon := now.Add(min(relook, b.o.Poll)); {
	case err != nil || !some || due.After(at):
		return at
	case !due.After(now):
		return soon
	}
	return due
}

// nudge wakes one worker, if one sleeps.
func (b *Bot) nudge() { signal(b.wake) }

func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// rest waits in the bot's time.
func (b *Bot) rest(ctx context.Context, d time.Duration) {
	ring, stop := b.o.Clock.Alarm(b.o.Clock.Now().Add(d))
	defer stop()
	select {
	case <-ctx.Done():
	case <-ring:
	}
}
