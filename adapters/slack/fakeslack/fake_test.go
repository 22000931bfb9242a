package fakeslack_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/adapters/slack/fakeslack"
)

// lab is a fake whose clock stands still until it is moved.
type lab struct {
	t    *testing.T
	fake *fakeslack.Server
	url  string
	mu   sync.Mutex
	now  time.Time
}

func newLab(t *testing.T, change ...func(*fakeslack.Options)) *lab {
	l := &lab{t: t, now: time.Date(2026, 3, 5, 12, 0, 0, 0, time.UTC)}
	o := fakeslack.Options{
		BotToken: "xoxb-1", AppToken: "xapp-1", SigningSecret: "s", Ack: 200 * time.Millisecond,
		Now: func() time.Time { l.mu.Lock(); defer l.mu.Unlock(); return l.now },
	}
	for _, c := range change {
		c(&o)
	}
	l.fake = fakeslack.New(o)
	server := httptest.NewServer(l.fake)
	l.url = server.URL
	t.Cleanup(func() { l.fake.Close(); server.Close() })
	return l
}

func (l *lab) pass(d time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.now = l.now.Add(d)
}

// call calls a method, and gives its status and what it answered.
func (l *lab) call(method, token string, args any) (int, map[string]any) {
	l.t.Helper()
	body, _ := json.Marshal(args)
	r, _ := http.NewRequestWithContext(l.t.Context(), http.MethodPost, l.url+"/api/"+method, bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json; charset=utf-8")
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		l.t.Fatal(err)
	}
	defer answer.Body.Close()
	var said map[string]any
	if err := json.NewDecoder(answer.Body).Decode(&said); err != nil {
		l.t.Fatal(err)
	}
	said["retry"] = answer.Header.Get("Retry-After")
	return answer.StatusCode, said
}

func (l *lab) refuses(what, word, method string, args any) {
	l.t.Helper()
	if _, said := l.call(method, "xoxb-1", args); said["error"] != word {
		l.t.Errorf("%s: %v, not %s", what, said, word)
	}
}

type obj = map[string]any

func text(kind string, n int) obj { return obj{"type": kind, "text": strings.Repeat("x", n)} }

func section(n int) obj { return obj{"type": "section", "text": text("mrkdwn", n)} }

func button(id string, label, value int) obj {
	return obj{"type": "button", "action_id": id, "text": text("plain_text", label), "value": strings.Repeat("v", value)}
}

func repeated(n int, make func(i int) any) (list []any) {
	for i := range n {
		list = append(list, make(i))
	}
	return list
}

// TestLimitsOfBlocks holds each limit on both of its sides.
func TestLimitsOfBlocks(t *testing.T) {
	many := func(n int) []any {
		return []any{obj{"type": "actions", "elements": repeated(n, func(i int) any { return button(fmt.Sprint(i), 1, 1) })}}
	}
	for name, c := range map[string]struct{ good, bad []any }{
		"section":       {[]any{section(3000)}, []any{section(3001)}},
		"empty section": {[]any{section(1)}, []any{section(0)}},
		"header":        {[]any{obj{"type": "header", "text": text("plain_text", 150)}}, []any{obj{"type": "header", "text": text("plain_text", 151)}}},
		"header markup": {[]any{obj{"type": "header", "text": text("plain_text", 1)}}, []any{obj{"type": "header", "text": text("mrkdwn", 1)}}},
		"blocks":        {repeated(50, func(int) any { return section(1) }), repeated(51, func(int) any { return section(1) })},
		"buttons":       {many(25), many(26)},
		"label":         {[]any{obj{"type": "actions", "elements": []any{button("a", 75, 1)}}}, []any{obj{"type": "actions", "elements": []any{button("a", 76, 1)}}}},
		"value":         {[]any{obj{"type": "actions", "elements": []any{button("a", 1, 2000)}}}, []any{obj{"type": "actions", "elements": []any{button("a", 1, 2001)}}}},
		"action_id":     {[]any{obj{"type": "actions", "elements": []any{button("a", 1, 1), button("b", 1, 1)}}}, []any{obj{"type": "actions", "elements": []any{button("a", 1, 1), button("a", 1, 1)}}}},
		"context":       {[]any{obj{"type": "context", "elements": repeated(10, func(int) any { return text("plain_text", 1) })}}, []any{obj{"type": "context", "elements": repeated(11, func(int) any { return text("plain_text", 1) })}}},
		"picture":       {[]any{obj{"type": "image", "image_url": "https://x.example/y.png", "alt_text": "x"}}, []any{obj{"type": "image", "image_url": "https://x.example/y.png"}}},
		"slack file":    {[]any{section(1)}, []any{obj{"type": "image", "slack_file": obj{"id": "F9"}, "alt_text": "x"}}},
		"rich text": {
			[]any{obj{"type": "rich_text", "elements": []any{obj{"type": "rich_text_section", "elements": []any{text("text", 1)}}}}},
			[]any{obj{"type": "rich_text", "elements": []any{obj{"type": "rich_text_section", "elements": []any{text("text", 0)}}}}},
		},
		"unknown": {[]any{section(1)}, []any{obj{"type": "hologram"}}},
		"input":   {[]any{section(1)}, []any{obj{"type": "input", "label": text("plain_text", 1), "element": obj{"type": "plain_text_input"}}}},
	} {
		l := newLab(t)
		p := l.fake.Person("Noor", "nl-BE")
		if _, said := l.call("chat.postMessage", "xoxb-1", obj{"channel": p.Chat(), "text": "x", "blocks": c.good}); said["ok"] != true {
			t.Errorf("%s: the good one is refused: %v", name, said)
		}
		l.refuses(name, "invalid_blocks", "chat.postMessage", obj{"channel": p.Chat(), "text": "x", "blocks": c.bad})
	}
}

