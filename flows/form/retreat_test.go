package form_test

import (
	"testing"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestReopenAsksAgainWhatLaterPhasesGave opens an earlier phase again in which
// an item was chosen that a later phase made: it is chosen anew as long as that
// phase waits. (The desk counts everything anew after each step.)
func TestReopenAsksAgainWhatLaterPhasesGave(t *testing.T) {
	part := formtest.Items("part", nil)
	q := formtest.Make([]*form.Collection{part},
		&form.Phase{ID: "mandate", Blocks: []*form.Block{{ID: "a", Nodes: []form.Node{
			formtest.Ask("chosen", form.Ref, func(q *form.Question) { q.Of, q.Core = []*form.Collection{part}, false }),
			formtest.Ask("more", form.YesNo, func(q *form.Question) { q.Name = "more" }),
		}}}},
		&form.Phase{ID: "diagnosis", Blocks: []*form.Block{{ID: "b", Nodes: []form.Node{
			formtest.Ask("parts", form.Repeat, formtest.Adds(part), func(q *form.Question) { q.When = &form.Expr{Source: "more"} }),
		}}}})
	s := newDesk(t, q)
	s.give("more", form.Value{Choices: []string{"yes"}})
	s.do("close", func(d *form.Dossier) { d.Close("diagnosis", me()) })
	one := s.add("parts", "one")
	s.give("chosen", form.Value{Choices: []string{string(one)}})
	if got := s.look().Status("chosen"); got != form.Settled {
		t.Fatalf("chosen is %v", got)
	}
	s.do("reopen", func(d *form.Dossier) { d.Reopen("mandate", "because", me()) })
	if got := s.look().Status("chosen"); got != form.ToCheck {
		t.Errorf("after the reopening it is %v", got)
	}
	s.give("chosen", form.Value{})
	s.do("close again", func(d *form.Dossier) { d.Close("diagnosis", me()) })
	if a := s.look().Answer("parts"); a != nil && a.Archived {
		t.Error("what the later phase holds was archived")
	}
}
