package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/bot/bottest"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// TestSlackTranscripts plays every conversation of the content on the fake
// Slack, by Socket Mode and by HTTP: it is the same there as anywhere else.
func TestSlackTranscripts(t *testing.T) {
	var files fs.FS = content.FS
	script, problems := definition.Load(files)
	if definition.Failed(problems) {
		t.Fatal(problems)
	}
	transcripts, err := flowtest.Folder(files, "transcripts")
	if err != nil || len(transcripts) == 0 {
		t.Fatalf("%d transcripts: %v", len(transcripts), err)
	}
	media, err := fs.Sub(files, "media")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range transcripts {
		overHTTP := i%2 == 0
		t.Run(path.Base(f.Name), func(t *testing.T) {
			t.Parallel()
			same(t, f.Transcript, newWorkspace(t, script, f.Transcript, media, overHTTP), newPhones(t, script, f.Transcript))
		})
	}
}

// newPhones is the same conversation on a channel that can show everything as it
// is meant.
func newPhones(t *testing.T, script *flows.Script, tr flowtest.Transcript) flowtest.Player {
	store, err := sqlite.Open(filepath.Join(t.TempDir(), "phones.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	p, err := bottest.NewPlayer(store, &flows.Engine{Script: script}, tr)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// same does what people do in a transcript on both, and wants the same said to
// everybody after each act.
func same(t *testing.T, tr flowtest.Transcript, w *workspace, phones flowtest.Player) {
	t.Helper()
	acts := 0
	for _, s := range tr.Steps {
		for name, p := range map[string]flowtest.Player{"slack": w, "phones": phones} {
			var err error
			switch s.Kind {
			case flowtest.Opened:
				err = p.Start(s.Person)
			case flowtest.Typed:
				err = p.Said(s.Person, strings.ReplaceAll(s.Text, `\n`, "\n"))
			case flowtest.Pressed:
				err = p.Pressed(s.Person, s.Text)
			case flowtest.Waited:
				err = p.Advance(s.Wait)
			}
			if err != nil {
				t.Fatalf("line %d on %s: %v", s.Line, name, err)
			}
		}
		for _, p := range tr.People {
			want, _ := phones.Messages(p.Name)
			got, err := w.Messages(p.Name)
			if err != nil || len(got) < len(want) {
				t.Fatalf("line %d: %d messages to %s, not %d: %v", s.Line, len(got), p.Name, len(want), err)
			}
			acts += len(want)
			alike(t, s.Line, joined(got), joined(want))
		}
	}
	if acts < 5 {
		t.Errorf("only %d messages were compared", acts)
	}
}

// joined makes one of several messages: what is too long for one on Slack is
// said in parts.
func joined(all []flowtest.Shown) (one flowtest.Shown) {
	for _, m := range all {
		one.Lines, one.Buttons = append(one.Lines, m.Lines...), append(one.Buttons, m.Buttons...)
	}
	return one
}

// alike wants everything of one message in the other: a label that is too long
// for a button stands in the text, with its number.
func alike(t *testing.T, line int, got, want flowtest.Shown) {
	t.Helper()
	rest := inked(strings.Join(got.Lines, ""))
	for _, l := range want.Lines {
		_, after, found := strings.Cut(rest, inked(l))
		if !found {
			t.Fatalf("line %d: %q is not said in\n%v", line, l, got)
		}
		rest = after
	}
	for _, label := range want.Buttons {
		if !slices.Contains(got.Buttons, label) && !strings.Contains(inked(strings.Join(got.Lines, "")), inked(label)) {
			t.Fatalf("line %d: there is no [%s] on\n%v", line, label, got)
		}
	}
}

// inked is what of a text leaves ink, but for the marks of lists.
func inked(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '•' {
			return -1
		}
		return r
	}, s)
}

// muffled is an engine that does not know which channel it talks on: one of its
// questions is which channels people use.
type muffled struct{ bot.Stepper }

func (m muffled) Step(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error) {
	ev.Channel = "phone"
	return m.Stepper.Step(s, d, ev)
}

// workspace is a [flowtest.Player] on the fake Slack, with the whole bot behind
// it.
type workspace struct {
	t      *testing.T
	clock  *bot.MovableClock
	fake   *fakeslack.Server
	store  bot.Store
	bot    *bot.Bot
	people map[string]*fakeslack.Person
	chats  map[string]string // person by channel
	read   int               // calls seen so far
	said   map[string][]flowtest.Shown
}

func newWorkspace(t *testing.T, script *flows.Script, tr flowtest.Transcript, media fs.FS, overHTTP bool) *workspace {
	w := &workspace{
		t: t, clock: bot.NewMovableClock(func() time.Time { return tr.Start }, 0),
		people: map[string]*fakeslack.Person{}, chats: map[string]string{}, said: map[string][]flowtest.Shown{},
	}
	w.fake = fakeslack.New(fakeslack.Options{
		BotToken: "xoxb-1", AppToken: "xapp-1", SigningSecret: "secret", Now: w.clock.Now, Limits: &fakeslack.Limits{},
	})
	server := httptest.NewServer(w.fake)
	var err error
	if w.store, err = sqlite.Open(filepath.Join(t.TempDir(), "visesbot.db")); err != nil {
		t.Fatal(err)
	}
	w.join(tr)
	o := slack.Options{
		BotToken: "xoxb-1", API: server.URL + "/api/", Clock: w.clock, Rates: slack.Rates{}, Files: w.store, Media: media,
		Transport: &http.Transport{},
	}
	if overHTTP {
		o.SigningSecret = "secret"
	} else {
		o.AppToken = "xapp-1"
	}
	w.run(o, script, tr, server, overHTTP)
	return w
}

// join adds the people of a transcript, each with an invitation.
func (w *workspace) join(tr flowtest.Transcript) {
	for _, p := range tr.People {
		member := w.fake.Person(p.Name, p.Lang)
		w.people[p.Name], w.chats[member.Chat()] = member, p.Name
		invite := flows.Invite{
			Dossier: "d1", Role: p.Role, Lang: p.Lang,
			Enterprise: form.Enterprise{ID: "e1", Name: "De Brug", Country: "BE", Sample: true},
		}
		if err := w.store.PutInvite(context.Background(), p.Name, invite); err != nil {
			w.t.Fatal(err)
		}
	}
}

// run starts the channel; the bot itself works when it is told to.
func (w *workspace) run(o slack.Options, script *flows.Script, tr flowtest.Transcript, server *httptest.Server, overHTTP bool) {
	channel, err := slack.New(o)
	if err != nil {
		w.t.Fatal(err)
	}
	app := httptest.NewServer(channel)
	if overHTTP {
		w.fake.Deliver(app.URL)
	}
	w.bot, err = bot.New(bot.Options{
		Store: w.store, Scripts: bot.One(muffled{&flows.Engine{Script: script}}), Words: script.Words, Channels: []bot.Adapter{channel},
		Clock: w.clock, Location: tr.Start.Location(), Retry: bot.Retry{Steps: 1, Reads: 1, Sends: 1},
	})
	if err != nil {
		w.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	var all sync.WaitGroup
	all.Go(func() { _ = channel.Receive(ctx, w.bot.Accept) })
	w.t.Cleanup(func() {
		cancel()
		all.Wait()
		w.fake.Close()
		app.Close()
		server.CloseClientConnections()
		server.Close()
		_ = w.store.Close()
	})
}

func (w *workspace) Start(person string) error {
	return w.act(person, func(p *fakeslack.Person) error { p.Say("start " + person); return nil })
}

func (w *workspace) Said(person, text string) error {
	return w.act(person, func(p *fakeslack.Person) error { p.Say(text); return nil })
}

func (w *workspace) Pressed(person, label string) error {
	return w.act(person, func(p *fakeslack.Person) error {
		if p.Press(label) == nil || p.Press(flowtest.Tick+label) == nil {
			return nil
		}
		for _, m := range slices.Backward(p.Shown()) {
			number := regexp.MustCompile(`(?m)^(\d+)\. (✓ )?` + regexp.QuoteMeta(label)).FindStringSubmatch(m.Text)
			if number != nil {
				return p.Press(number[1])
			}
		}
		return fmt.Errorf("there is nothing to press for %q", label)
	})
}

// act lets somebody do something, and the bot everything that follows.
func (w *workspace) act(person string, do func(*fakeslack.Person) error) error {
	p := w.people[person]
	if p == nil {
		return fmt.Errorf("nobody is called %q", person)
	}
	if err := do(p); err != nil {
		return err
	}
	for end := time.Now().Add(20 * time.Second); w.fake.Waiting() > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			return errors.New("it is not acknowledged")
		}
	}
	return w.drain()
}

