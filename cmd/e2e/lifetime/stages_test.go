package lifetime

import (
	"testing"
	"time"

	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
)

func script(t *testing.T) *flows.Script {
	t.Helper()
	s, problems := definition.Load(content.FS)
	if s == nil {
		t.Fatal(problems)
	}
	return s
}

// TestStages: what the programme begins with has something to remind of.
func TestStages(t *testing.T) {
	q := script(t).Questionnaire
	for _, s := range stages() {
		began := time.Now()
		c := s.write(t, q).of(t, newProgramme(1).enterprises[0])
		t.Logf("%s: %d answers, %d plans, %d promises, in %v", s.name, len(c.Answers), len(c.Head.Plans), len(c.Head.Promises), time.Since(began))
		if s.phase == "collection" && len(c.Head.Plans) == 0 || len(c.Head.Promises) != len(s.dates) {
			t.Errorf("%s has %d plans and %d promises", s.name, len(c.Head.Plans), len(c.Head.Promises))
		}
	}
}
