package main

import (
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// showing is a message with these buttons.
func showing(push string, presses ...string) bot.Message {
	m := bot.Message{Push: push}
	for _, p := range presses {
		m.Buttons = append(m.Buttons, []flows.Button{{Label: p, Data: p}})
	}
	return m
}

// TestCastWants: those who are not on the page begin what they are sent, and
// nothing else; they follow it to its end, and choose by their taste.
func TestCastWants(t *testing.T) {
	for _, c := range []struct {
		m     bot.Message
		taste int
		want  string
	}{
		{showing("M1-x", "learn~M1", "home"), 0, "learn~M1"},
		{showing("", "answer", "learn~M2", "home"), 0, ""},
		{showing("", "next~3", "back", "later"), 5, "next~3"},
		{showing("", "learn~M1", "next~6"), 1, "next~6"}, // to try again, or to go on
		{showing("", "next~17", "leave"), 0, "leave"},
		{showing("", "check~5~a", "check~5~b", "check~5~c"), 4, "check~5~b"},
		{showing("", "check~5~a", "check~5~b", "check~5~"), 0, "check~5~"},
	} {
		if got := wanted(c.m, c.taste); got != c.want {
			t.Errorf("of %v they want %q, not %q", c.m.Buttons, got, c.want)
		}
	}
}

// TestCastAnswersOnceADay: one question when they are reminded, and no other until
// the next day; who has stalled answers none.
func TestCastAnswersOnceADay(t *testing.T) {
	now := demoDay(t, "2027-03-01 09:00")
	clock := bot.NewMovableClock(func() time.Time { return now }, 0)
	c := newCast(nil, nil, clock)
	asked := func(to bot.Address, want string, presses ...string) {
		t.Helper()
		if _, err := c.Send(t.Context(), to, showing("", presses...)); err != nil || c.wants[to] != want {
			t.Errorf("%s wants %q, not %q (%v)", to, c.wants[to], want, err)
		}
		delete(c.wants, to)
	}
	asked("cast:rives-me-1", "s~4", "back", "s~4", "more")
	asked("cast:rives-me-1", "", "u~5", "more")
	asked("cast:kruidentuin-me-1", "", "a~4~yes", "more")
	asked("cast:kruidentuin-me-1", "", "next~1")
	clock.Move(24 * time.Hour)
	asked("cast:rives-me-1", "a~6~2", "u~6", "a~6~2")
}
