package form

// refer follows the ids and names of questions that stand outside questions,
// and the units that are answers; it reports those that lead nowhere.
func (l *linker) refer() {
	for _, q := range l.q.order {
		l.unit(q)
	}
	for _, c := range l.q.Collections {
		l.referCollection(c)
	}
	if l.q.Cycle != nil {
		l.referCycle(l.q.Cycle)
	}
}

// unit finds the answer that says a number's unit.
func (l *linker) unit(q *Question) {
	q.unitOf = nil
	if q.Unit == "" {
		return
	}
	r, ok := l.names[q.Unit]
	if !ok || r.question == nil || r.many || r.question.Type != ShortTxt || !r.inScope(q.Loop) {
		l.fault("reference", q, "the unit %q is no text that was asked before and can be seen from here", q.Unit)
		return
	}
	q.unitOf = r.question
}

func (l *linker) referCollection(c *Collection) {
	if c.Dated != "" {
		q := l.named("dated", c.Dated)
		if q != nil && (q.inner() != c || q.Type != Date && q.Type != Period) {
			l.fault("reference", q, "%s cannot date a %s: it has to be a date or a period asked about each %s", q.ID, c.ID, c.ID)
		}
	}
	if c.Frozen == nil {
		return
	}
	for _, id := range c.Frozen.Questions {
		if q := l.named("frozen", id); q != nil && q.inner() != c {
			l.fault("reference", q, "%s is not asked about a %s, so it cannot be frozen with it", q.ID, c.ID)
		}
	}
	for _, id := range c.Frozen.By {
		if q := l.named("frozen by", id); q != nil && (len(q.Loop) <= c.Depth() || q.Loop[c.Depth()-1] != c) {
			l.fault("reference", q, "%s is not asked below a %s, so it is no value of it", q.ID, c.ID)
		}
	}
	for _, id := range c.Frozen.Anew {
		l.named("anew", id)
	}
}

// named finds a question by its id, or says where it is missing.
func (l *linker) named(key, id string) *Question {
	q := l.q.questions[id]
	if q == nil {
		l.fault("reference", nil, "%q names %q, but there is no such question", key, id)
	}
	return q
}

func (l *linker) referCycle(c *Cycle) {
	by := l.named("by", c.By)
	l.named("at", c.At)
	l.renewed(c.Renew)
	for _, w := range c.Ways {
		if by != nil && !by.has(w.Option) {
			l.fault("reference", by, "%s has no option %q to go on with", by.ID, w.Option)
		}
		if _, ok := l.q.Phase(w.Begin); !ok {
			l.fault("reference", nil, "%q begins with %q, but there is no such phase", w.Option, w.Begin)
		}
		l.renewed(w.Renew)
	}
	for _, id := range c.Shelve {
		if _, ok := l.q.Collection(id); !ok {
			l.fault("reference", nil, "%q names %q, but there is no such collection", "shelve", id)
		}
	}
	l.carries(c.Start, true)
	if c.Grow != nil {
		l.growing(c.Grow)
	}
}

func (q *Question) has(option string) bool {
	for _, o := range q.Options {
		if o.ID == option {
			return true
		}
	}
	return false
}

func (l *linker) renewed(ids []string) {
	for _, id := range ids {
		if _, ok := l.q.Phase(id); !ok {
			l.named("renew", id)
		}
	}
}

// carries checks what becomes what; last tells whether a series is needed.
func (l *linker) carries(all []Carry, last bool) {
	for _, c := range all {
		at := l.named("at", c.At)
		if at != nil && c.Is != "" && !at.has(c.Is) {
			l.fault("reference", at, "%s has no option %q", at.ID, c.Is)
		}
		if c.Last == "" {
			continue
		}
		from := l.named("last", c.Last)
		if last && from != nil && l.q.dates(from.inner()) == nil {
			l.fault("reference", from, "%s has no last value: its items are not dated", from.ID)
		}
	}
}

func (l *linker) growing(g *Grow) {
	if _, ok := l.q.Collection(g.Each); !ok {
		l.fault("reference", nil, "%q names %q, but there is no such collection", "each", g.Each)
	}
	if q := l.named("adds", g.Adds); q != nil && q.Adds == nil {
		l.fault("reference", q, "%s adds no items", q.ID)
	}
	if q := l.named("below", g.Below); q != nil && q.Type != Ref {
		l.fault("reference", q, "%s chooses no items", q.ID)
	}
	l.carries(g.Copy, false)
}
