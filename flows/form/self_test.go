package form_test

import (
	"slices"
	"testing"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestLoopOverChosen asks what stands in a loop of those items alone that were
// chosen, and follows when the choice changes.
func TestLoopOverChosen(t *testing.T) {
	part := formtest.Items("part", nil)
	about := formtest.Ask("about", form.ShortTxt)
	loop := form.Node{Loop: &form.Loop{Each: part, Where: &form.Expr{Source: "part.id in chosen"}, Nodes: []form.Node{about}}}
	q := formtest.Make([]*form.Collection{part}, &form.Phase{ID: "mandate", Blocks: []*form.Block{{ID: "b", Nodes: []form.Node{
		formtest.Ask("parts", form.Repeat, formtest.Adds(part)),
		formtest.Ask("chosen", form.Ref, func(q *form.Question) { q.Name, q.Of = "chosen", []*form.Collection{part} }),
		loop,
	}}}})
	s := newDesk(t, q)
	one, two := s.add("parts", "one"), s.add("parts", "two")
	for _, chosen := range [][]form.Path{{one}, {two}, {one, two}} {
		var ids []string
		for _, p := range chosen {
			ids = append(ids, string(p))
		}
		s.give("chosen", form.Value{Choices: ids})
		s.do("look", func(d *form.Dossier) {
			for _, p := range []form.Path{one, two} {
				want := form.No
				if slices.Contains(chosen, p) {
					want = form.Yes
				}
				if got := d.Relevant(form.At("about", p)); got != want {
					t.Errorf("%v chosen: %s is asked: %v, want %v", chosen, p, got, want)
				}
			}
		})
	}
}