func (w *workspace) drain() error { return w.bot.Drain(context.Background()) }

// Advance lets time pass; what falls due on the way happens at its time.
func (w *workspace) Advance(d time.Duration) error {
	end := w.clock.Now().Add(d)
	for range 1000 {
		due, some, err := w.store.NextDue(context.Background())
		if err != nil {
			return err
		}
		if !some || due.After(end) {
			return w.clock.Set(end)
		}
		w.clock.Move(due.Sub(w.clock.Now()))
		if err := w.drain(); err != nil {
			return err
		}
	}
	return errors.New("timers fall due without end")
}

// Messages returns what was shown to somebody since the last call, edits too.
func (w *workspace) Messages(person string) ([]flowtest.Shown, error) {
	calls := w.fake.Calls("")
	for _, c := range calls[w.read:] {
		if c.Method != "chat.postMessage" && c.Method != "chat.update" {
			continue
		}
		if ok, _ := c.Answer["ok"].(bool); !ok {
			return nil, fmt.Errorf("the fake refused %s: %v", c.Method, c.Answer)
		}
		chat, _ := c.Args["channel"].(string)
		to := w.chats[chat]
		w.said[to] = append(w.said[to], read(c))
	}
	w.read = len(calls)
	all := w.said[person]
	w.said[person] = nil
	return all, nil
}

// read is a message as transcripts write it, without the button of a form, which
// belongs to Slack alone.
func read(c fakeslack.Call) flowtest.Shown {
	seen := c.Shown()
	s := flowtest.Shown{Buttons: slices.DeleteFunc(seen.Labels, func(l string) bool { return strings.HasPrefix(l, "✎") || strings.HasPrefix(l, "📅") })}
	for line := range strings.SplitSeq(seen.Text, "\n") {
		if line != "" {
			s.Lines = append(s.Lines, line)
		}
	}
	return s
}

// Visited is not counted here.
func (w *workspace) Visited() flowtest.Visits { return flowtest.Visits{} }
