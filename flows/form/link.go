package form

import "fmt"

// Link makes a questionnaire ready for use: document order, loops, compiled
// expressions, pipes and the graph of what depends on what. It reports all
// faults at once; a questionnaire with faults must not be used.
func (q *Questionnaire) Link() []Fault {
	l := &linker{q: q, names: map[string]dep{}}
	q.questions = map[string]*Question{}
	q.order = nil
	q.names = l.names
	l.collections()
	for _, p := range q.Phases {
		l.phase(p)
	}
	l.nameQuestions()
	l.calendars()
	l.releasings()
	l.follows()
	l.refer()
	l.compileAll()
	l.pipes()
	l.graph()
	l.turning()
	l.cycles()
	l.holding()
	l.expecting()
	return l.faults
}

// linker carries the state of one Link.
type linker struct {
	q      *Questionnaire
	names  map[string]dep
	envs   envs
	faults []Fault
}

func (l *linker) fault(rule string, q *Question, format string, args ...any) {
	l.faults = append(l.faults, Fault{Rule: rule, Question: q, Message: fmt.Sprintf(format, args...)})
}

func (l *linker) collections() {
	for _, c := range l.q.Collections {
		c.adders = nil
		for _, r := range []dep{
			{name: c.Plural, collection: c, many: true},
			{name: c.Plural + ".label", collection: c, label: true, many: true},
			{name: c.ID + ".label", collection: c, label: true},
			{name: c.ID + ".id", collection: c, self: true},
			{name: c.ID + ".from", collection: c, from: true},
			{name: c.ID + ".newest", collection: c, newest: true},
			{name: c.Plural + ".newest", collection: c, newest: true, many: true},
		} {
			l.names[r.name] = r
		}
	}
}

func (l *linker) phase(p *Phase) {
	p.questions = nil
	p.index = len(l.q.order)
	for _, b := range p.Blocks {
		at := where{phase: p, block: b}
		b.Nodes = l.nodes(b.Nodes, at)
	}
}

// where is the place in the tree that the linker is at.
type where struct {
	phase *Phase
	block *Block
	loops []*Loop
}

// inner returns the collection of the innermost loop.
func (w where) inner() *Collection {
	if len(w.loops) == 0 {
		return nil
	}
	return w.loops[len(w.loops)-1].Each
}

func (l *linker) nodes(nodes []Node, at where) []Node {
	for i, n := range nodes {
		switch {
		case n.Question != nil:
			l.question(n.Question, at)
		case n.Loop != nil:
			nodes[i].Loop = l.wrap(n.Loop, at)
			l.loop(nodes[i].Loop, at)
		}
	}
	return nodes
}

// wrap puts the loops around a loop that its collection needs: "each: change"
// outside the loop over stakeholders means every change of every stakeholder.
func (l *linker) wrap(loop *Loop, at where) *Loop {
	for loop.Each.Of != nil && loop.Each.Of != at.inner() {
		loop = &Loop{Each: loop.Each.Of, Nodes: []Node{{Loop: loop}}}
	}
	return loop
}

func (l *linker) loop(loop *Loop, at where) {
	if loop.Each.Of != at.inner() {
		l.fault("loop", nil, "a loop over %q cannot stand inside a loop over %q: a %s is not part of a %s",
			loop.Each.ID, at.inner().ID, loop.Each.ID, at.inner().ID)
		return
	}
	loops := append(append([]*Loop{}, at.loops...), loop)
	first := len(l.q.order)
	loop.Nodes = l.nodes(loop.Nodes, where{at.phase, at.block, loops})
	loop.questions = l.q.order[first:len(l.q.order):len(l.q.order)]
}

func (l *linker) question(q *Question, at where) {
	if first, dup := l.q.questions[q.ID]; dup && first != q {
		l.fault("duplicate", q, "question %s is there twice", q.ID)
		return
	}
	q.Phase, q.Block, q.Index = at.phase, at.block, len(l.q.order)
	q.loops, q.Loop = at.loops, nil
	for _, loop := range at.loops {
		q.Loop = append(q.Loop, loop.Each)
	}
	q.dependents, q.pipedInto, q.Pipes, q.asks, q.turns = nil, nil, nil, nil, false
	l.q.questions[q.ID] = q
	l.q.order = append(l.q.order, q)
	at.phase.questions = append(at.phase.questions, q)
	if q.Adds != nil {
		q.Adds.adders = append(q.Adds.adders, q)
		l.checkAdds(q)
	}
}

// checkAdds sees that what a question adds belongs where the question stands.
func (l *linker) checkAdds(q *Question) {
	var inner *Collection
	if n := len(q.Loop); n > 0 {
		inner = q.Loop[n-1]
	}
	if q.Adds.Of != inner {
		l.fault("adds", q, "%s adds a %s, so it has to stand in the loop over what a %s is part of", q.ID, q.Adds.ID, q.Adds.ID)
	}
}
