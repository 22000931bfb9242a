package web_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/web"
	"visesbot/bot"
)

// post sends JSON to the page.
func (l *lab) post(what, body string) *http.Response {
	l.t.Helper()
	return l.do(l.request("POST", "/api/"+what, body))
}

func (l *lab) request(method, path, body string) *http.Request {
	l.t.Helper()
	r, err := http.NewRequest(method, l.url+path, strings.NewReader(body))
	if err != nil {
		l.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	return r
}

func (l *lab) want(r *http.Response, status int, problem string) {
	l.t.Helper()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		l.t.Fatal(err)
	}
	if r.StatusCode != status || !strings.Contains(string(body), problem) {
		l.t.Errorf("answered %d %s, not %d %s", r.StatusCode, body, status, problem)
	}
}

func TestSaidTwiceIsOneUpdate(t *testing.T) {
	l := newLab(t)
	for range 3 {
		l.want(l.post("say", `{"chat":"staff","id":"11112222-aaaa","text":"Hello","lang":"nl"}`), 204, "")
	}
	got := l.toy.got()
	if len(got) != 1 {
		t.Fatalf("the bot got %d updates", len(got))
	}
	if first := l.follow("").whole().Entries; first[0].Text != "Hello" || len(first) > 1 && first[1].Text != "" {
		t.Errorf("the chat shows %+v", first)
	}
	u := got[0]
	if u.ID != "11112222-aaaa" || u.Text != "Hello" || u.Address != "web:staff-1" || u.From.Lang != "nl" || u.From.Name != "Noor" || !u.At.Equal(noon()) {
		t.Errorf("the update is %+v", u)
	}
}

func TestPressCarriesItsData(t *testing.T) {
	l := newLab(t)
	l.want(l.post("press", `{"chat":"colleague","id":"22223333-aaaa","data":"lang:nl"}`), 204, "")
	if u := l.toy.got()[0]; u.Press != "lang:nl" || u.Address != "web:colleague-1" || u.Text != "" {
		t.Errorf("the update is %+v", u)
	}
}

func TestStartOpensOnce(t *testing.T) {
	l := newLab(t)
	l.want(l.post("start", `{"chat":"staff"}`), 204, "")
	l.want(l.post("start", `{"chat":"staff"}`), 204, "")
	got := l.toy.got()
	if len(got) != 1 || !got[0].Start || got[0].Code != "atelier-staff" {
		t.Errorf("the updates are %+v", got)
	}
}

func TestWrongRequests(t *testing.T) {
	for what, body := range map[string]string{
		"say":     `{"chat":"nobody","id":"11112222-aaaa","text":"Hello"}`,
		"say ":    `{"chat":"staff","id":"../../etc","text":"Hello"}`,
		"say  ":   `{"chat":"staff"`,
		"press":   `{"chat":"staff","id":"11112222-aaaa","data":""}`,
		"press ":  `{"chat":"staff","id":"11112222-aaaa","data":"` + strings.Repeat("x", 65) + `"}`,
		"clock":   `{"move":"backwards"}`,
		"press  ": `{"chat":"staff","id":"a.b$c-00000","data":"x"}`,
	} {
		l := newLab(t)
		l.want(l.post(strings.TrimSpace(what), body), 400, "bad-request")
		if n := len(l.toy.got()); n != 0 {
			t.Errorf("%s %s: the bot got %d updates", what, body, n)
		}
	}
}

func TestLongText(t *testing.T) {
	l := newLab(t)
	long := strings.Repeat("é", 100_000)
	l.want(l.post("say", `{"chat":"staff","id":"11112222-aaaa","text":"`+long+`"}`), 204, "")
	if l.toy.got()[0].Text != long {
		t.Error("the text did not arrive whole")
	}
	l.want(l.post("say", `{"chat":"staff","id":"11112222-bbbb","text":"`+strings.Repeat("x", 2<<20)+`"}`), 413, "too-large")
}

func TestNotAcceptedIsNotShown(t *testing.T) {
	l := newLab(t)
	l.toy.refuse = errors.New("the store is full")
	l.want(l.post("say", `{"chat":"staff","id":"11112222-aaaa","text":"Hello"}`), 503, "again")
	if seen := l.follow("").whole(); len(seen.Entries) != 0 {
		t.Errorf("the chat shows %+v", seen.Entries)
	}
	l.toy.refuse = nil
	l.want(l.post("say", `{"chat":"staff","id":"11112222-aaaa","text":"Hello"}`), 204, "")
	if seen := l.follow("").whole(); len(seen.Entries) == 0 || seen.Entries[0].Text != "Hello" {
		t.Errorf("the chat shows %+v", seen.Entries)
	}
}

