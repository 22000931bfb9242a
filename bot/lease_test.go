package bot_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"visesbot/bot"
)

func (s *memory) Release(_ context.Context, c bot.Claim) error {
	if err := s.enter("release"); err != nil {
		s.mu.Unlock()
		return err
	}
	defer s.mu.Unlock()
	if b := s.box(c.Address); b.fence == c.Fence {
		b.leased = false
	}
	return nil
}

func (s *memory) Renew(_ context.Context, c bot.Claim, until time.Time) error {
	if err := s.enter("renew"); err != nil {
		s.mu.Unlock()
		return err
	}
	defer s.mu.Unlock()
	b := s.box(c.Address)
	if !b.leased || b.fence != c.Fence {
		return bot.ErrLeaseLost
	}
	b.until = until
	return nil
}

func (s *memory) Probe(context.Context) error {
	defer s.mu.Unlock()
	return s.enter("probe")
}

// For a minute nothing can be kept, while what people wrote is in hand: it goes on
// within five seconds of the end, and what went out goes out once.
func TestAMinuteWithoutTheStore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, func(o *bot.Options) { o.Clock = bot.RealClock{} })
		away := func(call string) error {
			if call == "claim" || call == "next due" {
				return nil // memory answers, the disk is full
			}
			return errors.New("the disk is full")
		}
		for _, a := range []bot.Address{"test:a", "test:b", "test:c"} {
			w.arrive(bot.Update{Address: a, Text: "hello"})
		}
		w.store.set(away)
		stop := w.running()
		time.Sleep(time.Minute)
		w.heard()
		w.store.set(nil)
		time.Sleep(5 * time.Second)
		if got := w.channel.take(); len(got) != 3 {
			t.Errorf("heard %q", got)
		}
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}

// set tells the store how to fail from now on.
func (s *memory) set(fail func(string) error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fail = fail
}

// A sending that could not be written down is not sent again when the store is back.
func TestSentOnceOverAnOutage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, func(o *bot.Options) { o.Clock = bot.RealClock{} })
		w.channel.fail = func(bot.Message) error {
			w.store.set(func(string) error { return errors.New("the server is away") })
			return nil
		}
		w.arrive(bot.Update{Address: "test:a", Text: "hello"})
		stop := w.running()
		time.Sleep(time.Minute)
		w.channel.mu.Lock()
		w.channel.fail = nil
		w.channel.mu.Unlock()
		w.store.set(nil)
		time.Sleep(5 * time.Second)
		w.heard("a: hello")
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}

// What comes of a job is refused while other things can be kept: the attempts are
// counted, and the job is given up; nobody else waits for it.
func TestAnOutcomeThatCannotBeKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, func(o *bot.Options) { o.Clock = bot.RealClock{} })
		w.store.refuse = func(o bot.Outcome) error {
			for _, j := range o.Jobs {
				if j.Message != nil && strings.Contains(j.Message.Lines[0].Text, "poison") {
					return errors.New("it is larger than a document may be")
				}
			}
			return nil
		}
		stop := w.running()
		w.arrive(bot.Update{Address: "test:a", Text: "poison"})
		w.arrive(bot.Update{Address: "test:a", Text: "hello"})
		time.Sleep(time.Minute)
		if dead := w.store.dead("test:a"); len(dead) != 1 || !strings.Contains(dead[0].Error, "larger") || dead[0].Attempts != 3 {
			t.Errorf("given up: %+v", dead)
		}
		if got := w.channel.take(); len(got) == 0 || got[len(got)-1] != "a: hello" {
			t.Errorf("heard %q", got)
		}
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}

// Work that takes longer than a lease keeps what it has, and is done once.
func TestALeaseIsDrawnOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.bot = w.with(&slowChannel{channel: w.channel, takes: 25 * time.Second}, bot.RealClock{})
		stop := w.running()
		w.arrive(bot.Update{Address: "test:a", Text: "hello"})
		time.Sleep(time.Minute)
		w.heard("a: hello")
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}

// meanwhile is a channel on which something happens while it sends.
type meanwhile struct {
	*channel
	happens func() error
}

func (c *meanwhile) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	if err := c.happens(); err != nil {
		return "", err
	}
	return c.channel.Send(ctx, to, m)
}

// with gives a bot on the store of this world, with another channel.
func (w *world) with(channel bot.Adapter, clock bot.Clock) *bot.Bot {
	w.Helper()
	b, err := bot.New(bot.Options{Store: w.store, Scripts: bot.One(w.parrot), Channels: []bot.Adapter{channel}, Clock: clock})
	if err != nil {
		w.Fatal(err)
	}
	return b
}

// The clock goes forward an hour while a message is sent: nobody else takes it up.
func TestClockGoesForward(t *testing.T) {
	clock := &jumping{now: noon()}
	w := newWorld(t)
	w.bot = w.with(&meanwhile{w.channel, func() error {
		clock.jump(time.Hour)
		if took, err := w.bot.Step(t.Context()); took || err != nil {
			t.Errorf("it was taken up twice (%v)", err)
		}
		return nil
	}}, clock)
	w.say("test:a", "hello")
	w.heard("a: hello")
}

// A program is gone while it sends: what it had is free within ten seconds.
func TestWhatAProgramHadIsFreeSoon(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, func(o *bot.Options) { o.Clock = bot.RealClock{} })
		gone := make(chan struct{})
		first := w.with(&meanwhile{w.channel, func() error {
			<-gone
			return errors.New("it is gone")
		}}, bot.RealClock{})
		w.arrive(bot.Update{Address: "test:a", Text: "hello"})
		go func() { _ = first.Drain(t.Context()) }()
		synctest.Wait()
		stop := w.running()
		time.Sleep(10 * time.Second)
		w.heard("a: hello")
		close(gone)
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}
