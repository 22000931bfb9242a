package channels

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// patience is how long is waited for what has to happen.
const patience = 30 * time.Second

// platform is a channel, and the people of a transcript as they use it.
type platform interface {
	adapter() bot.Adapter
	// start, say and press do something as a person; they need not wait for what
	// comes of it. press takes the newest message with a button whose label
	// begins so.
	start(person string) error
	say(person, text string) error
	press(person, begin string) error
	// look reads the message of a receipt, as it stands before the person now.
	look(to bot.Address, r bot.Receipt) (person string, s seen, err error)
}

// talk is a transcript that takes place on one platform, with a whole bot behind
// it.
type talk struct {
	clock *bot.MovableClock
	store *sqlite.Store
	bot   *bot.Bot
	on    platform
	pause time.Duration // between two acts

	mu    sync.Mutex
	taken int
	ended error
	said  map[string][]seen // since it was read last
	shown map[string][]seen // all
	anew  int               // messages that should have been edited
}

// newTalk opens a platform on a store of its own.
func newTalk(t *testing.T, script *flows.Script, tr flowtest.Transcript, clock *bot.MovableClock, open func(w world) platform) *talk {
	t.Helper()
	store, err := sqlite.Open(filepath.Join(t.TempDir(), "visesbot.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	for _, p := range tr.People {
		if err := store.PutInvite(t.Context(), code(p.Name), invite(tr, p)); err != nil {
			t.Fatal(err)
		}
	}
	k := &talk{clock: clock, store: store, pause: 2 * time.Second, said: map[string][]seen{}, shown: map[string][]seen{}}
	scripts := bot.One(muffled{engine.Must(script)})
	k.on = open(world{t: t, people: onPlatform(tr), clock: clock, store: store, board: &bot.Onlooker{
		Talks: store, Store: store, Scripts: scripts, Clock: clock, Location: tr.Start.Location(),
	}})
	k.bot, err = bot.New(bot.Options{
		Store: store, Scripts: scripts, Words: script.Words,
		Channels: []bot.Adapter{watched{k.on.adapter(), k}}, Clock: clock, Location: tr.Start.Location(),
		Codes: k.nextCode,
		Retry: bot.Retry{Steps: 1, Reads: 1, Sends: 1},
	})
	if err != nil {
		t.Fatal(err)
	}
	k.receive(t)
	return k
}

// world is what a platform is made from.
type world struct {
	t      *testing.T
	people []flowtest.Person
	clock  *bot.MovableClock
	store  bot.Store
	board  *bot.Onlooker
}

// code is the invitation of a person.
func code(person string) string { return "invite-" + person }

func invite(tr flowtest.Transcript, p flowtest.Person) flows.Invite {
	return flows.Invite{Dossier: "d1", Role: p.Role, Lang: p.Lang, Enterprise: tr.Enterprise}
}

// receive lets the channel bring what people do, until the test ends. The bot
// itself works when it is told to.
func (k *talk) receive(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		err := k.on.adapter().Receive(ctx, k.accept)
		k.mu.Lock()
		defer k.mu.Unlock()
		if ctx.Err() == nil {
			k.ended = fmt.Errorf("receive ended: %w", err)
		}
	}()
	t.Cleanup(func() { cancel(); <-ended })
}

func (k *talk) accept(ctx context.Context, u bot.Update) error {
	err := k.bot.Accept(ctx, u)
	k.mu.Lock()
	defer k.mu.Unlock()
	if err == nil {
		k.taken++
	}
	return err
}

func (k *talk) count() (int, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.taken, k.ended
}

// do does one step of a transcript, with all that comes of it.
func (k *talk) do(s flowtest.Step) error {
	switch s.Kind {
	case flowtest.Opened:
		if err := k.handOver(s); err != nil {
			return err
		}
		return k.act(func() error { return k.on.start(s.Person) })
	case flowtest.Typed:
		return k.act(func() error { return k.on.say(s.Person, strings.ReplaceAll(s.Text, `\n`, "\n")) })
	case flowtest.Pressed:
		return k.act(func() error { return k.choose(s.Person, s.Text) })
	case flowtest.Waited:
		return k.advance(s.Wait)
	}
	return nil
}

