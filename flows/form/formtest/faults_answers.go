package formtest

import (
	"reflect"
	"slices"

	"visesbot/flows/form"
)

// waiting compares the list of waiting places with the answers.
func (f *faults) waiting() {
	want := map[form.Place]form.Answer{}
	for _, a := range f.kept.Answers() {
		if !a.Archived && (a.State == form.Unknown || a.State == form.Delegated) {
			want[a.Place] = a
		}
	}
	waiting := f.d.Head().Waiting
	if len(waiting) != len(want) {
		f.add("%d places wait, but by full count %d", len(waiting), len(want))
	}
	for i, w := range waiting {
		a := want[w.Place]
		if a.To != w.To || !a.Due.Equal(w.Due) || w.To != "" && a.Author.Respondent != w.From {
			f.add("waiting: %v, but by full count %v", w, a)
		}
		if i > 0 && f.d.Compare(waiting[i-1].Place, w.Place) >= 0 {
			f.add("waiting: %v comes before %v", waiting[i-1].Place, w.Place)
		}
	}
}

// answers sees that every answer stands at a place that exists, and is archived
// exactly when its branch is closed.
func (f *faults) answers() {
	for _, a := range f.kept.Answers() {
		if !f.d.Has(a.Place) {
			f.add("an answer stands at %s, which is no place", a.Place)
			continue
		}
		q, _ := f.q.Question(a.Place.Question())
		if !f.begun(q.Phase) {
			continue
		}
		if truth := f.d.Relevant(a.Place); a.Archived != (truth == form.No) {
			f.add("%s: relevant %v, but its answer is archived %v", a.Place, truth, a.Archived)
		}
	}
}

// begun tells whether a phase is the present one or an earlier one.
func (f *faults) begun(p *form.Phase) bool {
	now, _ := f.q.Phase(f.d.Head().Phase)
	return slices.Index(f.q.Phases, p) <= slices.Index(f.q.Phases, now)
}

// FaultsOf tells what is wrong with a set of changes to the dossier before it:
// nothing changes without the head, records go on without a gap, and every new
// revision of an answer is in a record.
func FaultsOf(c form.Changes, before *Memory) []string {
	f := &faults{}
	if c.Head == nil {
		if len(c.Answers)+len(c.Lists)+len(c.Items)+len(c.Records)+len(c.Snapshots) > 0 {
			f.add("documents changed without the head")
		}
		return f.found
	}
	head := before.Head()
	f.same("version", c.Head.Version, head.Version+1)
	f.same("records counted", c.Head.Records, head.Records+int64(len(c.Records)))
	for i, r := range c.Records {
		f.same("number of a record", r.Seq, head.Records+int64(i)+1)
	}
	for _, a := range c.Answers {
		if old, ok := before.Answer(a.Place); (!ok || old.Revision != a.Revision) && !recorded(c, a) {
			f.add("revision %d of %s is in no record", a.Revision, a.Place)
		}
	}
	return f.found
}

func recorded(c form.Changes, a form.Answer) bool {
	return slices.ContainsFunc(c.Records, func(r form.Record) bool {
		return r.Answer != nil && r.Answer.Place == a.Place && r.Answer.Revision == a.Revision &&
			r.Answer.State == a.State && reflect.DeepEqual(r.Answer.Value, a.Value)
	})
}
