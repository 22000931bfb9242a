package form

import (
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
	if e == nil {
		return
	}
	t.holds = append(t.holds, e)
	t.look(e.refs)
}

// look notes what a condition looks at. An answer that it looks at has to be
// asked for; lists may be empty.
func (t *trial) look(refs []dep) {
	for _, r := range refs {
		switch {
		case r.question != nil && r.question.Type == Calc:
			t.look(r.question.Calc.refs)
		case slices.ContainsFunc(t.deps, func(d dep) bool { return d.name == r.name }):
		default:
			t.deps = append(t.deps, r)
			if r.question != nil && !r.many && !t.optional(r.name) {
				t.needs(r.question)
			}
		}
	}
}

// optional tells whether the conditions may hold without an answer: those that
// say "or" or "not" are not followed any further.
func (t *trial) optional(name string) bool {
	return slices.ContainsFunc(t.holds, func(e *Expr) bool {
		return strings.Contains(e.Source, name) && strings.ContainsAny(e.Source, "|!?")
	})
}

// names are what values are tried for, and the country.
func (t *trial) names() []dep { return append(t.deps, dep{name: "country"}) }
