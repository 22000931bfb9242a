package bot_test

import (
	"errors"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

func refuse(kind bot.SendKind, after time.Duration) error {
	return &bot.SendError{Kind: kind, After: after, Err: errors.New("no")}
}

func TestACardIsEditedInPlace(t *testing.T) {
	w := newWorld(t)
	w.say("test:a", "hello")
	w.say("test:a", "edit c1")
	w.say("test:a", "edit c9")
	w.heard("a: hello", "a: edit c1 (in place of m1)", "a: edit c9")
}

func TestAChannelThatCannotEdit(t *testing.T) {
	w := newWorld(t)
	w.channel.can.Edits = false
	w.say("test:a", "hello")
	w.say("test:a", "edit c1")
	w.heard("a: hello", "a: edit c1")
}

func TestPartsAreEditedOneByOne(t *testing.T) {
	w := newWorld(t)
	w.channel.can.TextMax = 24
	w.say("test:a", "one two three four five six")
	w.say("test:a", "edit c1 and some more words")
	w.heard(
		"a: one two three four ", "a: five six",
		"a: edit c1 and some ", "a: more words",
	)
	w.say("test:a", "edit c1")
	w.heard("a: edit c1 (in place of m1)")
}

func TestWhatCannotBeEditedIsShownAnew(t *testing.T) {
	w := newWorld(t)
	w.say("test:a", "hello")
	w.channel.fail = func(m bot.Message) error {
		if m.Replace != "" {
			return refuse(bot.Permanent, 0)
		}
		return nil
	}
	w.say("test:a", "edit c1")
	w.heard("a: hello", "a: edit c1")
	if dead := w.store.dead("test:a"); len(dead) > 0 {
		t.Errorf("given up: %v", dead)
	}
}

func TestAFailingChannelIsTriedAgainInOrder(t *testing.T) {
	w := newWorld(t)
	broken := true
	w.channel.fail = func(m bot.Message) error {
		if broken && m.Lines[0].Text == "one" {
			return refuse(bot.Temporary, 0)
		}
		return nil
	}
	w.say("test:a", "one")
	w.say("test:a", "two")
	w.say("test:b", "other")
	w.heard("b: other")
	w.clock.Move(10 * time.Second)
	w.drain()
	broken = false
	w.drain()
	w.heard()
	w.clock.Move(10 * time.Second)
	w.drain()
	w.heard("a: one", "a: two")
}

func TestWaitingBecauseAskedIsNoFailure(t *testing.T) {
	w := newWorld(t, func(o *bot.Options) { o.Retry = bot.Retry{First: 1, Most: 1, Steps: 1, Reads: 1, Sends: 1} })
	asked := 0
	w.channel.fail = func(bot.Message) error {
		if asked++; asked <= 100 {
			return refuse(bot.Throttled, time.Minute)
		}
		return nil
	}
	w.say("test:a", "one")
	w.clock.Move(59 * time.Second)
	w.drain()
	if asked != 1 {
		t.Fatalf("asked %d times within the minute", asked)
	}
	for range 100 {
		w.clock.Move(time.Minute)
		w.drain()
	}
	w.heard("a: one")
}

func TestAMessageIsGivenUp(t *testing.T) {
	for _, test := range []struct {
		kind  bot.SendKind
		tries int
	}{{bot.Permanent, 1}, {bot.Temporary, 3}} {
		t.Run(string(test.kind), func(t *testing.T) {
			w := newWorld(t, func(o *bot.Options) { o.Retry.Sends, o.Retry.Steps, o.Retry.Reads = 3, 3, 3 })
			tries := 0
			w.channel.fail = func(m bot.Message) error {
				if m.Lines[0].Text != "one" {
					return nil
				}
				tries++
				return refuse(test.kind, 0)
			}
			w.say("test:a", "one")
			w.say("test:a", "two")
			for range 5 {
				w.clock.Move(3 * time.Hour)
				w.drain()
			}
			w.heard("a: two")
			dead := w.store.dead("test:a")
			if tries != test.tries || len(dead) != 1 || dead[0].Message.Lines[0].Text != "one" || dead[0].Error == "" {
				t.Errorf("%d tries, dead: %+v", tries, dead)
			}
		})
	}
}

func TestAnAdapterThatPanics(t *testing.T) {
	w := newWorld(t)
	ill := true
	w.channel.fail = func(bot.Message) error {
		if ill {
			panic("out of ink")
		}
		return nil
	}
	w.say("test:a", "one")
	ill = false
	w.clock.Move(time.Minute)
	w.drain()
	w.heard("a: one")
}

func TestAChannelThatIsNotThere(t *testing.T) {
	w := newWorld(t)
	w.store.arrive("slack:x", bot.Job{ID: "s", Kind: bot.JobSend, Message: &bot.Message{Lines: []flows.Line{{Text: "later"}}}})
	w.store.arrive("slack:x", bot.Job{ID: "u", Kind: bot.JobUpdate, Event: &flows.Event{Kind: flows.Said, Text: "hi"}})
	for range 50 {
		w.drain()
		w.clock.Move(2 * time.Minute)
	}
	if len(w.parrot.events) > 0 {
		t.Error("it was stepped without a channel to answer on")
	}
	slack := &channel{name: "slack"}
	b, err := bot.New(bot.Options{Store: w.store, Scripts: bot.One(w.parrot), Channels: []bot.Adapter{slack}, Clock: w.clock})
	if err != nil {
		t.Fatal(err)
	}
	w.bot = b
	w.drain()
	if got := slack.take(); len(got) != 2 {
		t.Errorf("the channel showed %q", got)
	}
}

func TestAStoreThatFailsAfterSending(t *testing.T) {
	w := newWorld(t)
	commits := 0
	w.store.fail = func(call string) error {
		if call != "commit" {
			return nil
		}
		if commits++; commits == 2 { // of the sending
			return errors.New("the disk is away")
		}
		return nil
	}
	w.say("test:a", "one")
	w.heard("a: one")
	w.clock.Move(time.Hour)
	w.drain()
	w.heard()
}

func TestTwoMessagesOfOneTimerBothCome(t *testing.T) {
	w := newWorld(t)
	away := true
	w.channel.fail = func(bot.Message) error {
		if away {
			return refuse(bot.Throttled, 10*time.Hour)
		}
		return nil
	}
	for range 2 {
		w.say("test:a", "wait 1h")
		w.clock.Move(time.Hour)
		w.drain()
	}
	away = false
	w.clock.Move(10 * time.Hour)
	w.drain()
	w.heard("a: wait 1h", "a: time for remind.me", "a: wait 1h", "a: time for remind.me")
}
