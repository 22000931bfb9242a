package web_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"visesbot/adapters/web/webtest"
)

// TestBrowserMarkedWord: a word that is explained is a button in the text, which
// the keyboard reaches and presses.
func TestBrowserMarkedWord(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "You can change this later.")
	b.Wait(`document.querySelectorAll("#pane-staff .hint .term").length === 1`)
	b.Wait(`document.querySelectorAll("#pane-staff li .term").length === 1`)
	b.Settled("staff")
	b.Shot("marked")
	b.Wait(`document.querySelector("#pane-staff .hint").textContent === "You can change this later."`)
	b.Wait(`document.querySelector("#pane-staff .term").title !== ""`)
	b.Do(chromedp.Focus("#pane-staff .hint .term"), chromedp.KeyEvent(kb.Enter))
	b.See("staff", "term~change")
	b.Wait(`!document.querySelector("#pane-staff .term.mine")`)
	presses := 0
	for _, u := range l.toy.got() {
		if u.Press == "term~change" {
			presses++
		}
	}
	if presses != 1 {
		t.Errorf("the word was pressed once, and the bot got %d presses", presses)
	}
}
