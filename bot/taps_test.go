package bot_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// steady keeps the receipt of what it edits, as platforms do.
type steady struct{ *channel }

func (s steady) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	r, err := s.channel.Send(ctx, to, m)
	if err == nil && m.Replace != "" {
		return bot.Receipt(m.Replace), nil
	}
	return r, err
}

// keys is a conversation of cards with buttons: "tick" edits the card, and whatever
// else is pressed or said brings a new one.
type keys struct{}

func (keys) Step(s flows.Session, _ form.Source, ev flows.Event) (flows.Turn, error) {
	tick := ev.Press == "tick"
	if !tick {
		s.Cards++
	}
	buttons := [][]flows.Button{{{Label: "tick", Data: "tick", Kind: "tick"}, {Label: "yes", Data: "yes", Kind: "choice"}}}
	card := &flows.Card{ID: fmt.Sprintf("c%d", s.Cards), Replace: tick, Lines: []flows.Line{{Style: flows.Body, Text: ev.Press + ev.Text}}, Buttons: buttons}
	return flows.Turn{Session: s, Wishes: []flows.Wish{{Say: card}}}, nil
}

// tapper presses in a world of keys.
type tapper struct {
	*world
	presses int
}

func newTapper(t *testing.T, rule bot.Taps) *tapper {
	w := newWorld(t)
	var err error
	w.bot, err = bot.New(bot.Options{Store: w.store, Scripts: bot.One(keys{}), Channels: []bot.Adapter{steady{w.channel}}, Clock: w.clock, Taps: rule})
	if err != nil {
		t.Fatal(err)
	}
	w.say("test:a", "hello")
	w.heard("a: hello")
	return &tapper{world: w}
}

// press presses after a while, and tells what was said of it: empty when it counts.
func (w *tapper) press(after time.Duration, on bot.Receipt, data string) string {
	w.Helper()
	w.clock.Move(after)
	w.presses++
	return w.again(on, data)
}

// again brings the last update once more.
func (w *tapper) again(on bot.Receipt, data string) string {
	w.Helper()
	err := w.bot.Accept(w.Context(), bot.Update{ID: fmt.Sprint("p", w.presses), Address: "test:a", Press: data, On: on})
	w.drain()
	var unmeant *bot.Unmeant
	if errors.As(err, &unmeant) {
		return unmeant.Say.EN
	}
	if err != nil {
		w.Fatal(err)
	}
	return ""
}

const ms = time.Millisecond

// A double tap answers the card that was read, and not the one that came meanwhile.
func TestACardThatNobodyReadTakesNoPress(t *testing.T) {
	w := newTapper(t, bot.DefaultTaps())
	if said := w.press(499*ms, "m1", "yes"); said == "" {
		t.Error("a card was answered before it was read")
	}
	if said := w.press(ms, "m1", "yes"); said != "" {
		t.Errorf("after half a second it says %q", said)
	}
	if said := w.press(300*ms, "m2", "yes"); said == "" {
		t.Error("the second tap answered the next card")
	}
	w.heard("a: yes")
	if said := w.press(300*ms, "m2", "yes"); said != "" {
		t.Errorf("the next card says %q once it was read", said)
	}
	w.heard("a: yes")
}

func TestARepeatedPressIsOne(t *testing.T) {
	w := newTapper(t, bot.DefaultTaps())
	_ = w.press(time.Second, "m1", "yes")
	if said := w.again("m1", "yes"); said != "" {
		t.Errorf("an update that comes again is told %q", said)
	}
	if said := w.press(1900*ms, "m1", "yes"); said == "" {
		t.Error("it was pressed twice within two seconds")
	}
	w.heard("a: yes")
	if said := w.press(100*ms, "m1", "yes"); said != "" {
		t.Errorf("two seconds later it says %q", said)
	}
	w.heard("a: yes")
}

// A card that is ticked is edited in place: it is not new, and a tick that was seen
// may be taken away.
func TestTicksFollowEachOther(t *testing.T) {
	w := newTapper(t, bot.DefaultTaps())
	if said := w.press(time.Second, "m1", "tick"); said != "" {
		t.Fatal(said)
	}
	if said := w.press(100*ms, "m1", "tick"); said == "" {
		t.Error("a double tap ticks and takes away")
	}
	if said := w.press(100*ms, "m1", "yes"); said != "" {
		t.Errorf("another button of it says %q", said)
	}
	w.heard("a: tick (in place of m1)", "a: yes")
	_ = w.press(time.Second, "m3", "tick") // m2 is what the edit would have been
	w.clock.Move(100 * ms)
	if said := w.press(500*ms, "m3", "tick"); said != "" {
		t.Errorf("the tick that was seen stays: %q", said)
	}
}

func TestEveryPressCountsWithoutARule(t *testing.T) {
	w := newTapper(t, bot.Taps{})
	for range 2 {
		if said := w.press(0, "m1", "yes"); said != "" {
			t.Error(said)
		}
	}
	w.heard("a: yes", "a: yes")
}
