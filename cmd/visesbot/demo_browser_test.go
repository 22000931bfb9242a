package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"visesbot/adapters/web/webtest"
)

// TestBrowserModuleAndQuestions goes the way of a staff member, with what can
// be seen on the page and nothing else: the language, the agreement, the whole
// of module M1 and ten questions; with a reload of the page in the middle, and
// a new start of the program.
func TestBrowserModuleAndQuestions(t *testing.T) {
	dir := t.TempDir()
	d := startDemo(t, "--data", dir)
	b := webtest.Open(t, d.url, 1400, 900)
	p := &player{t: t, b: b}
	p.play(func() bool { return p.turns == 12 })
	b.Shot("1-module")
	b.Do(chromedp.Reload())
	p.play(func() bool { return strings.Contains(p.all(), "Module M1 finished") })
	b.Shot("2-module-finished")
	before := p.answers()
	p.play(func() bool { return p.answers() >= before+4 })
	if code := d.stop(); code != exitDone {
		t.Errorf("the demo ended with exit %d", code)
	}
	b.Forgive("ERR_") // the page noticed that the program was gone
	d = startDemo(t, "--data", dir)
	b.Do(chromedp.Navigate(d.url))
	p.play(func() bool { return p.answers() >= before+10 })
	b.Shot("3-ten-questions")
}

// player presses and types what the newest message of the bot asks for.
type player struct {
	t     *testing.T
	b     *webtest.Browser
	turns int
}

// move is what a person would do now.
type move struct{ Press, Say string }

// look finds it in what is visible: the main button, a choice, or the box.
const look = `(() => {
  const visible = (n) => n.checkVisibility();
  const last = [...document.querySelectorAll("#pane-staff .item.bot")].at(-1);
  const keys = [...last?.querySelectorAll(".key:not(.quiet)") ?? []].filter(visible).filter((n) => n.ariaPressed !== "true");
  const key = keys.find((n) => n.textContent === "English") ?? keys.find((n) => n.textContent.startsWith("▶ M1")) ?? keys.find((n) => n.classList.contains("primary")) ?? keys[0];
  if (key) return JSON.stringify({press: key.textContent});
  const hint = document.querySelector("#pane-staff textarea").placeholder;
  const say = /year/.test(last.textContent) ? "1998" : /number/.test(hint) ? "12" : /date/.test(hint) ? "31/12/2027" : "We repair bicycles, and some trust";
  return JSON.stringify({say});
})()`

func (p *player) play(until func() bool) {
	p.t.Helper()
	p.b.Wait(`document.querySelector("#pane-staff .item.bot")`)
	p.settle("")
	for !until() {
		if p.turns++; p.turns > 120 {
			p.t.Fatalf("after 120 turns the chat says: %s", p.all())
		}
		p.turn()
	}
}

func (p *player) turn() {
	p.t.Helper()
	var m move
	if err := json.Unmarshal([]byte(p.b.Get(look)), &m); err != nil {
		p.t.Fatal(err)
	}
	before := p.shown()
	if m.Press != "" {
		p.b.Click("staff", m.Press)
	} else {
		p.b.Say("staff", m.Say)
	}
	p.settle(before)
}

// settle waits until the chat shows something else than before, and has said
// all of it.
func (p *player) settle(before string) {
	p.t.Helper()
	last := before
	for range 100 {
		time.Sleep(150 * time.Millisecond)
		now := p.shown()
		if now != before && now == last {
			return
		}
		last = now
	}
	p.t.Fatalf("nothing came of it: %s", p.all())
}

// shown is everything the bot has shown, once nothing is on its way.
func (p *player) shown() string {
	return p.b.Get(`document.querySelector("#pane-staff :is(.dots, .way, .mine)") ? "" : document.querySelector("#pane-staff .talk").innerHTML`)
}

func (p *player) all() string {
	return p.b.Get(`document.querySelector("#pane-staff .talk").innerText`)
}

// answers counts the questions that show their answer.
func (p *player) answers() int {
	p.t.Helper()
	n, err := strconv.Atoi(p.b.Get(`[...document.querySelectorAll("#pane-staff .bot .body > h3 + p")].filter((n) => n.textContent.startsWith("✓ ")).length`))
	if err != nil {
		p.t.Fatal(err)
	}
	return n
}
