package web_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"visesbot/adapters/web"
)

// reader follows a page as a browser does.
type reader struct {
	l    *lab
	in   *bufio.Scanner
	last string // id of the last event
}

type seen struct {
	ID, Chat, Text string
	Edited         bool
	Message        *struct{ Lines []struct{ Text string } }
}

type round struct {
	Round   int
	Chats   []struct{ Name string }
	Entries []seen
}

// follow connects; last is the id of the event seen before.
func (l *lab) follow(last string) *reader {
	l.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	l.t.Cleanup(cancel)
	r := l.request("GET", "/api/events", "").WithContext(ctx)
	if last != "" {
		r.Header.Set("Last-Event-ID", last)
	}
	response := l.do(r)
	if kind := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || kind != "text/event-stream" {
		l.t.Fatalf("following is answered with %s %s", response.Status, kind)
	}
	in := bufio.NewScanner(response.Body)
	in.Buffer(nil, 1<<22)
	return &reader{l: l, in: in}
}

// next reads up to the next event of that name.
func (r *reader) next(name string, into any) {
	r.l.t.Helper()
	event := ""
	for r.in.Scan() {
		line := r.in.Text()
		switch key, value, _ := strings.Cut(line, ": "); {
		case key == "id":
			r.last = value
		case key == "event":
			event = value
		case key == "data" && event == name:
			if err := json.Unmarshal([]byte(value), into); err != nil {
				r.l.t.Fatal(err)
			}
			return
		}
	}
	r.l.t.Fatalf("no event %q came: %v", name, r.in.Err())
}

func (r *reader) whole() (all round) { r.l.t.Helper(); r.next("all", &all); return all }
func (r *reader) entry() (e seen)    { r.l.t.Helper(); r.next("entry", &e); return e }

func remember(rounds *[]int) func(context.Context, int, string) ([]web.Past, error) {
	return func(_ context.Context, n int, _ string) ([]web.Past, error) {
		*rounds = append(*rounds, n)
		return nil, nil
	}
}

func TestAnOpenPageIsToldAtOnce(t *testing.T) {
	l := newLab(t)
	f := l.follow("")
	if all := f.whole(); len(all.Entries) != 0 || all.Round != 1 {
		t.Fatalf("the talk begins with %+v", all)
	}
	l.post("say", `{"chat":"staff","id":"11112222-aaaa","text":"Hello"}`)
	if e := f.entry(); e.Text != "Hello" || e.ID != "11112222-aaaa" {
		t.Errorf("first came %+v", e)
	}
	if e := f.entry(); e.Message == nil || e.Message.Lines[0].Text != "Noted" {
		t.Errorf("then came %+v", e)
	}
}

// TestResume holds that a connection that broke is taken up where it broke:
// nothing is missing, nothing is told twice.
func TestResume(t *testing.T) {
	l := newLab(t)
	f := l.follow("")
	f.whole()
	receipt, err := l.page.Send(t.Context(), "web:staff-1", card("one"))
	if err != nil {
		t.Fatal(err)
	}
	f.entry()
	if _, err := l.page.Send(t.Context(), "web:staff-1", card("two")); err != nil {
		t.Fatal(err)
	}
	edit := card("one, edited")
	edit.Replace = string(receipt)
	if _, err := l.page.Send(t.Context(), "web:staff-1", edit); err != nil {
		t.Fatal(err)
	}
	again := l.follow(f.last)
	first, second := again.entry(), again.entry()
	if first.Message.Lines[0].Text != "one, edited" || !first.Edited || first.ID != string(receipt) {
		t.Errorf("first came %+v", first)
	}
	if second.Message.Lines[0].Text != "two" {
		t.Errorf("then came %+v", second)
	}
}

// TestSentAgain holds that a card whose sending was not noted is shown once.
func TestSentAgain(t *testing.T) {
	l := newLab(t)
	one := card("one")
	one.Card = "c1"
	for range 2 {
		if _, err := l.page.Send(t.Context(), "web:staff-1", one); err != nil {
			t.Fatal(err)
		}
	}
	if all := l.follow("").whole(); len(all.Entries) != 1 {
		t.Errorf("the chat shows %+v", all.Entries)
	}
}

func TestNewRoundIsToldWhole(t *testing.T) {
	l := newLab(t)
	f := l.follow("")
	f.whole()
	l.post("say", `{"chat":"staff","id":"11112222-aaaa","text":"Hello"}`)
	f.entry()
	l.post("restart", `{}`)
	if all := f.whole(); all.Round != 2 || len(all.Entries) != 0 {
		t.Errorf("the new round begins with %+v", all)
	}
	if all := l.follow("1-99").whole(); all.Round != 2 {
		t.Errorf("a page that comes from elsewhere is told %+v", all)
	}
}

func TestClockIsTold(t *testing.T) {
	l := newLab(t)
	f := l.follow("")
	var at struct {
		Now  time.Time
		Zone string
	}
	f.next("clock", &at)
	l.post("clock", `{"move":"hour"}`)
	f.next("clock", &at)
	if !at.Now.Equal(noon().Add(time.Hour)) || at.Zone != "Europe/Brussels" {
		t.Errorf("the clock says %+v", at)
	}
}

// TestKept holds that the talk is there after the program was started again,
// and that half a line at the end of the file costs nothing but itself.
func TestKept(t *testing.T) {
	var config web.Config
	l := newLab(t, func(c *web.Config) { config = *c })
	f := l.follow("")
	f.whole()
	l.post("say", `{"chat":"staff","id":"11112222-aaaa","text":"Hello"}`)
	f.entry()
	f.entry()
	l.stop()
	tear(t, config.Log)
	l.open(config)
	all := l.follow("").whole()
	if len(all.Entries) != 2 || all.Entries[0].Text != "Hello" {
		t.Errorf("after the start the chat shows %+v", all.Entries)
	}
	l.post("say", `{"chat":"staff","id":"33334444-aaaa","text":"Again"}`)
	l.stop()
	l.open(config)
	if all := l.follow("").whole(); all.Entries[2].Text != "Again" {
		t.Errorf("after another start the chat shows %+v", all.Entries)
	}
}

func TestDamagedTalk(t *testing.T) {
	l := newLab(t)
	config := web.Config{Clock: l.clock, Log: t.TempDir() + "/talk.jsonl"}
	write(t, config.Log, "{\"seq\":1,\"round\":1}\nnot json\n")
	_, err := web.New(config)
	if err == nil || !strings.Contains(err.Error(), "line 2") || !strings.Contains(err.Error(), "move the file away") {
		t.Errorf("a damaged file is answered with: %v", err)
	}
}

// TestNothingIsLeftRunning closes everything while a page is following.
func TestNothingIsLeftRunning(t *testing.T) {
	before := goleak.IgnoreCurrent()
	l := newLab(t)
	f := l.follow("")
	f.whole()
	l.stop()
	for f.in.Scan() { // the connection ends
	}
	http.DefaultClient.CloseIdleConnections()
	goleak.VerifyNone(t, before)
}
