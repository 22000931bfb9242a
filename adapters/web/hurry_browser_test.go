package web_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"visesbot/adapters/web/webtest"
)

// A message of any length is shown as it was typed, and is all there when one asks for it.
func TestBrowserLongMessage(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome")
	text := strings.Repeat("Our work changes a little every day. ", 60)
	b.Do(chromedp.SetValue(chromedp.CSS("#pane-staff textarea"), text), chromedp.SendKeys(chromedp.CSS("#pane-staff textarea"), "\r"))
	b.See("staff", strings.TrimSpace(text))
	b.None(`[...document.querySelectorAll("#pane-staff .talk *")].filter((n) => n.textContent.includes("[object"))`)
	b.Wait(`document.querySelector("#pane-staff .me .clamp").clientHeight < 230`)
	b.Click("staff", "Show all of it")
	b.Wait(`!document.querySelector("#pane-staff .me .clamp")`)
	b.Do(chromedp.Reload())
	b.See("staff", strings.TrimSpace(text))
}

// The second tap of a double tap is meant for nothing: neither for the card that comes in the
// place of the first, nor for one that nobody can have read.
func TestBrowserDoubleTap(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.Click("staff", "Nederlands")
	b.Wait(`document.querySelector("#pane-staff .settling .keys")`)
	before := len(l.toy.got())
	b.Do(webtest.JS(`document.querySelector("#pane-staff .settling .key").click()`))
	b.Settled("staff")
	if n := len(l.toy.got()); n != before {
		t.Errorf("a press on a card just shown was sent: %+v", l.toy.got()[before:])
	}
	b.Click("staff", "Neighbours")
	b.Wait(`document.querySelectorAll('#pane-staff [aria-pressed="true"]').length === 1`)
}

// However long a talk is, each card is one stop of the Tab key, and old cards none.
func TestBrowserTabStops(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome")
	for range 12 {
		l.show("web:staff-1", ticksCard(nil))
	}
	b.Wait(`document.querySelectorAll("#pane-staff .item").length === 13`)
	b.Settled("staff")
	stops := `[...document.querySelectorAll("#pane-staff .talk *")].filter((n) => n.tabIndex === 0 && n.checkVisibility()).length`
	b.Wait(stops + " === 1")
	b.Do(webtest.JS(`document.querySelector("#pane-staff .item:last-child .key").focus()`), chromedp.KeyEvent(kb.ArrowUp))
	b.Wait(`document.activeElement.closest(".item") === document.querySelector("#pane-staff .item:nth-last-child(2)")`)
	b.Do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown))
	b.Wait(`document.activeElement.textContent === "Neighbours" && document.activeElement.tabIndex === 0`)
}

// F6 leads from pane to pane, and links at the beginning of the page into each.
func TestBrowserFromPaneToPane(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome")
	b.Do(chromedp.KeyEvent(kb.Tab))
	b.Wait(`document.activeElement.closest("#skips") && document.activeElement.textContent.startsWith("Go to the chat")`)
	b.Shot("skip")
	b.Do(chromedp.KeyEvent(kb.Enter))
	for _, pane := range []string{"staff", "colleague", "partner", "staff"} {
		b.Wait(`document.activeElement === document.querySelector("#pane-` + pane + ` textarea")`)
		b.Do(chromedp.KeyEvent(kb.F6))
	}
}

// Whoever comes for the first time is told what to try, until they put it away.
func TestBrowserSteps(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome")
	b.Wait(`document.querySelectorAll("#steps li").length === 3 && document.getElementById("steps").checkVisibility()`)
	b.Shot("steps")
	b.Do(chromedp.Click(chromedp.CSS("#begin")))
	b.Wait(`document.getElementById("sure").open`)
	b.Do(chromedp.Click(chromedp.CSS("#sure [value=no]")), chromedp.Click(chromedp.CSS("#met")), chromedp.Reload())
	b.See("staff", "Welcome")
	b.Wait(`!document.getElementById("steps").checkVisibility()`)
}
