package engine_test

import (
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestPushed: what somebody is sent is offered, and leaves the question that is
// on the table there.
func TestPushed(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
	w.engine.Script.Modules = []*flows.Module{{
		ID: "M9", Minutes: 12, Title: form.Text{FR: "Neuf", NL: "Negen", EN: "Nine"},
		Blocks: []*flows.Block{{ID: "one", Kind: flows.TextBlock, Text: form.Text{FR: "Bloc", NL: "Blok", EN: "Block"}}},
	}}
	kim := w.people[0]
	w.press(kim, "q~A")
	send := func(n flows.Note) {
		n.Kind = flows.NotePushed
		w.step(kim, flows.Event{Kind: flows.Told, Note: &n})
	}
	send(flows.Note{Text: "M9"})
	w.shows(kim, "M9 · ")
	w.shows(kim, "12 min")
	send(flows.Note{Say: form.Text{FR: "Bonjour tout le monde", NL: "Dag allemaal", EN: "Hello all"}})
	w.shows(kim, form.Text{FR: "Bonjour tout le monde", NL: "Dag allemaal", EN: "Hello all"}.In(w.memory(kim).Lang))
	send(flows.Note{Text: "M0"})
	w.say(kim, "words of mine")
	w.has("A", "given words of mine")
	w.press(kim, "learn~M9")
	w.shows(kim, "M9 · 1/1")
}
