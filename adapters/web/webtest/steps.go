package webtest

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/chromedp"
)

// Do does steps in the browser, within a time.
func (b *Browser) Do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.Shot("failed")
		b.t.Fatal(err)
	}
}

// looks is how often Wait looks, twenty times a second: as long as a program under
// the race detector may need on a busy computer.
const looks = 600

// Wait waits until an expression is true.
func (b *Browser) Wait(expr string) {
	b.t.Helper()
	for range looks {
		if b.Get("(() => { try { return Boolean("+expr+"); } catch { return false; } })()") == "true" {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.Shot("failed")
	b.t.Fatalf("never came true: %s", expr)
}

// Get is the value of an expression.
func (b *Browser) Get(expr string) string {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[string]("String("+expr+")"))
	if err != nil {
		b.t.Fatalf("%s: %v", expr, err)
	}
	return v
}

// None holds that a list of elements is empty.
func (b *Browser) None(list string) {
	b.t.Helper()
	if found := b.Get(list + `.map((n) => n.outerHTML.slice(0, 200) + JSON.stringify(n.getBoundingClientRect())).join("\n")`); found != "" {
		b.Shot("failed")
		b.t.Errorf("none of these should be:\n%s", found)
	}
}

// JS does something in the page.
func JS(code string) chromedp.Action[chromedp.Void] { return chromedp.Evaluate[chromedp.Void](code) }

// Click presses the newest visible button of a pane whose words begin so, with
// the mouse, once it stands still: a card may be shown anew at any moment, and
// an element that was found may be gone.
func (b *Browser) Click(pane, label string) {
	b.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll("#pane-%s button")].filter((n) => n.checkVisibility() && (n.textContent.trim() || n.ariaLabel || "").startsWith(%q)).at(-1)`, pane, label)
	b.Wait(find)
	b.Settled(pane)
	var x, y float64
	before := ""
	for range 200 {
		at := b.middle(find)
		if _, err := fmt.Sscan(at, &x, &y); err == nil && at == before {
			b.Do(chromedp.MouseClickXY(x, y))
			return
		}
		before = at
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Fatalf("the button %q never stood still", label)
}

// Settled waits until every card of a pane takes presses.
func (b *Browser) Settled(pane string) {
	b.t.Helper()
	b.Wait(fmt.Sprintf(`!document.querySelector("#pane-%s .settling")`, pane))
}

// middle scrolls an element into view and tells where its middle is: "x y", or
// "gone".
func (b *Browser) middle(find string) string {
	return b.Get(`(() => { const n = ` + find + `; if (!n) return "gone"; n.scrollIntoView({block: "nearest"});
		const r = n.getBoundingClientRect(); return (r.x + r.width / 2) + " " + (r.y + r.height / 2); })()`)
}

// Say types into the box of a pane and sends with Enter.
func (b *Browser) Say(pane, text string) {
	b.t.Helper()
	b.Do(chromedp.SendKeys(chromedp.CSS("#pane-"+pane+" textarea"), text+"\r"))
}

// See waits for words in a pane.
func (b *Browser) See(pane, words string) {
	b.t.Helper()
	b.Wait(fmt.Sprintf(`document.querySelector("#pane-%s .talk").textContent.includes(%q)`, pane, words))
}

// Answer is the value that a promise comes to.
func (b *Browser) Answer(expr string) string {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 60*time.Second)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[string](expr, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}
