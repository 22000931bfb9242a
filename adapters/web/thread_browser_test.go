package web_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"visesbot/adapters/web/webtest"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func (l *lab) show(to bot.Address, m bot.Message) bot.Receipt {
	l.t.Helper()
	r, err := l.page.Send(l.t.Context(), to, m)
	if err != nil {
		l.t.Fatal(err)
	}
	return r
}

// In the partner's channel what belongs to a message stands below it, and one can
// write there; on a phone it is quoted.
func TestBrowserThread(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("partner", "Atelier Horizon has begun")
	top := card("The week of the cohort")
	top.Top = true
	root := l.show("web:partner-1", top)
	other := card("Something else") // it has no name: nobody hears what is written below it
	other.Card, other.Top = "c3", true
	l.show("web:partner-1", other)
	below := card("Atelier 2 asks for help")
	below.Under = string(root)
	l.show("web:partner-1", below)
	b.See("partner", "asks for help")
	b.Wait(`document.querySelector("#pane-partner .thread .item").textContent.includes("asks for help")`)
	b.Wait(`document.querySelector("#pane-partner .thread").previousElementSibling.textContent.includes("The week of the cohort")`)
	b.Wait(`document.querySelectorAll("#pane-partner .thread").length === 1`)
	b.Click("partner", "Reply")
	b.Do(chromedp.SendKeys(chromedp.CSS("#pane-partner .answer textarea"), "I call them today"))
	b.Do(chromedp.Click(chromedp.CSS("#pane-partner .answer [type=submit]")))
	b.See("partner", "Noted")
	b.Wait(`[...document.querySelectorAll("#pane-partner .thread .item.me")].at(-1).textContent.includes("I call them today")`)
	for _, u := range l.toy.got() {
		if u.Text == "I call them today" && u.Under != root {
			t.Errorf("it arrived below %q", u.Under)
		}
	}
	b.Do(chromedp.Reload())
	b.Wait(`document.querySelectorAll("#pane-partner .thread .item").length === 2`)
	b.Shot("channel")
	asked := l.show("web:staff-1", card("Your question was sent"))
	answer := card("Odile writes")
	answer.Under = string(asked)
	l.show("web:staff-1", answer)
	b.Wait(`document.querySelector("#pane-staff .item:last-child .quoted").textContent.includes("Your question was sent")`)
	b.None(`[...document.querySelectorAll("#pane-staff .thread")]`)
	if faint := b.Get(contrast); faint != "" {
		t.Errorf("too faint:\n%s", faint)
	}
}

// A form is filled in with the keyboard alone, and gives the focus back.
func TestBrowserForm(t *testing.T) {
	l := newLab(t, withForms)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("partner", "Atelier Horizon has begun")
	m := card("A session?")
	m.Buttons = [][]flows.Button{{{Label: "Plan it", Data: "o~meet~new", Kind: "form"}, {Label: "Ask me", Data: "none", Kind: "form"}}}
	l.show("web:partner-1", m)
	b.Click("partner", "Plan it")
	b.Wait(`document.querySelector("dialog.sheet[open] h2").textContent === "Invite the cohort"`)
	b.Wait(`document.activeElement.labels[0].textContent.startsWith("What is it called?")`)
	b.Wait(`[...document.querySelectorAll(".sheet input, .sheet textarea, .sheet select")].every((n) => n.labels.length === 1)`)
	b.Wait(`document.querySelectorAll(".sheet fieldset input:checked").length === 1`)
	b.Shot("form")
	if faint := b.Get(contrast); faint != "" {
		t.Errorf("too faint:\n%s", faint)
	}
	b.Do(chromedp.KeyEvent(kb.Escape))
	b.Wait(`!document.querySelector("dialog.sheet") && document.activeElement.textContent === "Plan it"`)
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.Wait(`document.querySelector("dialog.sheet[open]")`)
	b.Do(chromedp.SendKeys(chromedp.CSS(".sheet select"), "By"))
	b.Do(chromedp.SendKeys(chromedp.CSS(".sheet textarea"), "Bring <b>coffee</b>"))
	b.Do(chromedp.Click(chromedp.CSS(".sheet fieldset input")))
	b.Do(chromedp.Click(chromedp.CSS(".sheet [type=submit]")))
	b.Wait(`!document.querySelector("dialog.sheet")`)
	b.See("partner", "Noted")
	got := l.toy.got()
	u := got[len(got)-1]
	for field, want := range map[string]string{"title": "Session 2", "note": "Bring <b>coffee</b>", "place": "link", "who": "e1 e2", "day": "2026-03-12", "hour": "09:00"} {
		if have := strings.Join(u.Fields[field], " "); have != want {
			t.Errorf("%s arrived as %q", field, have)
		}
	}
	b.Click("partner", "Ask me")
	b.Wait(`[...document.querySelectorAll("#pane-partner .item")].at(-1).textContent.includes("none")`)
	b.Forgive("404")
}

func onePixel(t *testing.T) []byte {
	t.Helper()
	var body bytes.Buffer
	if err := png.Encode(&body, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return body.Bytes()
}

// A picture that the programme made is shown, and told to who does not see it.
func TestBrowserKeptPicture(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("partner", "Atelier Horizon has begun")
	body := onePixel(t)
	if err := l.shelf.PutFile(t.Context(), form.File{ID: "phases", Name: "phases.png", Type: "image/png", Size: int64(len(body))}, bytes.NewReader(body)); err != nil {
		t.Fatal(err)
	}
	m := card("The week of the cohort")
	m.Media = &flows.Media{Kind: "picture", File: "phases", Alt: "Three bars"}
	l.show("web:partner-1", m)
	b.Wait(`document.querySelector("#pane-partner img[alt='Three bars']").naturalWidth === 1`)
}

// What somebody else sent is shown as well: a picture, and a paper to be saved.
func TestBrowserFilesOfOthers(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("partner", "Atelier Horizon has begun")
	body := onePixel(t)
	files := []form.File{{ID: "f1", Name: "board.png", Type: "image/png"}, {ID: "f2", Name: "plan.pdf", Type: "application/pdf"}}
	for i := range files {
		files[i].Size = int64(len(body))
		if err := l.shelf.PutFile(t.Context(), files[i], bytes.NewReader(body)); err != nil {
			t.Fatal(err)
		}
	}
	l.show("web:staff-1", bot.Message{Card: "c9-f1", Lang: "en", Files: files[:1]})
	l.show("web:staff-1", bot.Message{Card: "c9-f2", Lang: "en", Files: files[1:]})
	b.Wait(`document.querySelector("#pane-staff .item.bot img[alt$='board.png']")?.naturalWidth === 1`)
	b.Wait(`document.querySelector("#pane-staff .item.bot a.paper[download='plan.pdf']")?.textContent.includes("plan.pdf")`)
	b.Shot("files")
}