func TestForeignRequests(t *testing.T) {
	l := newLab(t)
	port := l.url[strings.LastIndex(l.url, ":")+1:]
	for _, c := range []struct {
		host, origin, site string
		status             int
	}{
		{"127.0.0.1:" + port, "", "", 204},
		{"localhost:" + port, "http://localhost:" + port, "same-origin", 204},
		{"[::1]:" + port, "", "", 204},
		{"evil.example:" + port, "", "", 403},
		{"evil.example", "http://evil.example", "same-origin", 403},
		{"192.168.1.7:" + port, "", "", 403},
		{"localhost.evil.example:" + port, "", "", 403},
		{"127.0.0.1:" + port, "http://evil.example", "", 403},
		{"127.0.0.1:" + port, "null", "", 403},
		{"127.0.0.1:" + port, "http://127.0.0.1:1", "", 403},
		{"127.0.0.1:" + port, "", "cross-site", 403},
	} {
		r := l.request("POST", "/api/clock", `{"move":"hour"}`)
		r.Host = c.host
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
		}
		if c.site != "" {
			r.Header.Set("Sec-Fetch-Site", c.site)
		}
		if response := l.do(r); response.StatusCode != c.status {
			t.Errorf("%+v: answered %d", c, response.StatusCode)
		}
	}
}

func TestGivenAddressIsAHost(t *testing.T) {
	l := newLab(t, func(c *web.Config) { c.Addr = "demo.horizon.example:80" })
	for host, status := range map[string]int{"demo.horizon.example": 200, "other.example": 403, "127.0.0.1": 200, "192.0.2.1": 403} {
		r := l.request("GET", "/", "")
		r.Host = host
		if response := l.do(r); response.StatusCode != status {
			t.Errorf("%s: answered %d", host, response.StatusCode)
		}
	}
}

func TestOnlyJSONIsRead(t *testing.T) {
	l := newLab(t)
	r := l.request("POST", "/api/say", `{"chat":"staff","id":"11112222-aaaa","text":"Hello"}`)
	r.Header.Set("Content-Type", "text/plain")
	l.want(l.do(r), 415, "bad-request")
}

func TestHeadersOfThePage(t *testing.T) {
	l := newLab(t)
	response := l.do(l.request("GET", "/", ""))
	for name, value := range map[string]string{
		"Content-Security-Policy": "default-src 'self'; img-src 'self' blob:",
		"X-Content-Type-Options":  "nosniff",
		"Content-Type":            "text/html",
	} {
		if got := response.Header.Get(name); !strings.HasPrefix(got, value) {
			t.Errorf("%s is %q", name, got)
		}
	}
	again := l.request("GET", "/", "")
	again.Header.Set("If-None-Match", response.Header.Get("ETag"))
	l.want(l.do(again), 304, "")
}

func TestClockMoves(t *testing.T) {
	for move, want := range map[string]time.Time{
		"hour":    noon().Add(time.Hour),
		"morning": time.Date(2026, 3, 6, 9, 0, 0, 0, noon().Location()),
		"days":    noon().AddDate(0, 0, 3),
		"monday":  time.Date(2026, 3, 9, 9, 0, 0, 0, noon().Location()),
	} {
		l := newLab(t)
		l.want(l.post("clock", fmt.Sprintf(`{"move":%q}`, move)), 204, "")
		if got := l.clock.Now(); !got.Equal(want) {
			t.Errorf("%s leads to %s", move, got)
		}
	}
}

// TestOldRound shows that a talk that was started again is gone for the bot.
func TestOldRound(t *testing.T) {
	var rounds []int
	l := newLab(t, func(c *web.Config) { c.Restart = remember(&rounds) })
	l.want(l.post("restart", `{}`), 204, "")
	if len(rounds) != 1 || rounds[0] != 2 || l.page.Round() != 2 {
		t.Errorf("rounds made ready: %v; now in %d", rounds, l.page.Round())
	}
	_, err := l.page.Send(t.Context(), "web:staff-1", card("late"))
	var failed *bot.SendError
	if !errors.As(err, &failed) || failed.Kind != bot.Permanent {
		t.Errorf("a message to the old round: %v", err)
	}
}
