package form

import (
	"slices"
	"time"
)

// Put records an answer: the first one or a new revision. Place, State and
// what goes with the state (Value, Reason, To, Due, Confirmed) come from the
// caller, as does the Author; revision, time, versions and everything that
// follows from the answer are seen to here. A place of no question is ignored.
func (d *Dossier) Put(a Answer) {
	q, ok := d.q.Question(a.Place.Question())
	if !ok {
		return
	}
	d.by = a.Author
	k := d.changedAnswer(a.Place)
	from := *k.doc
	if unit := d.UnitAt(q, a.Place); unit != "" && a.Value.Number != nil {
		a.Value.Unit = unit
	}
	a.Revision, a.At, a.Version = from.Revision+1, d.now, q.Version
	a.Basis, a.Confirmed = d.basis(q, a.Place.Path()), d.sealed(q, &a)
	a.Archived, a.Differs = false, nil
	*k.doc = a
	d.record(Record{Kind: RecordAnswer, Author: a.Author, Answer: &a}) // which nobody changes any more
	d.rewait(k.doc, a.Author.Respondent)
	d.undiffer(a.Place, from)
	if q.Adds != nil && q.Type != Repeat {
		d.addTicked(q, &a)
	}
	d.touch(a.Place)
	d.touchDependents(q, a.Place)
	d.settle()
}

// rewait keeps the list of places that wait for a day or for somebody.
func (d *upkeep) rewait(a *Answer, from string) {
	waits := !a.Archived && (a.State == Unknown || a.State == Delegated)
	at := slices.IndexFunc(d.head.Waiting, func(w Waiting) bool { return w.Place == a.Place })
	if at < 0 && !waits {
		return
	}
	h := d.changedHead()
	h.Waiting = slices.Clone(h.Waiting)
	if at >= 0 {
		h.Waiting = slices.Delete(h.Waiting, at, at+1)
	}
	if waits {
		h.Waiting = append(h.Waiting, Waiting{Place: a.Place, Due: a.Due, To: a.To, From: from})
		slices.SortFunc(h.Waiting, func(a, b Waiting) int { return d.Compare(a.Place, b.Place) })
	}
}

// addTicked keeps one item per ticked option.
func (d *upkeep) addTicked(q *Question, a *Answer) {
	parent := a.Place.Path()
	made := map[string]Path{}
	for n, last := 1, d.list(q.Adds, parent).doc.Made; n <= last; n++ {
		p := parent.Join(q.Adds.id(n))
		if it := d.Item(p); it != nil && it.Via == a.Place && it.Option != "" && !it.Past {
			made[it.Option] = p
		}
	}
	for _, o := range q.Options {
		p, there := made[o.ID]
		ticked := a.State == Given && slices.Contains(a.Value.Choices, o.ID)
		switch {
		case there:
			d.shelve(p, !ticked, a.Author)
		case ticked:
			d.add(q, Item{Collection: q.Adds.ID, Option: o.ID, Via: a.Place, By: a.Author}, parent)
		}
	}
}

// Differ keeps a second answer beside the first: two people agree to differ.
func (d *Dossier) Differ(p Place, v Value, by Author) {
	if d.current(p) == nil {
		return
	}
	k := d.changedAnswer(p)
	k.doc.Revision++
	k.doc.Differs = append(slices.Clone(k.doc.Differs), Differs{Value: v, Author: by, At: d.now})
	kept := *k.doc
	d.record(Record{Kind: RecordAnswer, Author: by, Answer: &kept})
	if !slices.Contains(d.head.Differ, p) {
		h := d.changedHead()
		h.Differ = append(slices.Clone(h.Differ), p)
	}
}

func (d *upkeep) undiffer(p Place, before Answer) {
	if len(before.Differs) == 0 {
		return
	}
	h := d.changedHead()
	h.Differ = slices.DeleteFunc(slices.Clone(h.Differ), func(o Place) bool { return o == p })
}

// Confirm accepts a warning about the present answer.
func (d *Dossier) Confirm(p Place, rule string, by Author) {
	a := d.current(p)
	if a == nil {
		return
	}
	again := *a
	again.Author = by
	again.Confirmed = append(slices.Clone(a.Confirmed), rule)
	d.Put(again)
}

// Due is when an unknown answer comes back when nobody says otherwise.
func Due(now time.Time) time.Time { return now.AddDate(0, 0, 7) }
