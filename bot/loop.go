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
	leases, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	go b.renew(leases)
	defer b.aside.Wait()
	return all.Wait()
}

// Step does the one job that has been due longest, and tells whether there was
// any.
func (b *Bot) Step(ctx context.Context) (bool, error) {
	claim, some, err := b.claim(ctx)
	if err != nil || !some {
		return false, err
	}
	return true, b.do(ctx, claim, b.lane(claim))
}

// claim takes the job that has been due longest, if there is any.
func (b *Bot) claim(ctx context.Context) (c Claim, some bool, err error) {
	b.drawOut(ctx, b.o.Lease/renewals)
	c, err = b.o.Store.Claim(ctx, b.work.Now(), b.o.Lease)
	switch {
	case errors.Is(err, ErrIdle):
		return c, false, nil
	case err != nil:
		return c, false, fmt.Errorf("claim a job: %w", err)
	}
	return c, true, nil
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

// do does a claimed job, and gives it back when it fails. That somebody else has
// the job by now is no failure.
func (b *Bot) do(ctx context.Context, c Claim, work func(context.Context, Claim) error) error {
	b.inHand.take(c)
	err := work(ctx, c)
	b.inHand.leave(c)
	if errors.Is(err, ErrLeaseLost) {
		b.o.Log.Info("a lease was lost", "job", c.Job.ID)
		return nil
	}
	if err != nil {
		b.release(ctx, c)
		return fmt.Errorf("do job %s: %w", c.Job.ID, err)
	}
	return nil
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
	work, end := b.graceful(ctx)
	claim, some, err := b.claim(work)
	if err != nil || !some || !slow(claim) {
		defer end()
		if some {
			err = b.do(work, claim, b.lane(claim))
		}
		return some, err
	}
	select {
	case b.places <- struct{}{}:
	default:
		defer end()
		return true, b.do(work, claim, func(ctx context.Context, c Claim) error { return b.commit(ctx, c, b.postponed(c.Job, crowded)) })
	}
	b.aside.Go(func() {
		defer end()
		err := b.do(work, claim, func(work context.Context, c Claim) error { return b.turnUntil(work, ctx, c) })
		if err != nil {
			b.o.Log.Error("work failed", "error", err)
		}
		<-b.places
		b.nudge()
	})
	return true, nil
}

// graceful is a context that outlives ctx by the grace, or until end is called.
func (b *Bot) graceful(ctx context.Context) (work context.Context, end func()) {
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		b.rest(work, b.o.Grace)
		cancel()
	})
	return work, func() { stop(); cancel() }
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
		ring, stop := b.work.Alarm(b.nextLook(ctx))
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
	now := b.work.Now()
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
