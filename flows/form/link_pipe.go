package form

import (
	"slices"
	"strings"
)

// pipes finds everything piped into texts, and reports what cannot be.
func (l *linker) pipes() {
	for _, q := range l.q.order {
		l.pipe(q, &q.Text)
		l.pipe(q, &q.Help)
		l.pipe(q, &q.Example)
		l.pipe(q, &q.Bare)
		for i := range q.Options {
			l.pipe(q, &q.Options[i].Text)
		}
		for _, rules := range [][]Rule{q.Must, q.Warn} {
			for i := range rules {
				l.pipe(q, &rules[i].Say)
			}
		}
		for _, v := range q.Variants {
			l.pipe(q, &v.Text)
			l.pipe(q, &v.Help)
		}
	}
}

func (l *linker) pipe(q *Question, t *Text) {
	for _, lang := range Langs() {
		for name := range pipeNames(t.In(lang)) {
			p, ok := l.resolvePipe(q, name)
			if !ok {
				l.faults = append(l.faults, Fault{
					Rule: "pipe", Question: q, Text: t, Lang: lang,
					Message: "{" + name + "} is neither an item around this question nor the name of a question that can be seen from here",
				})
				continue
			}
			if !slices.ContainsFunc(q.Pipes, func(o Pipe) bool { return o.Name == name }) {
				q.Pipes = append(q.Pipes, p)
			}
		}
	}
}

func (l *linker) resolvePipe(q *Question, name string) (Pipe, bool) {
	if (name == pipeEarlier && l.q.dates(q.inner()) != nil) || (name == pipeSeries && versioned(q.Loop) != nil) {
		return Pipe{Name: name, special: name}, true
	}
	for _, c := range q.Loop {
		if c.ID == name {
			return Pipe{Name: name, Collection: c}, true
		}
	}
	if r, ok := l.names[name]; ok && r.question != nil && r.inScope(q.Loop) {
		return Pipe{Name: name, Question: r.question, many: r.many}, true
	}
	if other, ok := l.q.questions[name]; ok && (dep{question: other}).inScope(q.Loop) {
		return Pipe{Name: name, Question: other}, true
	}
	return Pipe{}, false
}

// pipeNames yields what stands between braces.
func pipeNames(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for {
			_, rest, ok := strings.Cut(s, "{")
			if !ok {
				return
			}
			name, after, ok := strings.Cut(rest, "}")
			if !ok || !yield(name) {
				return
			}
			s = after
		}
	}
}
