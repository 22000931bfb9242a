package slack_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"visesbot/adapters/adaptertest"
	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
	"visesbot/flows/form"
)

// What must not be seen.
const (
	botToken = "xoxb-1111-token-that-must-not-be-seen"
	appToken = "xapp-1-A0APP-token-that-must-not-be-seen"
	secret   = "signing-secret-that-must-not-be-seen"
)

// site is the fake platform with one app, by Socket Mode or by HTTP.
type site struct {
	t         testing.TB
	clock     *bot.MovableClock
	platform  *fakeslack.Server
	server    *httptest.Server
	transport *http.Transport
	log       *loud
	people    []*person
	shelf     *shelf

	http    bool
	hook    *httptest.Server
	mu      sync.Mutex
	channel *slack.Adapter
}

func newSite(t testing.TB, overHTTP bool, change ...func(*fakeslack.Options)) *site {
	s := &site{
		t: t, clock: bot.NewMovableClock(time.Now, 0), log: &loud{}, http: overHTTP, shelf: newShelf(), transport: &http.Transport{},
	}
	o := fakeslack.Options{
		BotToken: botToken, AppToken: appToken, SigningSecret: secret, Now: s.clock.Now,
		Retries: []time.Duration{0, 20 * time.Millisecond, 50 * time.Millisecond, 100 * time.Millisecond, 500 * time.Millisecond, time.Second, time.Minute, 5 * time.Minute},
	}
	for _, c := range change {
		c(&o)
	}
	s.platform = fakeslack.New(o)
	s.server = httptest.NewServer(s.platform)
	s.hook = httptest.NewServer(http.HandlerFunc(s.call))
	if overHTTP {
		s.platform.Deliver(s.hook.URL)
	}
	for _, name := range []string{"Noor", "Sam", "Robin"} {
		s.people = append(s.people, &person{s.platform.Person(name, "nl-BE"), s})
	}
	t.Cleanup(func() {
		s.platform.Close()
		s.hook.Close()
		s.server.CloseClientConnections()
		s.server.Close()
	})
	return s
}

// call brings a request to the channel of the moment.
func (s *site) call(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	channel := s.channel
	s.mu.Unlock()
	if channel == nil {
		http.Error(w, "nobody is there", http.StatusBadGateway)
		return
	}
	channel.ServeHTTP(w, r)
}

func (s *site) options() slack.Options {
	o := slack.Options{
		BotToken: botToken, API: s.server.URL + "/api/", Clock: s.clock, Transport: s.transport, Files: s.shelf,
		Commands: commands(),
		Media:    fstest.MapFS{"chain.nl.png": {Data: png()}},
		Log:      slog.New(slog.NewTextHandler(s.log, nil)), Call: 5 * time.Second,
	}
	if s.http {
		o.SigningSecret = secret
	} else {
		o.AppToken = appToken
	}
	return o
}

func (s *site) Open(t testing.TB) bot.Adapter { return s.open(t, s.options()) }

func (s *site) open(t testing.TB, o slack.Options) *slack.Adapter {
	channel, err := slack.New(o)
	if err != nil {
		t.Fatal(err)
	}
	s.mu.Lock()
	s.channel = channel
	s.mu.Unlock()
	return channel
}

func (s *site) Person(n int) adaptertest.Person {
	if n >= len(s.people) {
		return nil
	}
	return s.people[n]
}

func (s *site) Edits()               {}
func (s *site) TapsCountOnce()       {}
func (s *site) Again()               { s.platform.Again(10) }
func (s *site) Refused() int         { return s.platform.Refused() }
func (s *site) Pass(d time.Duration) { s.clock.Move(d) }
func (s *site) Secrets() []string    { return []string{botToken, appToken, secret} }
func (s *site) Logged() string       { return s.log.String() }
func (s *site) Rest()                { s.transport.CloseIdleConnections() }
func (s *site) Sendings() int        { return len(s.platform.Calls("chat.postMessage")) }

// Bounds are those of a message of Block Kit.
func (s *site) Bounds() bot.Capabilities {
	return bot.Capabilities{TextMax: 13_200, Buttons: 49 * 25, Row: 25, LabelMax: 75}
}

func (s *site) fail(f fakeslack.Fault) func() {
	f.Method, f.Times = "chat.postMessage", -1
	return s.platform.Fail(f)
}

