package engine_test

import (
	"slices"
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// school is a talk with two phases, a module for each and one for neither.
func school(t *testing.T) (*world, *talker) {
	w := talkOf(t, 0, formtest.Ask("A", form.ShortTxt))
	old := w.engine.Script
	phases := append(old.Questionnaire.Phases, formtest.Phase("diagnosis", formtest.Ask("B", form.ShortTxt)))
	w.engine.Script = &flows.Script{
		Version: "v1", Words: old.Words, Commands: old.Commands,
		Questionnaire: formtest.Make(old.Questionnaire.Collections, phases...),
		Modules:       []*flows.Module{lessons("M1", "M3"), lessons("M2", "diagnosis"), lessons("M3", "mandate")},
	}
	kim := w.join("worker")
	w.enter(kim)
	return w, kim
}

func lessons(id, next string) *flows.Module {
	return &flows.Module{ID: id, Next: next, Title: formtest.Say(id), Minutes: 5, Blocks: []*flows.Block{
		{ID: "one", Kind: flows.TextBlock, Title: formtest.Say(id + " one"), Text: formtest.Say("text")},
		{ID: "two", Kind: flows.TextBlock, Title: formtest.Say(id + " two"), Text: formtest.Say("text"), Pools: map[string]form.Text{
			"wi": formtest.Say("an atelier"), "other": formtest.Say("a shop"),
		}},
		{ID: "do", Kind: flows.ExerciseBlock, Title: formtest.Say(id + " do"), Text: formtest.Say("text"), Ask: []string{"B"}},
		{ID: "end", Kind: flows.TextBlock, Title: formtest.Say(id + " end"), Text: formtest.Say("text")},
	}}
}

// offered are the modules that the newest card offers to begin.
func offered(p *talker) []string {
	var ids []string
	for _, b := range slices.Concat(p.newest.Buttons...) {
		if id, ok := strings.CutPrefix(b.Data, "learn~"); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

func (w *world) offers(p *talker, want ...string) {
	w.t.Helper()
	if got := offered(p); !slices.Equal(got, want) {
		w.fail("offered are %v, want %v, on %s", got, want, glimpse(p.newest))
	}
}

// TestModulesWhenTheirPhaseComes: the menu offers what prepares the phase the
// enterprise is in; the list has all of them.
func TestModulesWhenTheirPhaseComes(t *testing.T) {
	w, kim := school(t)
	w.press(kim, "home")
	w.offers(kim, "M3")
	w.press(kim, "modules")
	w.offers(kim, "M1", "M2", "M3")
	w.finish(kim)
	w.close()
	w.press(kim, "home")
	w.offers(kim, "M2")
}

// TestModulesKeepTheirPlace: whoever looks into another module goes on where
// the first was left.
func TestModulesKeepTheirPlace(t *testing.T) {
	w, kim := school(t)
	w.press(kim, "learn~M1")
	w.press(kim, "next~0")
	w.press(kim, "learn~M2")
	w.shows(kim, "M2 one")
	w.press(kim, "home")
	w.offers(kim, "M2")
	w.press(kim, "learn~M1")
	w.shows(kim, "M1 two")
	w.press(kim, "learn~M2")
	w.shows(kim, "M2 one")
	if begun := w.memory(kim).Begun; len(begun) != 1 || begun[0].ID != "M1" || begun[0].Block != 1 {
		t.Errorf("begun are %+v", begun)
	}
}

// TestOneExample: while the pool is not known one chooses whose example to
// read, and the choice holds for the next lessons.
func TestOneExample(t *testing.T) {
	w, kim := school(t)
	w.press(kim, "learn~M1")
	w.press(kim, "example~0~wi") // no example on this card
	w.press(kim, "next~0")
	if strings.Contains(glimpse(kim.newest), "atelier") || strings.Contains(glimpse(kim.newest), "a shop") {
		w.fail("an example nobody asked for: %s", glimpse(kim.newest))
	}
	w.press(kim, "example~1~solidarity") // none of that pool
	w.press(kim, "example~1~wi")
	w.shows(kim, "an atelier")
	w.press(kim, "learn~M2")
	w.press(kim, "next~0")
	w.shows(kim, "an atelier")
	w.press(kim, "example~1~other")
	w.shows(kim, "a shop")
	if strings.Contains(glimpse(kim.newest), "atelier") {
		w.fail("two examples at once: %s", glimpse(kim.newest))
	}
}

// TestExerciseOfALaterPhase says when its questions open, and the module goes
// on; once they are open, they are asked.
func TestExerciseOfALaterPhase(t *testing.T) {
	w, kim := school(t)
	w.press(kim, "learn~M1")
	w.press(kim, "next~0")
	w.press(kim, "next~1")
	w.press(kim, "next~2")
	w.shows(kim, "M1 end")
	if q := w.memory(kim).Place; q != "" {
		t.Errorf("asked %s before its phase", q)
	}
	w.finish(kim)
	w.close()
	w.press(kim, "learn~M2")
	w.press(kim, "next~0")
	w.press(kim, "next~1")
	w.press(kim, "next~2")
	w.shows(kim, "B?")
}
