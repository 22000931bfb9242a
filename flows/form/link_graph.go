package form

import (
	"slices"
	"strings"
)

// graph notes for every question which others hang on its answer.
func (l *linker) graph() {
	for _, q := range l.q.order {
		q.asks = l.expand(q.exprDeps(true), nil)
		l.hang(q, q.exprDeps(true), reach{q.Loop, len(q.Loop)}, nil)
		for _, c := range q.Of {
			l.choosesFrom(q, c)
		}
		for _, p := range q.Pipes {
			if p.Question != nil {
				l.addPiped(p.Question, q)
			}
		}
	}
}

// dependent is a question that hangs on another. It has to be looked at
// wherever it shares so many items with the place that changed: all of the
// other's when it asks for the item around it, fewer when it asks for a list.
type dependent struct {
	question *Question
	depth    int
}

// reach is from where something is asked: inside these loops, of which the
// first so many are those around the question that hangs on it.
type reach struct {
	loop  []*Collection
	depth int
}

// of gives how many items are shared with a place that r is about.
func (s reach) of(r dep) int {
	return min(s.depth, shared(s.loop, r.around()))
}

// around are the loops in which what r is about is found: those of an answer,
// or those around a list.
func (r dep) around() []*Collection {
	switch {
	case r.question != nil && !r.many:
		return r.question.Loop
	case r.question != nil:
		return r.question.Loop[:len(r.question.Loop)-1]
	}
	return chain(r.collection.Of)
}

// hang notes that q hangs on deps, and on what the calculations among them
// look at themselves.
func (l *linker) hang(q *Question, deps []dep, from reach, seen []*Question) {
	for _, r := range deps {
		l.depends(q, r, from.of(r))
		if r.question != nil && r.question.Type == Calc && !slices.Contains(seen, r.question) {
			l.hang(q, r.question.Calc.deps(), reach{r.question.Loop, from.of(r)}, append(seen, r.question))
		}
	}
}

func (l *linker) depends(q *Question, r dep, depth int) {
	if r.question != nil {
		r.question.addDependent(q, depth)
	}
	for _, a := range r.adders() {
		a.addDependent(q, min(depth, len(a.Loop)))
	}
}

// addDependent keeps the widest way in which other hangs on q.
func (q *Question) addDependent(other *Question, depth int) {
	for i, d := range q.dependents {
		if d.question == other {
			q.dependents[i].depth = min(d.depth, depth)
			return
		}
	}
	q.dependents = append(q.dependents, dependent{other, depth})
}

// choosesFrom: an answer that names items is looked at again when they go.
func (l *linker) choosesFrom(q *Question, c *Collection) {
	for ; c != nil; c = c.Of {
		list := dep{collection: c, many: true}
		l.depends(q, list, reach{q.Loop, len(q.Loop)}.of(list))
	}
}

func (l *linker) addPiped(from, into *Question) {
	if !slices.Contains(from.pipedInto, into) {
		from.pipedInto = append(from.pipedInto, into)
	}
}

// adders are the questions whose answers make the list that r looks at.
func (r dep) adders() []*Question {
	switch {
	case r.question != nil && !r.many:
		return nil
	case r.collection != nil:
		return r.collection.adders
	}
	return r.question.Loop[len(r.question.Loop)-1].adders
}

// exprDeps lists what the expressions of a question look at; checks tells
// whether those of its constraints and warnings count too.
func (q *Question) exprDeps(checks bool) []dep {
	var deps []dep
	for _, loop := range q.loops {
		deps = append(deps, loop.Where.deps()...)
	}
	deps = append(append(deps, q.When.deps()...), q.Calc.deps()...)
	if !checks {
		return deps
	}
	for _, rules := range [][]Rule{q.Must, q.Warn} {
		for _, r := range rules {
			deps = append(deps, r.If.deps()...)
		}
	}
	return slices.Concat(deps, q.Calendar.deps(), q.Releases.deps(), q.Follow.deps())
}

func (e *Expr) deps() []dep {
	if e == nil {
		return nil
	}
	return e.refs
}

// expand adds what the calculations among deps look at themselves.
func (l *linker) expand(deps []dep, seen []*Question) []dep {
	out := slices.Clone(deps)
	for _, r := range deps {
		if r.question == nil || r.question.Type != Calc || slices.Contains(seen, r.question) {
			continue
		}
		out = append(out, l.expand(r.question.Calc.deps(), append(seen, r.question))...)
	}
	return out
}

// turning notes which questions are asked or not depending on answers: by a
// condition, a filter, or because their items are made by such a question.
func (l *linker) turning() {
	for changed := true; changed; {
		changed = false
		for _, q := range l.q.order {
			if !q.turns && q.mayTurn() {
				q.turns, changed = true, true
			}
		}
	}
}

func (q *Question) mayTurn() bool {
	if q.When != nil || slices.ContainsFunc(q.loops, func(l *Loop) bool { return l.Where != nil }) {
		return true
	}
	for _, c := range q.Loop {
		if slices.ContainsFunc(c.adders, func(a *Question) bool { return a.turns }) {
			return true
		}
	}
	return false
}

// cycles reports questions whose being asked hangs on itself.
func (l *linker) cycles() {
	state := map[*Question]int{}
	for _, q := range l.q.order {
		l.visit(q, state, nil)
	}
}

func (l *linker) visit(q *Question, state map[*Question]int, trail []string) {
	switch state[q] {
	case 1:
		l.fault("cycle", q, "whether %s is asked hangs on itself: %s", q.ID, strings.Join(append(trail, q.ID), " -> "))
		return
	case 2:
		return
	}
	state[q] = 1
	for _, next := range q.relevanceDeps() {
		l.visit(next, state, append(trail, q.ID))
	}
	state[q] = 2
}

// relevanceDeps are the questions that decide whether q is asked.
func (q *Question) relevanceDeps() []*Question {
	var out []*Question
	for _, r := range q.exprDeps(false) {
		if r.question != nil {
			out = append(out, r.question)
		}
		out = append(out, r.adders()...)
	}
	for _, c := range q.Loop {
		out = append(out, c.adders...)
	}
	return out
}
