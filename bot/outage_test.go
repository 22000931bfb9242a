package bot_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
)

// pass lets time go by, ten seconds at a time, and does what falls due.
func (w *world) pass(d time.Duration) {
	w.Helper()
	for range d / (10 * time.Second) {
		w.clock.Move(10 * time.Second)
		w.drain()
	}
}

// For an hour nothing can be sent, while people write all the time and timers
// fall due: nothing is given up, and all goes out in order once it can, within
// the longest pause between two tries.
func TestAnHourWithoutThePlatform(t *testing.T) {
	w := newWorld(t, func(o *bot.Options) { o.Retry = bot.DefaultRetry() })
	start, down := w.clock.Now(), true
	w.channel.fail = func(bot.Message) error {
		if down {
			return refuse(bot.Temporary, 0)
		}
		return nil
	}
	people := []string{"a", "b", "c"}
	want := map[string][]string{}
	hear := func(who, text string) { want[who] = append(want[who], who+": "+text) }
	for _, who := range people {
		w.say(bot.Address("test:"+who), "wait 30m")
		hear(who, "wait 30m")
	}
	for minute := range 60 {
		who := people[minute%len(people)]
		text := fmt.Sprintf("minute %d", minute)
		w.say(bot.Address("test:"+who), text)
		if hear(who, text); minute == 29 {
			for _, all := range people {
				hear(all, "time for remind.me")
			}
		}
		w.pass(time.Minute)
	}
	if got := w.channel.take(); len(got) > 0 || w.clock.Now().Sub(start) < time.Hour {
		t.Fatalf("shown after %v: %q", w.clock.Now().Sub(start), got)
	}
	down = false
	w.pass(5 * time.Minute)
	shown := w.channel.take()
	for _, who := range people {
		got := slices.DeleteFunc(slices.Clone(shown), func(s string) bool { return !strings.HasPrefix(s, who+": ") })
		if !slices.Equal(got, want[who]) {
			t.Errorf("%s was shown\n%q, not\n%q", who, got, want[who])
		}
		if dead := w.store.dead(bot.Address("test:" + who)); len(dead) > 0 {
			t.Errorf("%d messages to %s were given up", len(dead), who)
		}
	}
}

// A platform that is down for good is tried for about two days.
func TestHowLongAMessageIsTried(t *testing.T) {
	w := newWorld(t, func(o *bot.Options) { o.Retry = bot.DefaultRetry() })
	w.channel.fail = func(bot.Message) error { return refuse(bot.Temporary, 0) }
	w.say("test:a", "hello")
	w.pass(36 * time.Hour)
	if len(w.store.dead("test:a")) > 0 {
		t.Error("it was given up within 36 hours")
	}
	w.pass(36 * time.Hour)
	if len(w.store.dead("test:a")) != 1 {
		t.Error("it was not given up after 72 hours")
	}
}
