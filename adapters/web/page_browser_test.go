package web_test

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"visesbot/adapters/web/webtest"
	"visesbot/flows"
)

func TestBrowserTalk(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome, Noor")
	b.See("colleague", "Welcome, Sam")
	b.See("partner", "Atelier Horizon has begun")
	b.Shot("1-welcome")
	b.Click("staff", "Nederlands")
	b.See("staff", "✓ Nederlands")
	b.Click("staff", "Neighbours")
	b.Click("staff", "Customers")
	b.Wait(`document.querySelectorAll('#pane-staff [aria-pressed="true"]').length === 2`)
	b.Shot("2-ticks")
	b.Click("staff", "Done")
	b.See("staff", "✓ Neighbours, Customers of the workshop")
	b.Shot("3-rich")
	b.Say("staff", "Twelve,\tand <i>one</i> more")
	b.See("staff", "Noted")
	b.Wait(`document.querySelector("#pane-staff textarea").value === ""`)
	b.Media("prefers-color-scheme", "dark")
	b.Shot("4-dark")
	b.Wait(`document.querySelectorAll("#pane-colleague .item").length === 1`)
}

func TestBrowserTextIsNeverMarkup(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.Click("staff", "Nederlands")
	b.Click("staff", "Done")
	b.See("staff", "<b>not bold</b>")
	b.See("staff", "Control [U+0007] and override [U+202E]gnihton")
	b.Wait(`document.querySelectorAll("#pane-staff .body a").length === 1`)
	b.Wait(`document.querySelector("#pane-staff .body a").rel.includes("noopener")`)
	b.Wait(`document.querySelector("#pane-staff blockquote[lang=ar]").matches(":dir(rtl)")`)
	b.Wait(`document.querySelector("#pane-staff img[alt='Three circles in a row']").complete`)
	b.See("staff", "نحن")
}

func TestBrowserReloadInTheMiddle(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.Click("staff", "Nederlands")
	b.Click("staff", "Neighbours")
	b.Wait(`document.querySelectorAll('#pane-staff [aria-pressed="true"]').length === 1`)
	b.Do(chromedp.Reload())
	b.See("staff", "✓ Nederlands")
	b.Wait(`document.querySelector('#pane-staff [aria-pressed="true"]').textContent === "Neighbours"`)
	b.Click("staff", "Done")
	b.See("staff", "✓ Neighbours")
	if n := len(l.toy.got()); n != 6 {
		t.Errorf("the bot got %d updates: three openings and three presses were made", n)
	}
}

func TestBrowserUpload(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome")
	photo := filepath.Join(t.TempDir(), "werkplaats.png")
	writePicture(t, photo)
	b.Do(chromedp.SetUploadFiles(chromedp.CSS("#pane-staff .file"), []string{photo}))
	b.See("staff", "Thank you for the file")
	b.Wait(`document.querySelector("#pane-staff .me img").naturalWidth === 320`)
	page := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(page, []byte("<!doctype html><script>alert(1)</script>"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Do(chromedp.SetUploadFiles(chromedp.CSS("#pane-staff .file"), []string{page}))
	b.See("staff", "This kind of file is not taken")
	b.Shot("refused")
	b.Do(chromedp.Reload())
	b.Wait(`document.querySelector("#pane-staff .me img")?.naturalWidth === 320`)
	b.Forgive("415")
}

func writePicture(t *testing.T, name string) {
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, image.NewGray(image.Rect(0, 0, 320, 200))); err != nil {
		t.Fatal(err)
	}
}

// TestBrowserKeyboard goes through a question without a mouse.
func TestBrowserKeyboard(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome")
	tabTo(t, b, "Nederlands")
	b.Settled("staff")
	b.Shot("1-focus")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.See("staff", "Who feels the effects")
	focused(t, b, "Employees in training")
	b.Do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(" "))
	b.Wait(`document.querySelector('#pane-staff [aria-pressed="true"]')?.textContent === "Neighbours"`)
	focused(t, b, "Neighbours")
	b.Do(chromedp.KeyEvent(kb.End))
	focused(t, b, "Later")
	for range 3 {
		b.Do(chromedp.KeyEvent(kb.ArrowUp))
	}
	focused(t, b, "Done")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.See("staff", "From resources to change")
	focused(t, b, "1")
	b.Shot("2-focus")
}

func tabTo(t *testing.T, b *webtest.Browser, label string) {
	t.Helper()
	for range 40 {
		b.Do(chromedp.KeyEvent(kb.Tab))
		for range 3 { // the card is one stop: arrows lead along its buttons
			if b.Get(`document.activeElement.textContent.trim()`) == label {
				return
			}
			if b.Get(`Boolean(document.activeElement.closest(".keys"))`) != "true" {
				break
			}
			b.Do(chromedp.KeyEvent(kb.ArrowRight))
		}
	}
	t.Fatalf("no Tab leads to %q", label)
}

func focused(t *testing.T, b *webtest.Browser, label string) {
	t.Helper()
	b.Wait(fmt.Sprintf(`document.activeElement.textContent.trim() === %q`, label))
	b.Settled("staff")
}

