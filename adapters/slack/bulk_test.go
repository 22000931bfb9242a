package slack_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"visesbot/adapters/slack"
	"visesbot/bot"
	"visesbot/flows"
)

// A message to many leaves room for an answer, and does not wait inside.
func TestAnswersGoBeforeBulk(t *testing.T) {
	l := newLab(t, true, func(o *slack.Options) {
		o.Rates = slack.DefaultRates()
		o.Rates["channel"], o.Rates["chat.postMessage"] = 6000, 60
	})
	p := l.people[0]
	l.send(p, say(line(flows.Body, "where they talk is known")))
	l.clock.Move(time.Minute)
	bulk := func(i int) error {
		m := say(line(flows.Body, fmt.Sprint("to many ", i)))
		m.Bulk = true
		_, err := l.channel.Send(t.Context(), p.Address(), m)
		return err
	}
	var throttled *bot.SendError
	for i := range 10 {
		if err := bulk(i); err == nil {
			continue
		} else if !errors.As(err, &throttled) || throttled.Kind != bot.Throttled {
			t.Fatal(err)
		}
		break
	}
	if throttled == nil || throttled.After > 2*time.Second {
		t.Fatalf("after ten at once: %v", throttled)
	}
	l.send(p, say(line(flows.Body, "an answer")))
	if bulk(10) == nil {
		t.Error("it takes what is left for answers")
	}
	l.clock.Move(5 * time.Second)
	if err := bulk(11); err != nil {
		t.Errorf("five seconds later: %v", err)
	}
	if n := l.platform.Refused(); n > 0 {
		t.Errorf("%d were refused", n)
	}
}

// Each workspace has moments of its own.
func TestPlan(t *testing.T) {
	l := newLab(t, true)
	now := l.clock.Now()
	to := make([]bot.Address, 100)
	for i := range to {
		to[i] = bot.Address(fmt.Sprintf("slack:T%d-U%d", i%2, i))
	}
	first := l.channel.Plan(now, now.Add(3*time.Second), to)
	if len(first) != 24 { // 240 a minute, twice
		t.Fatalf("%d moments in three seconds", len(first))
	}
	for i := 2; i < len(first); i++ {
		if d := first[i].Sub(first[i-2]); d != 250*time.Millisecond {
			t.Errorf("%v between two of one workspace", d)
		}
	}
	if again := l.channel.Plan(now, now.Add(3*time.Second), to); len(again) > 0 {
		t.Errorf("%d moments are given twice", len(again))
	}
}
