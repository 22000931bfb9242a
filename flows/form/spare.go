package form

import (
	"slices"
)

// RecordPath is the kind of record of a path that was shortened, or made longer
// again. Its Spared are the questions left out from then on.
const RecordPath = "path changed"

// Sparable lists the first questions of the numbers of a phase that may be left
// out of a path, in document order. A number can be
// left out when none of its parts is one that the method stands on.
func (q *Questionnaire) Sparable(p *Phase) []*Question {
	var out []*Question
	for _, question := range p.questions {
		if first := q.first(question.Number); first == question && q.maySpare(question.Number) {
			out = append(out, question)
		}
	}
	return out
}

// maySpare tells whether all questions of a number may be left out.
func (q *Questionnaire) maySpare(number string) bool {
	found := false
	for _, question := range q.order {
		if question.Number == number {
			found = true
			if question.stands() {
				return false
			}
		}
	}
	return found
}

func (q *Questionnaire) first(number string) *Question {
	if i := slices.IndexFunc(q.order, func(o *Question) bool { return o.Number == number }); i >= 0 {
		return q.order[i]
	}
	return nil
}

// Unspared gives those of the numbers that cannot be left out, or are none.
func (q *Questionnaire) Unspared(numbers []string) []string {
	return slices.DeleteFunc(slices.Clone(numbers), q.maySpare)
}

// stands tells whether the method stands on a question, so that nobody may
// leave it out: consent, votes and the accompanist's checks, the values that
// are collected, who may see what, and whatever decides what else is asked or
// whether a phase may be closed.
func (q *Question) stands() bool {
	return q.Keep || q.Block.Keep || q.held || q.Type == Consent || q.Voters > 0 || len(q.For) > 0 ||
		q.Calendar != nil || q.Releases != nil
}

// holding notes which questions others are built on.
func (l *linker) holding() {
	for _, q := range l.q.order {
		q.held = q == l.q.pool
	}
	for _, q := range l.q.order {
		held := slices.Concat(q.Calendar.deps(), q.Releases.deps())
		for _, loop := range q.loops {
			held = append(held, loop.Where.deps()...)
		}
		for _, c := range q.Of {
			held = append(held, dep{collection: c, many: true})
		}
		hold(held)
	}
	for _, p := range l.q.Phases {
		for _, rule := range p.Gate {
			hold(rule.If.deps())
		}
	}
	for _, c := range l.q.Collections {
		if c.Of != nil {
			hold([]dep{{collection: c.Of, many: true}})
		}
	}
	if c, _, ok := l.q.Respondents(); ok {
		hold([]dep{{collection: c, many: true}})
	}
}

func hold(deps []dep) {
	for _, r := range deps {
		if r.question != nil {
			r.question.held = true
		}
		if r.question != nil && r.many || r.collection != nil {
			for _, a := range r.adders() {
				a.held = true
			}
		}
	}
}

// spared tells whether a question is left out of the path of this dossier: it
// is not asked, and may be answered all the same.
func (d *documents) spared(q *Question) bool { return slices.Contains(d.head.Spared, q.Number) }

// Spare leaves these numbers out of the path, and no others; those that nobody
// may leave out stay. It tells whether that changed anything.
func (d *Dossier) Spare(numbers []string, by Author) bool {
	want := slices.DeleteFunc(slices.Clone(numbers), func(n string) bool { return !d.q.maySpare(n) })
	slices.SortFunc(want, func(a, b string) int { return d.q.first(a).Index - d.q.first(b).Index })
	want = slices.Compact(want)
	if slices.Equal(want, d.head.Spared) {
		return false
	}
	before := d.head.Spared
	d.by = by
	d.changedHead().Spared = want
	d.record(Record{Kind: RecordPath, Author: by, Spared: want})
	for _, q := range d.q.order {
		if slices.Contains(want, q.Number) != slices.Contains(before, q.Number) && d.begun(q.Phase) {
			d.places(q, "", func(p Place) {
				d.touch(p)
				d.touchDependents(q, p)
			})
		}
	}
	d.settle()
	return true
}
