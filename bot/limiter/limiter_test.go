package limiter

import (
	"context"
	"errors"
	"strconv"
	"testing"
	"time"

	"visesbot/bot"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func gate(account, name string, second float64, burst int) Gate {
	return Gate{Key{account, name}, []Limit{{second, burst}}}
}

// after is how long something has to wait; zero when it may go.
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

// What has to wait at one gate takes nothing at the others.
func TestNothingIsTakenInVain(t *testing.T) {
	l := New("a platform")
	all, one := gate("a", "", 10, 2), gate("a", "one", 1, 1)
	if _, err := l.Reserve(noon, 0, all, one); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if _, err := l.Reserve(noon, 300*time.Millisecond, all, one); after(t, err) != time.Second {
			t.Fatalf("a full conversation: %v", err)
		}
	}
	if at, err := l.Reserve(noon, 0, all, gate("a", "two", 1, 1)); err != nil || at != noon {
		t.Errorf("another conversation may go at %v: %v", at, err)
	}
	if at, err := l.Reserve(noon, time.Second, all, gate("a", "three", 1, 1)); err != nil || at.Sub(noon) != 100*time.Millisecond {
		t.Errorf("a full account is waited for until %v: %v", at, err)
	}
	if _, err := l.Reserve(noon, 0, gate("b", "", 10, 2), gate("b", "one", 1, 1)); err != nil {
		t.Errorf("another account: %v", err)
	}
}

func TestEachLimitOfAGateCounts(t *testing.T) {
	l := New("a platform")
	group := Gate{Key{"a", "group"}, []Limit{{100, 100}, {0.5, 3}}}
	for range 3 {
		if _, err := l.Reserve(noon, 0, group); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.Reserve(noon, 0, group); after(t, err) != 2*time.Second {
		t.Errorf("the fourth: %v", err)
	}
	if _, err := l.Reserve(noon.Add(2*time.Second), 0, group); err != nil {
		t.Errorf("two seconds later: %v", err)
	}
}

func TestPause(t *testing.T) {
	l := New("a platform")
	one, two := gate("a", "one", 10, 5), gate("a", "two", 10, 5)
	l.Pause(noon, 7*time.Second, one)
	if _, err := l.Reserve(noon.Add(time.Second), time.Minute, one); after(t, err) != 6*time.Second {
		t.Errorf("while it is paused: %v", err)
	}
	if _, err := l.Reserve(noon, 0, two); err != nil {
		t.Errorf("another one: %v", err)
	}
	if l.Paused(noon, one.Key) || !l.Paused(noon, two.Key) || l.Paused(noon, Key{"b", "one"}) || l.Paused(noon.Add(8*time.Second), two.Key) {
		t.Error("whose pause it is, is not known")
	}
	if _, err := l.Reserve(noon.Add(7*time.Second), 0, one); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

// What is sent to many leaves something for answers.
func TestSpare(t *testing.T) {
	l := New("a platform")
	g := gate("a", "", 2, 4)
	if err := l.Spare(noon, 4, g); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Reserve(noon, 0, g); err != nil {
		t.Fatal(err)
	}
	if wait := after(t, l.Spare(noon, 4, g)); wait != 500*time.Millisecond {
		t.Errorf("it waits %v", wait)
	}
	if err := l.Spare(noon, 3, g); err != nil {
		t.Errorf("to look took something: %v", err)
	}
	if err := l.Spare(noon, 100, gate("a", "free", 0, 0)); err != nil {
		t.Errorf("without a limit: %v", err)
	}
}

func TestBurstMayChange(t *testing.T) {
	l := New("a platform")
	if _, err := l.Reserve(noon, 0, gate("a", "", 1, 1)); err != nil {
		t.Fatal(err)
	}
	later := noon.Add(10 * time.Second)
	wide := gate("a", "", 1, 5)
	if err := l.Spare(later, 1, wide); err != nil {
		t.Fatal(err)
	}
	if err := l.Spare(later.Add(4*time.Second), 5, wide); err != nil {
		t.Errorf("what was not used is not made up for: %v", err)
	}
	if after(t, l.Spare(later.Add(4*time.Second), 2, gate("a", "", 1, 1))) == 0 {
		t.Error("a smaller burst changes nothing")
	}
}

// Moments are given away once, by account.
func TestPlan(t *testing.T) {
	l := New("a platform")
	for i := range 3 {
		at, ok := l.Plan("a", noon, noon.Add(time.Second), 300*time.Millisecond)
		if want := noon.Add(time.Duration(i+1) * 300 * time.Millisecond); !ok || at != want || l.Planned("a") != want {
			t.Errorf("moment %d is %v, %v", i, at, ok)
		}
	}
	if _, ok := l.Plan("a", noon, noon.Add(time.Second), 300*time.Millisecond); ok {
		t.Error("a fourth moment within a second")
	}
	if at, ok := l.Plan("b", noon, noon.Add(time.Second), 0); !ok || at != noon {
		t.Errorf("without a rate: %v, %v", at, ok)
	}
}

func TestWait(t *testing.T) {
	clock := bot.NewMovableClock(func() time.Time { return noon }, 0)
	ctx, cancel := context.WithCancel(t.Context())
	if err := Wait(ctx, clock, noon); err != nil {
		t.Fatal(err)
	}
	cancel()
	var s *bot.SendError
	if err := Wait(ctx, clock, noon.Add(time.Hour)); !errors.As(err, &s) || s.Kind != bot.Temporary || !errors.Is(err, context.Canceled) {
		t.Errorf("an ended wait: %v", err)
	}
}

func TestQuietKeysAreForgotten(t *testing.T) {
	l := New("a platform")
	for i := range rememberMax {
		if _, err := l.Reserve(noon, 0, gate("a", strconv.Itoa(i), 1, 1)); err != nil {
			t.Fatal(err)
		}
	}
	l.Pause(noon, time.Hour, gate("a", "7", 1, 1))
	if _, err := l.Reserve(noon.Add(10*time.Minute), 0, gate("a", "new", 1, 1)); err != nil {
		t.Fatal(err)
	}
	if len(l.spots) != 2 {
		t.Errorf("%d are remembered", len(l.spots))
	}
	if _, err := l.Reserve(noon.Add(10*time.Minute), 0, gate("a", "7", 1, 1)); err == nil {
		t.Error("a pause is forgotten")
	}
}
