package engine_test

import (
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestPressedTwice: a button pressed again, however much later, does not do
// again what it did, nor something to the question that stands there by now.
func TestPressedTwice(t *testing.T) {
	w := talkOf(t, 1,
		formtest.Ask("A", form.YesNo), formtest.Ask("B", form.YesNo), formtest.Ask("C", form.Multi, formtest.Options("x", "y")))
	kim := w.people[0]
	w.press(kim, "q~A")
	records := func() int64 { return w.mem.Head().Records }
	w.press(kim, "a~A~yes")
	after := records()
	for range 3 {
		w.press(kim, "a~A~yes")
	}
	w.has("A", "given Yes")
	w.has("B", "")
	if now := records(); now != after {
		t.Errorf("%d records more", now-after)
	}
	w.press(kim, "q~C")
	w.press(kim, "t~C~x")
	w.press(kim, w.button(kim, "d~C"))
	w.has("C", "given x")
	after = records()
	w.press(kim, "d~C")
	w.has("C", "given x")
	if now := records(); now != after {
		t.Errorf("%d records more after Done", now-after)
	}
}

// TestNextPressedTwice: the button below a lesson leads to the next one, once.
func TestNextPressedTwice(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
	var blocks []*flows.Block
	for _, id := range []string{"one", "two", "three", "four"} {
		blocks = append(blocks, &flows.Block{ID: id, Kind: flows.TextBlock, Text: formtest.Say(id)})
	}
	w.engine.Script.Modules = []*flows.Module{{ID: "M9", Title: formtest.Say("Nine"), Blocks: blocks}}
	kim := w.people[0]
	w.press(kim, "learn~M9")
	next := w.button(kim, "next~")
	w.press(kim, next)
	w.press(kim, next)
	w.press(kim, next)
	if at := w.memory(kim).Module.Block; at != 1 {
		t.Errorf("Kim is at block %d", at)
	}
}
