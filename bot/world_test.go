package bot_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// world is a bot with a store in memory, one channel that writes down what it
// is asked to show, a clock that stands still, and a parrot to talk to.
type world struct {
	*testing.T
	store   *memory
	channel *channel
	clock   *bot.MovableClock
	parrot  *parrot
	bot     *bot.Bot
	updates int
}

func noon() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }

func newWorld(t *testing.T, change ...func(*bot.Options)) *world {
	w := &world{
		T: t, store: newMemory(), channel: &channel{name: "test", can: bot.Capabilities{Edits: true}},
		clock: bot.NewMovableClock(noon, 0), parrot: &parrot{},
	}
	o := bot.Options{
		Store: w.store, Scripts: bot.One(w.parrot), Channels: []bot.Adapter{w.channel}, Clock: w.clock,
		Poll: 10 * time.Millisecond,
	}
	for _, c := range change {
		c(&o)
	}
	var err error
	if w.bot, err = bot.New(o); err != nil {
		t.Fatal(err)
	}
	return w
}

// say has somebody say something, and does all that comes of it.
func (w *world) say(to bot.Address, text string) {
	w.Helper()
	w.arrive(bot.Update{Address: to, Text: text})
	w.drain()
}

func (w *world) arrive(u bot.Update) {
	w.Helper()
	if u.ID == "" {
		w.updates++
		u.ID = fmt.Sprint(w.updates)
	}
	if err := w.bot.Accept(context.Background(), u); err != nil {
		w.Fatalf("accept: %v", err)
	}
}

func (w *world) drain() {
	w.Helper()
	if err := w.bot.Drain(context.Background()); err != nil {
		w.Fatalf("drain: %v", err)
	}
}

// heard wants exactly these messages to have been shown since it was last
// asked.
func (w *world) heard(want ...string) {
	w.Helper()
	got := w.channel.take()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		w.Fatalf("heard\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// channel writes down what it is asked to show; fail may refuse it.
type channel struct {
	name    string
	can     bot.Capabilities
	updates []bot.Update // given by Receive
	fail    func(bot.Message) error
	shut    map[bot.Address]bot.Cause // who is not reached, and why

	mu    sync.Mutex
	shown []string
	sent  int
}

func (c *channel) Name() string                   { return c.name }
func (c *channel) Capabilities() bot.Capabilities { return c.can }

func (c *channel) Receive(ctx context.Context, accept bot.Accept) error {
	for _, u := range c.updates {
		if err := accept(ctx, u); err != nil {
			return err
		}
	}
	<-ctx.Done()
	return ctx.Err()
}

func (c *channel) Send(_ context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.fail != nil {
		if err := c.fail(m); err != nil {
			return "", err
		}
	}
	if cause, ok := c.shut[to]; ok {
		return "", &bot.SendError{Kind: bot.Permanent, Cause: cause, Err: errors.New("nobody there")}
	}
	c.sent++
	var text []string
	for _, l := range m.Lines {
		text = append(text, l.Text)
	}
	line := fmt.Sprintf("%s: %s", to.Talk(), strings.Join(text, " / "))
	if m.Replace != "" {
		line += " (in place of " + m.Replace + ")"
	}
	c.shown = append(c.shown, line)
	return bot.Receipt(fmt.Sprintf("m%d", c.sent)), nil
}

func (c *channel) take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	shown := c.shown
	c.shown = nil
	return shown
}

// parrot is a conversation that does what it is told: "wait 3h", "tell
// test:b", "keep", "panic", "fail", "edit", and repeats anything else. It keeps
// in the session how often it was spoken to.
type parrot struct {
	mu     sync.Mutex
	events []flows.Event
}

var errParrot = errors.New("the parrot is ill")

func (p *parrot) Step(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error) {
	p.mu.Lock()
	p.events = append(p.events, ev)
	p.mu.Unlock()
	if ev.Invite != nil {
		s.Dossier, s.Lang = ev.Invite.Dossier, ev.Invite.Lang
	}
	s.Cards++
	turn := flows.Turn{Session: s}
	word, rest, _ := strings.Cut(ev.Text, " ")
	say := ev.Text
	switch {
	case ev.Kind == flows.Timer:
		say = "time for " + ev.Timer
	case ev.Kind == flows.Told:
		say = "told " + ev.Note.Text
	case ev.Kind == flows.Started:
		say = "hello " + s.Dossier
	case ev.Kind == flows.Pressed:
		say = "pressed " + ev.Press
	case word == "wait":
		span, _ := time.ParseDuration(rest)
		turn.Wishes = append(turn.Wishes, flows.Wish{Wait: &flows.Wait{Name: "remind.me", At: ev.At.Add(span)}})
	case word == "forget":
		turn.Wishes = append(turn.Wishes, flows.Wish{Wait: &flows.Wait{Name: "remind.me"}})
	case word == "tell":
		turn.Wishes = append(turn.Wishes, flows.Wish{Tell: &flows.Tell{To: rest, Note: flows.Note{Kind: "hint", Text: "by " + s.Address}}})
	case word == "panic":
		panic("a secret of the enterprise")
	case word == "fail":
		return turn, errParrot
	case word == "keep":
		turn.Changes, say = keep(d, rest)
	}
	card := &flows.Card{ID: fmt.Sprintf("c%d", s.Cards), Lines: []flows.Line{{Style: flows.Body, Text: say}}}
	if word == "edit" {
		card.ID, card.Replace = rest, true
	}
	turn.Wishes = append(turn.Wishes, flows.Wish{Say: card})
	return turn, nil
}

// keep adds a word to the one answer there is.
func keep(d form.Source, word string) (form.Changes, string) {
	a, _ := d.Answer("Q1")
	a.Place = "Q1"
	a.Value.Text = strings.TrimSpace(a.Value.Text + " " + word)
	h := d.Head()
	h.Version++
	return form.Changes{Head: &h, Answers: []form.Answer{*a}}, "kept " + a.Value.Text
}
