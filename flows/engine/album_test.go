package engine_test

import (
	"fmt"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// part sends one part of an album.
func (w *world) part(p *talker, album string, n int, caption string) {
	id := fmt.Sprintf("f%d", n)
	w.step(p, flows.Event{Kind: flows.Said, Album: album, Text: caption, Files: []form.File{{ID: id, Name: id + ".png", Type: "image/png"}}})
}

func (w *world) rings(p *talker) { w.step(p, flows.Event{Kind: flows.Timer, Timer: "album"}) }

// holds wants so many files in an answer.
func (w *world) holds(p form.Place, n int) {
	w.t.Helper()
	got := 0
	if a := w.dossier().Answer(p); a != nil {
		got = len(a.Value.Files)
	}
	if got != n {
		w.fail("%s holds %d files, want %d", p, got, n)
	}
}

// What is sent together is one answer, once no more of it comes.
func TestAlbum(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.FileType), formtest.Ask("B", form.FileType), formtest.Ask("C", form.ShortTxt))
	p := w.people[0]
	w.press(p, "q~A")
	shown := p.newest
	for n := range 3 {
		w.part(p, "g1", n, "")
	}
	if w.holds("A", 0); p.newest != shown {
		w.fail("something is said in between: %s", glimpse(p.newest))
	}
	w.rings(p)
	w.holds("A", 3)
	w.rings(p) // a late bell means nothing
	w.holds("B", 0)
	shown = p.newest
	w.part(p, "g1", 3, "") // the program was stopped meanwhile
	w.holds("A", 4)
	w.holds("B", 0)
	if p.newest != shown {
		w.fail("something is said to a late part: %s", glimpse(p.newest))
	}
}

// Whatever comes after an album comes after it, however soon; two albums are two
// answers.
func TestAlbumAndThen(t *testing.T) {
	for name, then := range map[string]func(*world, *talker){
		"an album": func(w *world, p *talker) { w.part(p, "g2", 7, ""); w.part(p, "g2", 8, ""); w.rings(p); w.holds("B", 2) },
		"a file": func(w *world, p *talker) {
			w.step(p, flows.Event{Kind: flows.Said, Files: []form.File{{ID: "f9", Name: "f9.pdf"}}})
			w.holds("B", 1)
		},
		"a press": func(w *world, p *talker) { w.press(p, "q~C"); w.say(p, "hello"); w.has("C", "given hello") },
		"a start": func(w *world, p *talker) { w.step(p, flows.Event{Kind: flows.Started}) },
	} {
		w := talkOf(t, 1, formtest.Ask("A", form.FileType), formtest.Ask("B", form.FileType), formtest.Ask("C", form.ShortTxt))
		p := w.people[0]
		w.press(p, "q~A")
		w.part(p, "g1", 1, "")
		w.part(p, "g1", 2, "")
		then(w, p)
		w.holds("A", 2)
		if a := w.memory(p).Album; a != nil && len(a.Files) > 0 {
			t.Errorf("%s: more is waited for", name)
		}
	}
}

// The caption of an album is what is said with it.
func TestAlbumWithCaption(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.LongTxt))
	p := w.people[0]
	w.press(p, "q~A")
	w.part(p, "g1", 1, "")
	w.part(p, "g1", 2, "our shop")
	for n := range 30 {
		w.part(p, "g1", n, "")
	}
	w.rings(p)
	w.holds("A", 20)
	if a := w.dossier().Answer("A"); a.Value.Text != "our shop" {
		t.Errorf("it says %q", a.Value.Text)
	}
}

// What was sent is seen again by whoever looks at the answer.
func TestFilesAreSeenAgain(t *testing.T) {
	w := talkOf(t, 2, formtest.Ask("A", form.FileType))
	w.press(w.people[0], "q~A")
	w.part(w.people[0], "g1", 1, "")
	w.part(w.people[0], "g1", 2, "")
	w.rings(w.people[0])
	w.press(w.people[1], "q~A")
	if n := len(w.people[1].newest.Files); n != 2 {
		t.Errorf("%d files come with %s", n, glimpse(w.people[1].newest))
	}
}
