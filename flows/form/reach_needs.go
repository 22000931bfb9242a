package form

import (
	"regexp"
	"slices"
	"strings"
)

// needs gathers the conditions under which a question is asked: its own, those
// of the loops around it, and those of the questions that they look at or that
// make the items around it.
func (t *trial) needs(q *Question) {
	if slices.Contains(t.seen, q) {
		return
	}
	t.seen = append(t.seen, q)
	for _, loop := range q.loops {
		t.need(loop.Where)
	}
	t.need(q.When)
	for _, c := range q.Loop {
		if len(c.adders) == 1 { // with several, one of them is enough
			t.needs(c.adders[0])
		}
	}
}

func (t *trial) need(e *Expr) {
	if e == nil || !triable(e) {
		return
	}
	t.holds = append(t.holds, e)
	t.look(e.refs, strict(e))
}

// look notes what a condition looks at. What a strict one looks at has to be
// asked for; lists may be empty.
func (t *trial) look(refs []dep, strict bool) {
	for _, r := range refs {
		switch {
		case r.question != nil && r.question.Type == Calc:
			t.look(r.question.Calc.refs, false)
		case r.question != nil && !r.many && strict:
			t.note(r)
			t.needs(r.question)
		default:
			t.note(r)
		}
	}
}

func (t *trial) note(r dep) {
	if !slices.ContainsFunc(t.deps, func(d dep) bool { return d.name == r.name }) {
		t.deps = append(t.deps, r)
	}
}

// strict tells whether a condition holds only with all that it looks at. It may
// hold without an answer where it says "or" or "not", asks for one or the other,
// or looks through a list.
func strict(e *Expr) bool {
	return !strings.ContainsAny(e.Source, "|!?") && !strings.Contains(e.Source, "exists") && !strings.Contains(e.Source, ".all(")
}

// mayLack tells whether there may be no answer: nothing that has to hold is
// strict about it.
func (t *trial) mayLack(r dep) bool {
	return r.question != nil && !r.many && !slices.Contains(t.seen, r.question)
}

// triable tells whether the answers that are tried cover all that a condition
// may tell apart: it compares and combines, and does not calculate, match
// patterns or look at days.
func triable(e *Expr) bool {
	bare := regexp.MustCompile(`"[^"]*"|'[^']*'`).ReplaceAllString(e.Source, "")
	if regexp.MustCompile(`[-+*/%]|\[\s*\d|\b(matches|sum|min|max|today|former|earlier|timestamp|duration|int|double)\b`).MatchString(bare) {
		return false
	}
	return !slices.ContainsFunc(e.refs, func(r dep) bool {
		if r.question == nil {
			return false
		}
		switch r.question.Type {
		case Date, Period:
			return true
		case Calc:
			return !triable(r.question.Calc)
		}
		return false
	})
}

// names are what values are tried for, and the country.
func (t *trial) names() []dep { return append(slices.Clone(t.deps), dep{name: "country"}) }
