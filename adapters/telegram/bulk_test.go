package telegram

import (
	"context"
	"errors"
	"testing"
	"time"

	"visesbot/bot"
)

// stand is a limiter whose clock stands still until it is moved.
func stand() (*limiter, *bot.MovableClock) {
	start := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	clock := bot.NewMovableClock(func() time.Time { return start }, 0)
	return newLimiter(clock, DefaultRates()), clock
}

func many(t *testing.T) context.Context {
	t.Helper()
	return withBulk(context.Background(), bot.Message{Bulk: true})
}

// after is how long a message has to wait; 0 when it may go.
func after(t *testing.T, err error) time.Duration {
	t.Helper()
	var s *bot.SendError
	switch {
	case err == nil:
		return 0
	case !errors.As(err, &s) || s.Kind != bot.Throttled || s.After <= 0:
		t.Fatalf("it ended with %v", err)
	}
	return s.After
}

// However many messages to many there are, one to somebody goes at once, and the
// account's limit holds for both together.
func TestAnswersGoBeforeBulk(t *testing.T) {
	l, clock := stand()
	bulk, answers := 0, 0
	for ms := range 20_000 {
		clock.Move(time.Millisecond)
		for ms%10 == 0 && after(t, l.wait(many(t), int64(1_000+bulk))) == 0 {
			bulk++
		}
		if ms%200 == 199 {
			if at, err := l.reserve(int64(900_000 + answers)); err != nil || at.After(clock.Now()) {
				t.Fatalf("after %d ms an answer waits until %v: %v", ms, at, err)
			}
			answers++
		}
		if most := 15 + 30*float64(ms+1)/1000; float64(bulk+answers) > most {
			t.Fatalf("%d messages within %d ms", bulk+answers, ms)
		}
	}
	if bulk+answers < 595 || answers != 100 {
		t.Errorf("%d messages to many, %d answers", bulk, answers)
	}
}

// Moments are given away once, in order, a little more often than can be sent;
// who has to give way is given a later one.
func TestPlan(t *testing.T) {
	l, clock := stand()
	now := clock.Now()
	first := l.plan(now, now.Add(3*time.Second), 1000)
	if n := len(first); n < 90 || n > 95 {
		t.Errorf("%d moments in three seconds", n)
	}
	more := l.plan(now.Add(time.Second), now.Add(4*time.Second), 10)
	last := now
	for _, at := range append(first, more...) {
		if at.Sub(last) < 30*time.Millisecond {
			t.Fatalf("%v comes after %v", at, last)
		}
		last = at
	}
	for i := range 3 {
		if _, err := l.reserve(int64(i + 1)); err != nil {
			t.Fatal(err)
		}
	}
	if wait := after(t, l.wait(many(t), 7)); !now.Add(wait).After(last) {
		t.Errorf("it may come after %v, when somebody else has that moment", wait)
	}
}

// A message to many waits for its chat, and for a pause, outside.
func TestBulkKeepsNobodyBusy(t *testing.T) {
	l, clock := stand()
	for range DefaultRates().Burst {
		if _, err := l.reserve(5); err != nil {
			t.Fatal(err)
		}
	}
	if wait := after(t, l.wait(many(t), 5)); wait < 900*time.Millisecond {
		t.Errorf("the chat may be written to after %v", wait)
	}
	l.pause(6, 7*time.Second)
	if wait := after(t, l.wait(many(t), 6)); wait != 7*time.Second {
		t.Errorf("the pause takes %v", wait)
	}
	clock.Move(10 * time.Second)
	if wait := after(t, l.wait(many(t), 5)); wait != 0 {
		t.Errorf("after ten seconds it waits %v", wait)
	}
}

// A slow account sends to many as well.
func TestBulkOfASlowAccount(t *testing.T) {
	_, clock := stand()
	l := newLimiter(clock, Rates{Second: 1, Chat: 1, Burst: 1, Minute: 20})
	sent := 0
	for i := range 600 {
		clock.Move(100 * time.Millisecond)
		if after(t, l.wait(many(t), int64(i+1))) == 0 {
			sent++
		}
	}
	if sent < 57 || sent > 62 {
		t.Errorf("%d in a minute", sent)
	}
}
