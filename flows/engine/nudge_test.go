package engine_test

import (
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestNudged: a friendly word is shown, says from whom, and leaves the question
// on the table; by night, and to who asked for a later day, nothing is said.
func TestNudged(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
	kim := w.people[0]
	w.press(kim, "q~A")
	nudge := func() int {
		before := w.memory(kim).Cards
		w.step(kim, flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: flows.NoteNudge, Fields: map[string]string{"from": "Odile"}}})
		return w.memory(kim).Cards - before
	}
	day := time.Date(2027, 3, 2, 10, 0, 0, 0, w.now.Location())
	w.now = day
	if nudge() != 1 {
		t.Error("a friendly word is not said")
	}
	w.shows(kim, "Odile")
	w.now = day.Add(12 * time.Hour)
	if n := nudge(); n != 0 {
		t.Errorf("by night %d cards are shown", n)
	}
	w.now = day.AddDate(0, 0, 1)
	w.say(kim, "words of mine")
	w.has("A", "given words of mine")
	w.press(kim, "later~7")
	if n := nudge(); n != 0 {
		t.Errorf("who comes back later is shown %d cards", n)
	}
}
