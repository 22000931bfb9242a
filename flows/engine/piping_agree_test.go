package engine_test

import (
	"reflect"
	"testing"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestAgreementTakesMoreThanOnePerson (rule 6): the question is chosen by two at
// least, one of them not of the management; the diagnosis is agreed by the
// enterprise and by who accompanies it; results are presented to people.
func TestAgreementTakesMoreThanOnePerson(t *testing.T) {
	t.Parallel()
	l, _ := lived(t, dayCentre, "The plan")
	for what, undo := range map[string]form.Answer{
		"a second vote":             {Place: "P1-20.vote@rp2", State: form.Declined},
		"the accompanist's word":    {Place: "P1-22.partner", State: form.Unknown},
		"the accompanist's refusal": {Place: "P1-22.partner", State: form.Given, Value: form.Value{Choices: []string{"not_agreed"}}},
		"the enterprise's word":     {Place: "P1-22", State: form.Unknown},
	} {
		r := resume(t, again(t, l))
		r.edit(func(d *form.Dossier) { d.Reopen("diagnosis", "voir", author()) })
		if gaps := r.dossier().Gaps(); len(gaps) > 0 {
			t.Fatalf("it was agreed, but %+v", gaps)
		}
		r.edit(func(d *form.Dossier) { undo.Author = author(); d.Put(undo) })
		r.press(r.people[0], "close")
		if r.dossier().Head().Phase != "diagnosis" {
			t.Errorf("without %s the phase is closed", what)
		}
	}
	outside(t, again(t, l))
	end, _ := lived(t, dayCentre, "The next cycle")
	q, _ := end.dossier().Questionnaire().Question("P3-12.people")
	one := 1.0
	if end.dossier().CheckAt(q, "P3-12.people", form.Value{Number: &one, Unit: "people"}) == nil {
		t.Error("results are presented to one person")
	}
}

// outside sees that a vote of the management alone does not do.
func outside(t *testing.T, l life) {
	r := resume(t, l)
	r.edit(func(d *form.Dossier) {
		d.Reopen("diagnosis", "voir", author())
		for _, who := range []string{"rp1", "rp2"} {
			a := *d.Answer(form.At("P0-02.role", form.Path(who)))
			a.Value = form.Value{Choices: []string{"management"}}
			d.Put(a)
		}
	})
	gaps := r.dossier().Gaps()
	if len(gaps) != 1 || gaps[0].Outside != "management" {
		t.Errorf("two votes of the management: %+v", gaps)
	}
}

// again is a copy of what was left.
func again(_ *testing.T, l life) life {
	mem := formtest.New()
	mem.Apply(l.Dossier)
	return life{Left: l.Left, mem: mem}
}

// TestEachPhaseLeavesASnapshotThatStays (rule 7): of each phase the answers, the
// questions in each language with their version, and the blocks of modules that
// were delivered; what is changed later does not change it.
func TestEachPhaseLeavesASnapshotThatStays(t *testing.T) {
	t.Parallel()
	l, _ := lived(t, "transcripts/fr-mandate-module-first.txt", "")
	if s := l.Dossier.Snapshots; len(s) != 1 || len(s[0].Modules) == 0 || s[0].Modules[0].Version == "" || s[0].Modules[0].Hash == "" {
		t.Errorf("a mandate after a module leaves %d snapshots", len(s))
	}
	l, _ = lived(t, dayCentre, "The next cycle")
	q := l.dossier().Questionnaire()
	if len(l.Dossier.Snapshots) != len(q.Phases) {
		t.Fatalf("%d snapshots of %d phases", len(l.Dossier.Snapshots), len(q.Phases))
	}
	for i, s := range l.Dossier.Snapshots {
		if s.Phase != q.Phases[i].ID || s.Content != q.Version || len(s.Answers) < 15 {
			t.Errorf("snapshot %s holds %d answers to %q", s.Phase, len(s.Answers), s.Content)
		}
		for _, a := range s.Answers {
			if a.Question.FR == "" || a.Question.NL == "" || a.Question.EN == "" || a.Answer.Version == "" {
				t.Errorf("%s: %s is kept as %+v", s.Phase, a.Answer.Place, a)
			}
		}
	}
	r := resume(t, l)
	r.edit(func(d *form.Dossier) {
		d.Reopen("analysis", "corriger", author())
		d.Put(form.Answer{Place: "P3-14", State: form.Given, Value: form.Value{Text: "Autre chose."}, Author: author()})
	})
	if !reflect.DeepEqual(r.mem.Snapshots()[0], snapshotOf(l, r.mem.Snapshots()[0].ID)) || len(r.mem.Snapshots()) != len(q.Phases) {
		t.Error("a snapshot has changed")
	}
}

func snapshotOf(l life, id string) form.Snapshot {
	for _, s := range l.Dossier.Snapshots {
		if s.ID == id {
			return s
		}
	}
	return form.Snapshot{}
}

// TestAGeneratedQuestionKeepsTheIDOfItsTemplate (rule 8): however an enterprise
// calls its changes and indicators, their answers are found under the same
// questions as those of any other.
func TestAGeneratedQuestionKeepsTheIDOfItsTemplate(t *testing.T) {
	t.Parallel()
	one, _ := lived(t, dayCentre, "The next cycle")
	two, _ := lived(t, bothSides, "The new year")
	shared := 0
	for _, a := range one.Dossier.Answers {
		q, ok := one.dossier().Questionnaire().Question(a.Place.Question())
		if !ok || len(q.Loop) != a.Place.Path().Depth() {
			t.Errorf("%s is of no template", a.Place)
		}
	}
	for _, a := range two.Dossier.Answers {
		if a.Place.Path().Depth() >= 2 && asked(one, a.Place.Question()) {
			shared++
		}
	}
	if shared < 40 {
		t.Errorf("only %d answers about changes can be compared", shared)
	}
}

func asked(l life, question string) bool {
	for _, a := range l.Dossier.Answers {
		if a.Place.Question() == question {
			return true
		}
	}
	return false
}
