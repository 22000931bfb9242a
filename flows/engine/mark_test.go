package engine_test

import (
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form/formtest"
)

// TestSpans: put together, the pieces say what the line says, and each mark
// stands once.
func TestSpans(t *testing.T) {
	l := flows.Line{Text: "Effect and effect, for stakeholders.", Marks: []flows.Mark{{Word: "effect", Press: "a"}, {Word: "stakeholders"}, {Word: "gone"}}}
	var said, marked string
	for _, s := range l.Spans() {
		said += s.Text
		if s.Mark != nil {
			marked += "[" + s.Text + "]"
		}
	}
	if said != l.Text || marked != "[effect][stakeholders]" {
		t.Errorf("the pieces say %q and mark %s", said, marked)
	}
}

// TestQuestionsMarkTheirWords: each word of a question is marked once, where the
// question says it, in every language, and pressing it explains it.
func TestQuestionsMarkTheirWords(t *testing.T) {
	w := newWorld(t, formtest.Seeded(1), realScript())
	kim := w.joinIn("fr")
	w.enter(kim)
	w.press(kim, "q~P0-07")
	var marks []flows.Mark
	for _, l := range kim.newest.Lines {
		for _, m := range l.Marks {
			if !strings.Contains(l.Text, m.Word) {
				t.Errorf("%q is marked, but not in %q", m.Word, l.Text)
			}
			marks = append(marks, m)
		}
	}
	if len(marks) == 0 {
		t.Fatalf("nothing is marked in %s", glimpse(kim.newest))
	}
	w.press(kim, marks[0].Press)
	w.shows(kim, "Utilisé dans")
	w.press(kim, "q~P0-07~here")
	w.shows(kim, "Qui fait partie")
}