func TestLimitsOfMessages(t *testing.T) {
	l := newLab(t)
	chat := l.fake.Person("Noor", "nl-BE").Chat()
	l.refuses("too much in all", "msg_blocks_too_long", "chat.postMessage", obj{"channel": chat, "text": "x", "blocks": repeated(5, func(int) any { return section(2700) })})
	l.pass(time.Minute)
	l.refuses("too long a text", "msg_too_long", "chat.postMessage", obj{"channel": chat, "text": strings.Repeat("x", 40_001)})
	l.pass(time.Minute)
	l.refuses("nothing", "no_text", "chat.postMessage", obj{"channel": chat})
	l.refuses("nowhere", "channel_not_found", "chat.postMessage", obj{"channel": "C9", "text": "x"})
	l.refuses("no such message", "message_not_found", "chat.update", obj{"channel": chat, "ts": "1.1", "text": "x"})
	l.refuses("no such thread", "thread_not_found", "chat.postMessage", obj{"channel": chat, "text": "x", "thread_ts": "1.1"})
	for token, word := range map[string]string{"": "not_authed", "xoxb-2": "invalid_auth"} {
		if _, said := l.call("auth.test", token, nil); said["error"] != word {
			t.Errorf("token %q: %v", token, said)
		}
	}
	l.fake.Revoke("xoxb-1")
	l.refuses("revoked", "token_revoked", "auth.test", nil)
}

func TestRates(t *testing.T) {
	l := newLab(t)
	chat := l.fake.Person("Noor", "nl-BE").Chat()
	post := func() (int, string) {
		status, said := l.call("chat.postMessage", "xoxb-1", obj{"channel": chat, "text": "x"})
		retry, _ := said["retry"].(string)
		return status, retry
	}
	for i := range 4 {
		if status, _ := post(); status != 200 {
			t.Fatalf("message %d of a short burst: %d", i, status)
		}
	}
	if status, retry := post(); status != 429 || retry != "1" {
		t.Errorf("one too many: %d, again after %s", status, retry)
	}
	l.pass(time.Second)
	if status, _ := post(); status != 200 {
		t.Errorf("a second later: %d", status)
	}
	for i := range 50 {
		if status, _ := l.call("conversations.open", "xoxb-1", obj{"users": "U9"}); status != 200 {
			t.Fatalf("call %d of a minute: %d", i, status)
		}
	}
	if status, said := l.call("conversations.open", "xoxb-1", obj{"users": "U9"}); status != 429 || said["retry"] != "59" && said["retry"] != "60" {
		t.Errorf("the 51st call of a minute: %d, %v", status, said)
	}
	if l.fake.Refused() != 2 {
		t.Errorf("%d were refused", l.fake.Refused())
	}
}

