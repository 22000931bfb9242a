package bot_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// running runs the bot in the background; stop ends it and gives its error.
func (w *world) running() (stop func() error) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- w.bot.Run(ctx) }()
	return func() error {
		cancel()
		return <-done
	}
}

func TestRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, func(o *bot.Options) { o.Workers = 4 })
		w.channel.updates = []bot.Update{{ID: "r1", Address: "test:a", Text: "received"}}
		stop := w.running()
		synctest.Wait()
		w.heard("a: received")
		w.arrive(bot.Update{Address: "test:a", Text: "wait 72h"})
		w.arrive(bot.Update{Address: "test:b", Text: "tell test:c"})
		synctest.Wait()
		if got := w.channel.take(); len(got) != 3 {
			t.Errorf("heard %q", got)
		}
		w.clock.Move(72 * time.Hour)
		synctest.Wait()
		w.heard("a: time for remind.me")
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}

func TestRunServesEverybodyInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, func(o *bot.Options) { o.Workers = 16 })
		stop := w.running()
		for i := range 20 {
			for p := range 25 {
				w.arrive(bot.Update{Address: bot.Address(fmt.Sprintf("test:p%d", p)), Text: fmt.Sprint(i)})
			}
		}
		time.Sleep(10 * time.Second)
		if err := stop(); err != nil {
			t.Error(err)
		}
		next := map[string]int{}
		for _, line := range w.channel.take() {
			var who string
			var n int
			if _, err := fmt.Sscanf(line, "%s %d", &who, &n); err != nil || next[who] != n {
				t.Fatalf("%q came where %d was due", line, next[who])
			}
			next[who]++
		}
		if len(next) != 25 || next["p7:"] != 20 {
			t.Errorf("answered: %v", next)
		}
	})
}

// Timers are kept by the clock itself, without anybody moving it.
func TestRunSleepsUntilSomethingIsDue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, func(o *bot.Options) { o.Clock, o.Poll = bot.RealClock{}, 24*time.Hour })
		stop := w.running()
		w.arrive(bot.Update{Address: "test:a", Text: "wait 3h"})
		synctest.Wait()
		w.heard("a: wait 3h")
		time.Sleep(3*time.Hour - time.Second)
		synctest.Wait()
		w.heard()
		time.Sleep(2 * time.Second)
		synctest.Wait()
		w.heard("a: time for remind.me")
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}

func TestRunGoesOnWhenTheStoreFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, func(o *bot.Options) { o.Clock = bot.RealClock{} })
		broken := 20
		w.store.fail = func(call string) error {
			if call == "claim" || call == "next due" {
				if broken--; broken > 0 {
					return errors.New("the disk is away")
				}
			}
			return nil
		}
		stop := w.running()
		w.arrive(bot.Update{Address: "test:a", Text: "hello"})
		time.Sleep(time.Minute)
		w.heard("a: hello")
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}

func TestRunEndsWhenAChannelCannotGoOn(t *testing.T) {
	w := newWorld(t)
	w.channel.updates = []bot.Update{{Address: "nonsense"}}
	if err := w.bot.Run(t.Context()); err == nil {
		t.Error("no error")
	}
}

// What is under way when the bot is stopped is finished, unless it takes too
// long.
func TestRunEndsGracefully(t *testing.T) {
	for _, test := range []struct {
		takes time.Duration
		want  bool
	}{{3 * time.Second, true}, {time.Hour, false}} {
		t.Run(test.takes.String(), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { endGracefully(t, test.takes, test.want) })
		})
	}
}

func endGracefully(t *testing.T, takes time.Duration, want bool) {
	w := newWorld(t, func(o *bot.Options) { o.Clock, o.Grace, o.Send = bot.RealClock{}, 5*time.Second, 2*time.Hour })
	slow := &slowChannel{channel: w.channel, takes: takes}
	b, err := bot.New(bot.Options{
		Store: w.store, Scripts: bot.One(w.parrot), Channels: []bot.Adapter{slow},
		Grace: 5 * time.Second, Send: 2 * time.Hour,
	})
	if err != nil {
		t.Fatal(err)
	}
	w.bot = b
	stop := w.running()
	w.arrive(bot.Update{Address: "test:a", Text: "hello"})
	w.arrive(bot.Update{Address: "test:a", Text: "not any more"})
	time.Sleep(time.Second)
	begin := time.Now()
	if err := stop(); err != nil {
		t.Error(err)
	}
	if took := time.Since(begin); took > 6*time.Second {
		t.Errorf("it took %v to stop", took)
	}
	if want {
		w.heard("a: hello")
	} else {
		w.heard()
	}
}

// slowChannel takes its time to send.
type slowChannel struct {
	*channel
	takes time.Duration
}

func (c *slowChannel) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	select {
	case <-ctx.Done():
		return "", &bot.SendError{Kind: bot.Temporary, Err: ctx.Err()}
	case <-time.After(c.takes):
		return c.channel.Send(ctx, to, m)
	}
}

// What becomes due for many at once is done by all workers at once.
func TestRunSharesTheWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		b, err := bot.New(bot.Options{
			Store: w.store, Scripts: bot.One(w.parrot), Channels: []bot.Adapter{&slowChannel{w.channel, time.Second}},
			Workers: 8, Poll: time.Hour,
		})
		if err != nil {
			t.Fatal(err)
		}
		w.bot = b
		for p := range 16 {
			w.store.arrive(bot.Address(fmt.Sprintf("test:p%d", p)), bot.Job{
				ID: "t", Kind: bot.JobTimer, Due: time.Now().Add(time.Minute), Event: &flows.Event{Kind: flows.Timer, Timer: "x"},
			})
		}
		stop := w.running()
		time.Sleep(time.Minute + 2500*time.Millisecond)
		if got := w.channel.take(); len(got) != 16 {
			t.Errorf("%d of 16 were served in time", len(got))
		}
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}
