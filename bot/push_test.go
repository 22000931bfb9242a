package bot_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// planned is a channel that may send so often to many, and as often as it likes
// otherwise.
type planned struct {
	*channel
	every time.Duration
	last  time.Time
	at    map[string]time.Time // when a message to many was shown
	now   func() time.Time
	busy  bool // nothing can be spared now
}

func (p *planned) Plan(now, until time.Time, to []bot.Address) (all []time.Time) {
	if p.last.Before(now) {
		p.last = now
	}
	for range to {
		if p.last.Add(p.every).After(until) {
			break
		}
		p.last = p.last.Add(p.every)
		all = append(all, p.last)
	}
	return all
}

func (p *planned) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	if m.Bulk && p.busy {
		return "", refuse(bot.Throttled, p.every)
	}
	if m.Bulk {
		p.at[to.Talk()] = p.now()
	}
	return p.channel.Send(ctx, to, m)
}

func newPlanned(t *testing.T) (*world, *planned) {
	p := &planned{every: 100 * time.Millisecond, at: map[string]time.Time{}}
	w := newWorld(t, func(o *bot.Options) {
		p.channel, p.now = o.Channels[0].(*channel), o.Clock.Now
		o.Channels = []bot.Adapter{p}
	})
	return w, p
}

// post pushes a text to n people.
func (w *world) post(id string, n int) {
	w.Helper()
	push := bot.Push{ID: id, Note: flows.Note{Kind: "hint", Text: "all"}, At: w.clock.Now()}
	for i := range n {
		push.To = append(push.To, bot.Address(fmt.Sprintf("test:p%04d", i)))
	}
	if err := push.Post(context.Background(), w.store); err != nil {
		w.Fatal(err)
	}
}

// run lets time go by, a twentieth of a second at a time.
func (w *world) run(d time.Duration) {
	w.Helper()
	for range d / (50 * time.Millisecond) {
		w.drain()
		w.clock.Move(50 * time.Millisecond)
	}
}

// Everybody is told once, in order, at the pace of the channel; and one who
// writes meanwhile is answered at once.
func TestAPushGivesWayToAnswers(t *testing.T) {
	w, p := newPlanned(t)
	w.post("m1", 600)
	w.post("m1", 600)
	for second := range 65 {
		who := fmt.Sprintf("p%04d", 599-second)
		w.channel.take()
		w.say(bot.Address("test:"+who), "a question")
		if got := w.channel.take(); len(got) > 2 || !slices.Contains(got, who+": a question") {
			t.Fatalf("after %d s, at once: %q", second, got)
		}
		w.run(time.Second)
	}
	w.post("m1", 600)
	w.run(5 * time.Second)
	if len(p.at) != 600 {
		t.Fatalf("%d were told", len(p.at))
	}
	for i := range 599 {
		first, then := p.at[fmt.Sprintf("p%04d", i)], p.at[fmt.Sprintf("p%04d", i+1)]
		if d := then.Sub(first); d < 50*time.Millisecond || d > 150*time.Millisecond {
			t.Fatalf("%d and %d were told %v apart", i, i+1, d)
		}
	}
	if got := w.channel.take(); slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "told") }) {
		t.Errorf("told again: %q", got)
	}
}

// While nothing can be spared for many, people are answered; afterwards those
// who had to wait are told.
func TestAPushWaitsForAnswers(t *testing.T) {
	w, p := newPlanned(t)
	p.busy = true
	w.post("m1", 40)
	for second := range 10 {
		w.say("test:noor", "a question")
		if got := w.channel.take(); !slices.Contains(got, "noor: a question") {
			t.Fatalf("after %d s: %q", second, got)
		}
		w.run(time.Second)
	}
	if len(p.at) > 0 {
		t.Errorf("%d were told", len(p.at))
	}
	p.busy = false
	w.run(2 * time.Second)
	if len(p.at) != 40 {
		t.Errorf("%d were told", len(p.at))
	}
}

// A push stops while the channel fails, so that what waits stays little, and
// goes on afterwards.
func TestAPushStopsWhileTheChannelFails(t *testing.T) {
	w, p := newPlanned(t)
	down := true
	w.channel.fail = func(bot.Message) error {
		if down {
			return refuse(bot.Temporary, 0)
		}
		return nil
	}
	w.post("m1", 300)
	w.run(5 * time.Minute)
	waiting := 0
	for a, b := range w.store.boxes {
		if strings.HasPrefix(string(a), "test:") {
			waiting += len(b.jobs)
		}
	}
	if waiting < 5 || waiting > 100 {
		t.Errorf("%d messages wait", waiting)
	}
	down = false
	w.run(6 * time.Minute)
	if len(p.at) != 300 {
		t.Errorf("%d were told", len(p.at))
	}
}

func TestAPushNeedsAName(t *testing.T) {
	w := newWorld(t)
	for _, p := range []bot.Push{{ID: ""}, {ID: "a.b"}, {ID: strings.Repeat("x", 41)}, {ID: "a", To: []bot.Address{"nobody"}}} {
		if err := p.Post(context.Background(), w.store); err == nil {
			t.Errorf("%+v is posted", p)
		}
	}
}
