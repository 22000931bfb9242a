package bot_test

import (
	"fmt"
	"strings"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func TestComposeFiles(t *testing.T) {
	file := func(name, kind string, size int64) form.File {
		return form.File{ID: name, Name: name, Type: kind, Size: size}
	}
	card := flows.Card{ID: "c1", Lines: []flows.Line{{Style: flows.Body, Text: "Zie hier."}}, Files: []form.File{
		file("a.png", "image/png", 1), file("b.jpg", "image/jpeg", 1), file("c.webp", "image/webp", 1), file("d.pdf", "application/pdf", 30<<20),
		file("e.pdf", "application/pdf", 30<<20), file("f.ogg", "audio/ogg", 1), file("g.mp3", "audio/mpeg", 1),
	}}
	shown := func(card flows.Card, can bot.Capabilities) string {
		var all []string
		seen := map[string]bool{}
		for _, m := range bot.Compose(card, can) {
			if seen[m.Card] || len(m.Files) > 0 && len(m.Lines)+len(m.Buttons) > 0 {
				t.Errorf("message %+v", m)
			}
			seen[m.Card] = true
			text := bot.Names(m.Files)
			for _, l := range m.Lines {
				text += l.Text + ";"
			}
			all = append(all, text)
		}
		return strings.Join(all, " | ")
	}
	for most, want := range map[int]string{
		0:  "Zie hier.;[a.png];[b.jpg];[c.webp];[d.pdf];[e.pdf];[f.ogg];[g.mp3];",
		2:  "a.png, b.jpg | c.webp | d.pdf | e.pdf | f.ogg | g.mp3 | Zie hier.;",
		10: "a.png, b.jpg, c.webp | d.pdf | e.pdf | f.ogg | g.mp3 | Zie hier.;",
	} {
		if got := shown(card, bot.Capabilities{Enclosed: most}); got != want {
			t.Errorf("%d together: %s", most, got)
		}
	}
	card.Lines = append(card.Lines, flows.Line{Style: flows.Own, Text: "a.png, b.jpg, c.webp, d.pdf, e.pdf en f.ogg"})
	if got := shown(card, bot.Capabilities{}); got != "Zie hier.;a.png, b.jpg, c.webp, d.pdf, e.pdf en f.ogg;[g.mp3];" {
		t.Errorf("named twice: %s", got)
	}
	card.Lines = card.Lines[:1]
	card.Replace = true
	if got := shown(card, bot.Capabilities{Enclosed: 10}); got != "Zie hier.;" {
		t.Errorf("shown again: %s", got)
	}
	card.Replace, card.Lines = false, nil
	if got := shown(card, bot.Capabilities{Enclosed: 10}); strings.HasSuffix(got, "…;") || fmt.Sprint(strings.Count(got, "|")) != "4" {
		t.Errorf("files alone: %s", got)
	}
}
