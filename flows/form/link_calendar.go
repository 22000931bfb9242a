package form

import "slices"

// calendars finds what calendars go by, and reports what cannot be.
func (l *linker) calendars() {
	for _, q := range l.q.order {
		if q.Calendar == nil {
			continue
		}
		if q.Type != Repeat || q.Adds == nil {
			l.fault("calendar", q, "only a question of type repeat that adds something can have a calendar")
			continue
		}
		l.calendar(q, q.Calendar)
	}
}

func (l *linker) calendar(q *Question, c *Calendar) {
	c.first = l.goesBy("calendar", q, c.First, "first", q.Loop, Date)
	c.every = l.goesBy("calendar", q, c.Every, "every", q.Loop, Single)
	c.until = l.goesBy("calendar", q, c.Until, "until", q.Loop, Period)
	c.who = l.goesBy("calendar", q, c.Who, "who", q.Loop, Ref)
	c.span = l.goesBy("calendar", q, c.Span, "span", chain(q.Adds), Period)
	if c.first == nil || c.every == nil {
		l.fault("calendar", q, "a calendar needs to know when first, and how often (every)")
		q.Calendar = nil
		return
	}
	for _, o := range c.every.Options {
		if !slices.Contains(rhythms(), o.ID) {
			l.fault("calendar", c.every, "a calendar does not know the rhythm %q: it knows %v", o.ID, rhythms())
		}
	}
}

// goesBy finds the question of that name; one that is not named is nil.
func (l *linker) goesBy(rule string, q *Question, name, key string, loop []*Collection, want Type) *Question {
	if name == "" {
		return nil
	}
	r, ok := l.names[name]
	if !ok || r.question == nil || r.many || r.part != "" || !r.inScope(loop) || r.question.Type != want {
		l.fault(rule, q, "%s: %s has to be a question of type %s that can be seen from here", key, name, want)
		return nil
	}
	return r.question
}

// deps are the answers that a calendar hangs on.
func (c *Calendar) deps() []dep {
	if c == nil {
		return nil
	}
	return depsOn(c.first, c.every, c.until, c.who)
}

// deps are the answers that a release hangs on besides its own.
func (r *Releasing) deps() []dep {
	if r == nil {
		return nil
	}
	return depsOn(r.name)
}

func depsOn(questions ...*Question) []dep {
	var deps []dep
	for _, q := range questions {
		if q != nil {
			deps = append(deps, dep{name: q.Name, question: q})
		}
	}
	return deps
}