func (s *site) Down() func()                { return s.fail(fakeslack.Fault{Status: 502}) }
func (s *site) Dead() func()                { return s.fail(fakeslack.Fault{Drop: true}) }
func (s *site) Hang(d time.Duration) func() { return s.fail(fakeslack.Fault{Delay: d}) }
func (s *site) Forget() func()              { return s.fail(fakeslack.Fault{Error: "invalid_auth"}) }

func (s *site) Throttle(pause time.Duration) {
	s.platform.Fail(fakeslack.Fault{Method: "chat.postMessage", Status: 429, RetryAfter: int(pause / time.Second)})
}

// Oddities are payloads that no bot should stumble over.
func (s *site) Oddities() map[string]func() {
	odd := map[string]func(){
		"talk in a channel": func() {
			s.event(`{"type":"message","channel":"C1","channel_type":"channel","user":"U0X","text":"x","ts":"1.1"}`)
		},
		"another bot": func() {
			s.event(`{"type":"message","channel":"D1","channel_type":"im","user":"U0X","bot_id":"B9","text":"x","ts":"1.2"}`)
		},
		"an edited message": func() {
			s.event(`{"type":"message","subtype":"message_changed","channel":"D1","channel_type":"im","message":{"text":"x"}}`)
		},
		"a deleted message":  func() { s.event(`{"type":"message","subtype":"message_deleted","channel":"D1","channel_type":"im"}`) },
		"an unknown event":   func() { s.event(`{"type":"reaction_of_2031","user":"U0X"}`) },
		"no user":            func() { s.event(`{"type":"message","channel":"D1","channel_type":"im","text":"x"}`) },
		"wrong types":        func() { s.event(`{"type":"message","channel":7,"channel_type":"im","user":{},"text":[],"ts":null}`) },
		"no event":           func() { s.platform.Bring("events_api", []byte(`{"type":"event_callback","team_id":"T0HOME"}`)) },
		"a null":             func() { s.platform.Bring("events_api", []byte(`null`)) },
		"an array":           func() { s.platform.Bring("interactive", []byte(`[]`)) },
		"an unknown act":     func() { s.platform.Bring("interactive", []byte(`{"type":"shortcut_of_2031"}`)) },
		"a press on nothing": func() { s.platform.Bring("interactive", []byte(`{"type":"block_actions","actions":null}`)) },
		"a form of nobody":   func() { s.platform.Bring("interactive", []byte(`{"type":"view_submission","view":7,"user":null}`)) },
	}
	if !s.http {
		odd["no envelope"] = func() { s.platform.Write([]byte(`{"type":"hullo"}`)) }
		odd["no JSON"] = func() { s.platform.Write([]byte(`{`)) }
		odd["an unknown envelope"] = func() { s.platform.Bring("options_of_2031", []byte(`{}`)) }
	}
	return odd
}

func (s *site) event(e string) {
	s.platform.Bring("events_api", fmt.Appendf(nil, `{"type":"event_callback","team_id":"T0HOME","event_id":"Ev1","event":%s}`, e))
}

// person is somebody with Slack.
type person struct {
	*fakeslack.Person
	site *site
}

func (p *person) Address() bot.Address {
	return bot.Address("slack:" + p.Team() + "-" + p.ID())
}

func (p *person) Say(text string)   { p.Person.Say(text) }
func (p *person) Start(code string) { p.Person.Command("start "+code, true) }

// Reply writes in the thread of a message.
func (p *person) Reply(id, text string) { p.SayIn(id, text) }

func (p *person) Shown() []adaptertest.Shown {
	var all []adaptertest.Shown
	for _, m := range p.Person.Shown() {
		all = append(all, adaptertest.Shown{ID: m.TS, Below: m.Thread, Text: m.Text, Labels: m.Labels})
	}
	return all
}

// loud keeps what is logged.
type loud struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *loud) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *loud) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// shelf keeps files in memory.
type shelf struct {
	mu    sync.Mutex
	files map[string]form.File
	body  map[string][]byte
}

func newShelf() *shelf { return &shelf{files: map[string]form.File{}, body: map[string][]byte{}} }

func (s *shelf) PutFile(_ context.Context, f form.File, body io.Reader) error {
	all, err := io.ReadAll(body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[f.ID], s.body[f.ID] = f, all
	return err
}

func png() []byte {
	return []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89")
}

func (s *shelf) File(_ context.Context, id string) (form.File, io.ReadCloser, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.files[id]
	if !ok {
		return form.File{}, nil, bot.ErrNotFound
	}
	return f, io.NopCloser(bytes.NewReader(s.body[id])), nil
}