// TestBrowserNarrow is a small phone: one chat at a time.
func TestBrowserNarrow(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 360, 740)
	b.See("staff", "Welcome")
	b.Wait(`document.documentElement.scrollWidth <= 360`)
	b.Wait(`[...document.querySelectorAll(".pane")].filter((p) => p.checkVisibility()).length === 1`)
	b.Wait(`document.querySelector("#tab-colleague .count").textContent === "1"`)
	b.Click("staff", "Nederlands")
	b.See("staff", "Who feels the effects")
	b.Shot("1-staff")
	b.None(`[...document.querySelectorAll("button")].filter((n) => n.checkVisibility() && !n.matches(".down, .skips *") && (n.getBoundingClientRect().right > 352 || n.getBoundingClientRect().left < 8 || n.getBoundingClientRect().height < 36))`)
	b.Do(chromedp.Click(chromedp.CSS("#tab-partner")))
	b.Wait(`document.querySelector("#pane-partner").checkVisibility() && !document.querySelector("#pane-staff").checkVisibility()`)
	b.Wait(`document.querySelector("#pane-partner").role === "tabpanel"`)
	b.Shot("2-partner")
	b.Do(chromedp.KeyEvent(kb.ArrowLeft))
	b.Wait(`document.querySelector("#pane-colleague").checkVisibility()`)
	b.Media("prefers-color-scheme", "dark")
	b.Shot("3-colleague-dark")
	for _, heading := range []string{"The digest", "Its detail", "A call for help"} {
		l.show("web:partner-1", card(heading, slices.Repeat([]flows.Line{{Style: flows.Body, Text: "What happened this week"}}, 20)...))
	}
	b.Wait(`document.querySelector("#tab-partner .count").textContent === "3"`)
	b.Do(chromedp.Click(chromedp.CSS("#tab-partner"))) // what came meanwhile is read from its beginning
	b.Wait(`Math.abs([...document.querySelectorAll("#pane-partner h3")].find((n) => n.textContent === "The digest").getBoundingClientRect().top
		- document.querySelector("#pane-partner .log").getBoundingClientRect().top) < 60`)
}

func TestBrowserClock(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome")
	b.Do(chromedp.Click(chromedp.CSS("[data-move=monday]")))
	b.Wait(`document.getElementById("now").textContent === "Mon 9 Mar 2026, 09:00"`)
	b.Wait(`document.getElementById("status").textContent.includes("Monday, 9 March 2026")`)
	b.Say("staff", "Good morning")
	b.See("staff", "Noted")
	b.Wait(`[...document.querySelectorAll("#pane-staff .talk .day")].map((n) => n.textContent).join() === "Thursday 5 March,Monday 9 March"`)
	b.Shot("monday")
}

func TestBrowserRestart(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.Say("staff", "Forget me")
	b.See("staff", "Noted")
	b.Do(chromedp.Click(chromedp.CSS("#restart")))
	b.Shot("sure")
	b.Do(chromedp.Click(chromedp.CSS("#sure [value=yes]")))
	b.Wait(`!document.querySelector("#pane-staff .talk").textContent.includes("Forget me")`)
	b.See("staff", "Welcome")
	last := l.toy.got()[len(l.toy.got())-1]
	if last.Code != "atelier-staff-2" && last.Code != "atelier-colleague-2" && last.Code != "atelier-partner-2" {
		t.Errorf("a chat was opened with the invitation %q", last.Code)
	}
}

// TestBrowserSlow looks at what is shown before the bot has answered.
func TestBrowserSlow(t *testing.T) {
	l := newLab(t)
	l.toy.slow = 1500 * time.Millisecond
	b := webtest.Open(t, l.url, 1400, 900)
	b.Wait(`document.querySelector("#pane-staff .dots")`)
	b.Wait(`document.querySelector("#pane-staff .sub").textContent === "is typing…"`)
	b.Click("staff", "Nederlands")
	b.Wait(`document.querySelector("#pane-staff .key.mine").textContent === "Nederlands"`)
	b.Shot("pressed")
	b.See("staff", "✓ Nederlands")
	b.Wait(`!document.querySelector("#pane-staff .dots")`)
	b.Click("staff", "Neighbours")
	b.Wait(`document.querySelector('#pane-staff [aria-pressed="true"]').textContent === "Neighbours"`)
	b.Click("staff", "Customers")
	b.Wait(`document.querySelectorAll('#pane-staff [aria-pressed="true"]').length === 2`)
	time.Sleep(2 * l.toy.slow)
	b.Wait(`document.querySelectorAll('#pane-staff [aria-pressed="true"]').length === 2`)
}

func TestBrowserLanguages(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.Do(chromedp.Click(chromedp.CSS("[data-lang=nl]")))
	b.Wait(`document.documentElement.lang === "nl" && document.querySelector("#restart").textContent.includes("Kies een onderneming")`)
	b.Do(chromedp.Reload())
	b.Wait(`document.querySelector("#pane-staff .caption h2")?.textContent === "Een medewerker"`)
	b.Do(chromedp.Click(chromedp.CSS("[data-lang=fr]")))
	b.Wait(`document.querySelector(".badge").textContent.startsWith("Démo")`)
	b.Wait(`document.querySelector("#pane-staff .bot .body").lang === "en"`)
	b.Shot("fr")
}
