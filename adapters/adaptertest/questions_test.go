package adaptertest

import (
	"os"
	"slices"
	"testing"

	"visesbot/flows"
	"visesbot/flows/definition"
)

func TestQuestionsAreAll(t *testing.T) {
	script, problems := definition.Load(os.DirFS("../../content"))
	if script == nil {
		t.Fatal(problems)
	}
	cards, missing := Questions(script, "nl")
	if len(missing) > 0 || len(cards) < 50 {
		t.Errorf("%d cards; never asked: %v", len(cards), missing)
	}
	for id, c := range cards {
		if !slices.ContainsFunc(c.Lines, func(l flows.Line) bool { return l.Style == flows.Heading }) || len(c.Buttons) == 0 && c.Input == flows.NoInput {
			t.Errorf("the card of %s asks nothing: %+v", id, c)
		}
	}
}
