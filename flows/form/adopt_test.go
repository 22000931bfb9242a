package form_test

import (
	"testing"
	"time"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// twoContents are a questionnaire and its next version: one question renamed,
// one gone, one new.
func twoContents(t *testing.T) (was, now *form.Questionnaire) {
	t.Helper()
	question := func(id string, old ...string) *form.Question {
		return &form.Question{ID: id, Number: id, Type: form.ShortTxt, Core: true, Respond: form.Together, Was: old}
	}
	made := func(version string, questions ...*form.Question) *form.Questionnaire {
		block := &form.Block{ID: "b"}
		for _, q := range questions {
			block.Nodes = append(block.Nodes, form.Node{Question: q})
		}
		q := &form.Questionnaire{ID: "q", Version: version, Phases: []*form.Phase{{ID: "mandate", Blocks: []*form.Block{block}}}}
		if faults := q.Link(); len(faults) > 0 {
			t.Fatal(faults)
		}
		return q
	}
	return made("v1", question("P0-01"), question("P0-02"), question("P0-03")),
		made("v2", question("P0-11", "P0-01"), question("P0-03"), question("P0-04"))
}

func TestAdoptMovesArchivesAndAsksAnew(t *testing.T) {
	was, now := twoContents(t)
	m, at := formtest.New(), time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	d := form.Open(was, m, at)
	d.Begin("d1", form.Enterprise{ID: "d1"})
	for _, p := range []form.Place{"P0-01", "P0-02", "P0-03"} {
		d.Put(form.Answer{Place: p, State: form.Given, Value: form.Value{Text: "at " + string(p)}})
	}
	m.Apply(d.Changes())
	d = form.Open(now, m, at)
	if !d.Adopt(form.Author{}) {
		t.Fatal("nothing was adopted")
	}
	m.Apply(d.Changes())
	d = form.Open(now, m, at)
	if d.Adopt(form.Author{}) {
		t.Error("the same content was adopted twice")
	}
	if a := d.Answer("P0-11"); a == nil || a.Value.Text != "at P0-01" || a.Archived {
		t.Errorf("the renamed question has %+v", a)
	}
	for _, p := range []form.Place{"P0-01", "P0-02"} {
		if a := d.Answer(p); a == nil || !a.Archived {
			t.Errorf("%s is not kept as archived: %+v", p, a)
		}
	}
	if p, ok := d.Next(form.Who{}); !ok || p != "P0-04" {
		t.Errorf("next is %q, want the new question P0-04", p)
	}
	if got := d.Head().Content; got != "v2" {
		t.Errorf("the dossier is pinned to %q", got)
	}
}