// onPlatform are the people as a platform knows them: who comes with an
// invitation that was made in the talk is asked for the language, so the platform
// does not tell it.
func onPlatform(tr flowtest.Transcript) []flowtest.Person {
	people := slices.Clone(tr.People)
	for i, p := range people {
		if slices.ContainsFunc(tr.Steps, func(s flowtest.Step) bool {
			return s.Kind == flowtest.Opened && s.Person == p.Name && s.Text != ""
		}) {
			people[i].Lang = ""
		}
	}
	return people
}

// handOver gives somebody the invitation that they open the talk with, where it
// was made in the talk: every channel opens with the person's own code.
func (k *talk) handOver(s flowtest.Step) error {
	if s.Text == "" {
		return nil
	}
	made, err := k.store.Invite(context.Background(), s.Text)
	if err != nil {
		return err
	}
	return k.store.PutInvite(context.Background(), code(s.Person), made)
}

// nextCode names the next invitation as transcripts do: by how many were made.
func (k *talk) nextCode() string {
	for n := 1; ; n++ {
		next := fmt.Sprintf("CODE-%d", n)
		if _, err := k.store.Invite(context.Background(), next); err != nil {
			return next
		}
	}
}

// act lets somebody do something, waits until it was taken in, and lets the bot
// do everything that follows. What is done without a pause may be taken for a
// trembling hand.
func (k *talk) act(do func() error) error {
	k.clock.Move(k.pause)
	before, _ := k.count()
	if err := do(); err != nil {
		return err
	}
	for end := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		now, err := k.count()
		switch {
		case err != nil:
			return err
		case now > before:
			return k.bot.Drain(context.Background())
		case time.Now().After(end):
			return errors.New("it is not taken in")
		}
	}
}

// choose presses a button; a choice that is too long for one is pressed by its
// number.
func (k *talk) choose(person, label string) error {
	if k.on.press(person, label) == nil || k.on.press(person, flowtest.Tick+label) == nil {
		return nil
	}
	line := regexp.MustCompile(`(?m)^(\d+)\. (✓ )?` + regexp.QuoteMeta(label))
	for _, s := range slices.Backward(k.shown[person]) {
		if m := line.FindStringSubmatch(s.text); m != nil {
			return k.on.press(person, m[1])
		}
	}
	return fmt.Errorf("%s sees nothing to press for %q", person, label)
}

// advance lets time pass; what falls due on the way happens at its time.
func (k *talk) advance(d time.Duration) error {
	end := k.clock.Now().Add(d)
	for range 1000 {
		due, some, err := k.store.NextDue(context.Background())
		if err != nil {
			return err
		}
		if !some || due.After(end) {
			return k.clock.Set(end)
		}
		k.clock.Move(due.Sub(k.clock.Now()))
		if err := k.bot.Drain(context.Background()); err != nil {
			return err
		}
	}
	return errors.New("timers fall due without end")
}

// messages gives what was shown to somebody since it was asked last, edits too.
func (k *talk) messages(person string) []seen {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := k.said[person]
	k.said[person] = nil
	return all
}

// watched is a channel that has every message looked at as its person sees it.
type watched struct {
	bot.Adapter
	k *talk
}

func (w watched) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	r, err := w.Adapter.Send(ctx, to, m)
	if err != nil {
		return r, err
	}
	person, s, err := w.k.on.look(to, r)
	if err != nil {
		return r, &bot.SendError{Kind: bot.Permanent, Err: err}
	}
	w.k.mu.Lock()
	defer w.k.mu.Unlock()
	if m.Replace != "" && string(r) != m.Replace && w.Capabilities().Edits {
		w.k.anew++
	}
	w.k.said[person] = append(w.k.said[person], s)
	w.k.shown[person] = append(w.k.shown[person], s)
	return r, nil
}

// muffled is an engine that does not know which channel it talks on: one of its
// questions is which channels people use.
type muffled struct{ *engine.Engine }

func (m muffled) Step(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error) {
	ev.Channel = "phone"
	return m.Engine.Step(s, d, ev)
}
