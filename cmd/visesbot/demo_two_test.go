package main

import (
	"testing"

	"github.com/chromedp/chromedp"

	"visesbot/adapters/web/webtest"
)

// TestBrowserTwoPeople has a staff member follow the module in English while a
// colleague answers in Dutch, on one page.
func TestBrowserTwoPeople(t *testing.T) {
	d := startDemo(t)
	b := webtest.Open(t, d.url, 1400, 900)
	b.Do(chromedp.Click(chromedp.CSS("[data-move=monday]")))
	for _, label := range []string{"Nederlands", "Ja"} {
		b.Click("colleague", label)
	}
	b.See("colleague", "herkennen")
	b.Say("colleague", "Sam")
	b.Click("colleague", "Vragen")
	b.Click("staff", "Yes") // the page is in English, and so is the talk
	b.See("staff", "recognise you")
	b.Say("staff", "Noor")
	b.Click("staff", "▶ M1")
	b.See("staff", "M1 · 1/19")
	b.Click("staff", "Next")
	b.See("staff", "M1 · 2/19")
	b.Click("staff", "Next")
	b.See("staff", "M1 · 3/19")
	b.Wait(`document.querySelector("#pane-staff figure img")?.naturalWidth > 0`)
	b.See("partner", "nothing to do right now")
	b.Shot("demo")
}
