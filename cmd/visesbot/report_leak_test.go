package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"visesbot/bot/report"
	"visesbot/bot/report/pdftest"
	"visesbot/flows/form"
)

// madeOf writes a report of a changed sample, in all forms.
func madeOf(t *testing.T, name string, o report.Options, change func(*form.Changes)) map[string][]byte {
	t.Helper()
	all, err := livedOnce()
	if err != nil {
		t.Fatal(err)
	}
	q := all.script.Questionnaire
	c := report.Copy(q, all.src[name])
	change(&c)
	o.Lang, o.Words, o.Letters, o.Length = "fr", officeSays(all.script), all.faces, report.Thorough
	made := map[string][]byte{}
	for _, as := range []string{"r.pdf", "r.html", "r.md"} {
		var b bytes.Buffer
		if err := paintReport(&b, all.faces, report.Make(form.Open(q, report.Held(c), time.Date(2029, 1, 1, 0, 0, 0, 0, time.UTC)), o), as); err != nil {
			t.Fatal(err)
		}
		made[as] = b.Bytes()
	}
	return made
}

// texts puts a text in the place of everything that people wrote.
func texts(c *form.Changes, text string) {
	for i := range c.Answers {
		if c.Answers[i].Value.Text != "" {
			c.Answers[i].Value.Text = text
		}
	}
	for i := range c.Items {
		if c.Items[i].Label != "" {
			c.Items[i].Label = text
		}
	}
}

const marker = "GEHEIMWOORD"

// What was released to nobody is in no byte of what is made for others, in no
// alternative text and in no metadata; and of nobody is the name told, to the
// enterprise itself either.
func TestReportLeaks(t *testing.T) {
	for _, audience := range report.Audiences() {
		for as, raw := range madeOf(t, "bicycles", report.Options{For: audience}, func(c *form.Changes) {
			c.Head.Releases = nil
			texts(c, marker)
		}) {
			if bytes.Contains(raw, []byte(marker)) || as == "r.pdf" && pdftest.Holds(t, raw, marker) {
				t.Errorf("%s for %s tells what is private", as, audience)
			}
		}
	}
	for as, raw := range madeOf(t, "bicycles", report.Options{}, func(c *form.Changes) {
		for i := range c.Items {
			if c.Items[i].Collection == "respondent" || c.Items[i].Collection == "steering" {
				c.Items[i].Label = marker
			}
		}
	}) {
		if bytes.Contains(raw, []byte(marker)) || as == "r.pdf" && pdftest.Holds(t, raw, marker) {
			t.Errorf("%s names people", as)
		}
	}
}

// A value of few people is not shown to others, though its part is released.
func TestReportFew(t *testing.T) {
	few := func(c *form.Changes) {
		c.Head.Releases = []form.Release{{Part: "results", To: "public"}}
		for i := range c.Answers {
			if q := c.Answers[i].Place.Question(); q == "P2-15.reached" {
				n := 4.0
				c.Answers[i].Value.Number = &n
			}
		}
	}
	own := string(madeOf(t, "bicycles", report.Options{}, few)["r.md"])
	public := string(madeOf(t, "bicycles", report.Options{For: "public"}, few)["r.md"])
	if !strings.Contains(own, "3,4") || strings.Contains(public, "**3,4**") {
		t.Error("a value of four people is told to everybody, or not to the enterprise")
	}
}

// Markup that people typed is shown as they typed it, in HTML and in Markdown.
func TestReportMarkup(t *testing.T) {
	const typed = `<script>alert("x")</script> **gras** [lien](http://x) & co`
	made := madeOf(t, "shop", report.Options{}, func(c *form.Changes) { texts(c, typed) })
	page := string(made["r.html"])
	if strings.Contains(page, "<script") || !strings.Contains(page, "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; **gras**") {
		t.Error("the page takes for markup what people typed")
	}
	if text := string(made["r.md"]); strings.Contains(text, "<script") || !strings.Contains(text, `\*\*gras\*\* \[lien\](http://x) &amp; co`) {
		t.Error("the Markdown takes for markup what people typed")
	}
}

// Long names and texts, emoji and what is read from right to left, everywhere.
func TestReportOddWords(t *testing.T) {
	for name, odd := range map[string]string{
		"long":  strings.Repeat("m", 300),
		"essay": strings.Repeat("cinq mille mots dans une réponse. ", 800),
		"emoji": "👩‍👩‍👧 ✔ 😀 ensemble",
		"right": "שלום עולם, مرحبا بالعالم",
	} {
		made := madeOf(t, "bicycles", report.Options{}, func(c *form.Changes) { texts(c, odd) })
		for _, wrong := range pdftest.Check(t, made["r.pdf"]) {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

// A dossier in which nothing is answered gives a report that says what is
// missing, with the number of the question.
func TestReportEmpty(t *testing.T) {
	made := madeOf(t, "shop", report.Options{}, func(c *form.Changes) {
		head := *c.Head
		head.Closed, head.Phase = nil, "mandate"
		*c = form.Changes{Head: &head}
	})
	for _, wrong := range pdftest.Check(t, made["r.pdf"]) {
		t.Error(wrong)
	}
	text := string(made["r.md"])
	for _, want := range []string{"Brouillon", "P1-20", "P1-07", "P3-14", "P0-03", "Manque"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report of nothing does not say %s:\n%.3000s", want, text)
		}
	}
}
