package digest

import (
	"testing"

	"visesbot/flows/form"
)

// The questions that a digest looks at are found by their names, wherever the
// content puts them: the shipped content has all of them, and another that numbers
// them otherwise is read as well.
func TestAsksOf(t *testing.T) {
	a := AsksOf(realScript(t).Questionnaire)
	for name, id := range map[string]string{"trust": a.Trust, "reached": a.Reached, "sensitive": a.Sensitive, "question": a.Question} {
		if id == "" {
			t.Errorf("the content has no question of the name for %s", name)
		}
	}
	chosen := &form.Question{ID: "Q-7", Name: "question", Type: form.ShortTxt}
	measure := &form.Collection{ID: "measure"}
	trust := &form.Question{ID: "Q-9", Name: "confidence", Type: form.Scale5, Loop: []*form.Collection{measure}}
	other := &form.Question{ID: "Q-8", Name: "confidence", Type: form.Scale5}
	block := &form.Block{Nodes: []form.Node{
		{Question: chosen}, {Question: other}, {Loop: &form.Loop{Each: measure, Nodes: []form.Node{{Question: trust}}}},
	}}
	q := &form.Questionnaire{Collections: []*form.Collection{measure}, Phases: []*form.Phase{{ID: "p", Blocks: []*form.Block{block}}}}
	q.Link()
	if got := AsksOf(q); got.Question != "Q-7" || got.Trust != "Q-9" || got.Reached != "" {
		t.Errorf("found %+v", got)
	}
}