func modal(inputs bool) obj {
	v := obj{"type": "modal", "title": text("plain_text", 24), "blocks": []any{section(1)}}
	if inputs {
		v["blocks"] = []any{obj{"type": "input", "block_id": "b", "label": text("plain_text", 1), "element": obj{"type": "plain_text_input", "action_id": "a", "initial_value": "x"}}}
		v["submit"] = text("plain_text", 1)
	}
	return v
}

// TestTriggersDie presses buttons, and opens forms in time, twice, and too late.
func TestTriggersDie(t *testing.T) {
	got := make(chan map[string]any, 10)
	app := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var p map[string]any
		if json.Unmarshal([]byte(r.FormValue("payload")), &p) == nil {
			got <- p
		}
	}))
	defer app.Close()
	l := newLab(t)
	l.fake.Deliver(app.URL)
	p := l.fake.Person("Noor", "nl-BE")
	l.call("chat.postMessage", "xoxb-1", obj{"channel": p.Chat(), "text": "x", "blocks": []any{obj{"type": "actions", "elements": []any{button("a", 3, 1)}}}})
	trigger := func() any {
		if err := p.Press("xxx"); err != nil {
			t.Fatal(err)
		}
		return (<-got)["trigger_id"]
	}
	first := trigger()
	l.pass(3 * time.Second)
	_, opened := l.call("views.open", "xoxb-1", obj{"trigger_id": first, "view": modal(false)})
	if opened["ok"] != true {
		t.Fatalf("in time: %v", opened)
	}
	l.refuses("twice", "exchanged_trigger_id", "views.open", obj{"trigger_id": first, "view": modal(false)})
	late := trigger()
	l.pass(3*time.Second + time.Millisecond)
	l.refuses("too late", "expired_trigger_id", "views.open", obj{"trigger_id": late, "view": modal(false)})
	l.refuses("made up", "invalid_trigger_id", "views.open", obj{"trigger_id": "1", "view": modal(false)})
	view, _ := opened["view"].(map[string]any)
	l.refuses("another hash", "hash_conflict", "views.update", obj{"view_id": view["id"], "hash": "h", "view": modal(true)})
	long := modal(true)
	long["title"] = text("plain_text", 25)
	l.refuses("a long title", "invalid_arguments", "views.update", obj{"view_id": view["id"], "hash": view["hash"], "view": long})
	mute := modal(true)
	delete(mute, "submit")
	l.refuses("nothing to send it with", "invalid_arguments", "views.update", obj{"view_id": view["id"], "hash": view["hash"], "view": mute})
	if _, said := l.call("views.update", "xoxb-1", obj{"view_id": view["id"], "hash": view["hash"], "view": modal(true)}); said["ok"] != true {
		t.Errorf("the present hash: %v", said)
	}
	p.CloseForm()
	l.refuses("closed", "not_found", "views.update", obj{"view_id": view["id"], "view": modal(true)})
}

// TestRetries holds that what is not taken comes again: at once, after a minute,
// after five, and then no more.
func TestRetries(t *testing.T) {
	heard := make(chan http.Header, 10)
	app := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		heard <- r.Header
		http.Error(w, "no", http.StatusInternalServerError)
	}))
	defer app.Close()
	l := newLab(t)
	l.fake.Deliver(app.URL)
	l.fake.Person("Noor", "nl-BE").Say("hallo")
	for n, wait := range []time.Duration{0, 0, time.Minute, 5 * time.Minute} {
		if wait > 0 {
			select {
			case <-heard:
				t.Fatalf("retry %d came early", n)
			case <-time.After(30 * time.Millisecond):
			}
			l.pass(wait)
		}
		h := <-heard
		if got := h.Get("X-Slack-Retry-Num"); n > 0 && got != fmt.Sprint(n) || n == 0 && got != "" {
			t.Errorf("attempt %d says X-Slack-Retry-Num %q", n, got)
		}
		if h.Get("X-Slack-Signature") == "" || n > 0 && h.Get("X-Slack-Retry-Reason") != "http_error" {
			t.Errorf("attempt %d has the headers %v", n, h)
		}
	}
	l.pass(time.Hour)
	select {
	case <-heard:
		t.Error("it came a fifth time")
	case <-time.After(30 * time.Millisecond):
	}
}
