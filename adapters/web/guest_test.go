package web_test

import (
	"strings"
	"testing"

	"visesbot/adapters/web"
	"visesbot/adapters/web/webtest"
	"visesbot/flows/form"
)

// hosting lets guests in.
func hosting(c *web.Config) {
	c.Origin = "http://127.0.0.1:8080"
	c.Guest = &web.Chat{Look: web.Phone, Title: form.Text{FR: "Invité", NL: "Gast", EN: "A guest"}}
}

const (
	oneBrowser = "aaaa1111-2222"
	another    = "bbbb1111-2222"
)

func joins(code, browser string) string {
	return `{"code":"` + code + `","id":"` + browser + `","lang":"nl"}`
}

// Each browser that follows the link of an invitation is somebody of their own,
// once, however often they follow it.
func TestGuest(t *testing.T) {
	l := newLab(t, hosting)
	for _, browser := range []string{oneBrowser, oneBrowser, another} {
		l.want(l.post("join", joins("code-one1", browser)), 204, "")
	}
	got := l.toy.got()
	if len(got) != 2 || !got[0].Start || got[0].Code != "code-one1" || got[0].From.Lang != "nl" || got[0].Address == got[1].Address {
		t.Fatalf("the updates are %+v", got)
	}
	l.want(l.post("join", joins("code-two2", oneBrowser)), 204, "")
	if got = l.toy.got(); len(got) != 3 || got[2].Address != got[0].Address || got[2].Code != "code-two2" {
		t.Fatalf("the updates are %+v", got)
	}
	chat := strings.TrimSuffix(strings.TrimPrefix(string(got[0].Address), "web:"), "-1")
	l.want(l.post("start", `{"chat":"`+chat+`"}`), 204, "")
	l.want(l.post("say", `{"chat":"`+chat+`","id":"11112222-aaaa","text":"Hello"}`), 204, "")
	if got = l.toy.got(); len(got) != 4 || got[3].Text != "Hello" || got[3].Address != got[0].Address {
		t.Errorf("the updates are %+v", got)
	}
}

// A page that is open learns of a guest at once, and one that was away meanwhile
// when it comes back; the program remembers them, and a new round does not.
func TestGuestIsSeen(t *testing.T) {
	var c web.Config
	l := newLab(t, hosting, func(now *web.Config) { c = *now })
	page := l.follow("")
	before := page.whole()
	last := page.last
	l.want(l.post("join", joins("code-one1", oneBrowser)), 204, "")
	if n := len(page.whole().Chats) - len(before.Chats); n != 1 {
		t.Errorf("%d chats more on the page", n)
	}
	if n := len(l.follow(last).whole().Chats) - len(before.Chats); n != 1 {
		t.Errorf("%d chats more on the page that comes back", n)
	}
	l.stop()
	l.open(c)
	if n := len(l.follow("").whole().Chats) - len(before.Chats); n != 1 {
		t.Errorf("%d chats more after a start", n)
	}
	l.want(l.post("restart", `{}`), 204, "")
	if n := len(l.follow("").whole().Chats) - len(before.Chats); n != 0 {
		t.Errorf("%d chats more in the next round", n)
	}
}

// Nonsense lets nobody in, and a page without guests has no links.
func TestGuestRefused(t *testing.T) {
	l := newLab(t, hosting)
	for _, body := range []string{`{}`, joins("short", oneBrowser), joins("code-one1", "x"), joins("code.one$1", oneBrowser)} {
		l.want(l.post("join", body), 400, "bad-request")
	}
	if link := l.page.Link("code-one1"); link != "http://127.0.0.1:8080/?join=code-one1" {
		t.Errorf("the link is %q", link)
	}
	if got := l.toy.got(); len(got) > 0 {
		t.Errorf("the updates are %+v", got)
	}
	alone := newLab(t)
	alone.want(alone.post("join", joins("code-one1", oneBrowser)), 400, "bad-request")
	if link := alone.page.Link("code-one1"); link != "" {
		t.Errorf("without guests the link is %q", link)
	}
}

// In a browser the link opens a phone of one's own, beside the others.
func TestBrowserGuest(t *testing.T) {
	l := newLab(t, hosting)
	b := webtest.Open(t, l.url+"/?join=code-one1", 1400, 900)
	b.Wait(`document.querySelectorAll(".pane").length === 4`)
	b.Wait(`location.search === ""`)
	guest := strings.TrimPrefix(b.Get(`[...document.querySelectorAll(".pane")].at(-1).id`), "pane-")
	b.See(guest, "Welcome")
	b.Click(guest, "Nederlands")
	b.See(guest, "✓ Nederlands")
	b.Wait(`[...document.querySelectorAll(".pane")].every((p) => p.getBoundingClientRect().height > 500)`)
	b.Shot("guest")
}
