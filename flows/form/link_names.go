package form

import (
	"strings"

	"cel.dev/cel-go/cel"
)

// nameQuestions gives every named question its names in expressions: "pool"
// outside loops; "stakeholder.side" for the item around and "stakeholders.side"
// for all of them inside.
func (l *linker) nameQuestions() {
	for _, q := range l.q.order {
		if q.Name == "" {
			continue
		}
		if len(q.Loop) == 0 {
			l.name(q.Name, q, false)
			continue
		}
		c := q.Loop[len(q.Loop)-1]
		l.name(c.ID+"."+q.Name, q, false)
		l.name(c.Plural+"."+q.Name, q, true)
	}
	l.q.pool = l.names["pool"].question
}

func (l *linker) name(name string, q *Question, many bool) {
	if first, dup := l.names[name]; dup {
		l.fault("name", q, "the name %q of %s is taken by %s: choose another", name, q.ID, first.owner())
		return
	}
	l.names[name] = dep{name: name, question: q, many: many}
	if q.Type == Period && !many {
		l.names[name+".start"] = dep{name: name + ".start", question: q, part: "start"}
		l.names[name+".end"] = dep{name: name + ".end", question: q, part: "end"}
	}
}

func (r dep) owner() string {
	if r.question != nil {
		return r.question.ID
	}
	return "the collection " + r.collection.ID
}

// celType is the type of a question's answer in expressions.
func celType(q *Question) *cel.Type {
	switch q.Type {
	case Consent, YesNo:
		return cel.BoolType
	case Scale5:
		return cel.IntType
	case Number, Money:
		return cel.DoubleType
	case Date:
		return cel.TimestampType
	case Single, ShortTxt, LongTxt:
		return cel.StringType
	case Multi, Rank, Ref, Repeat, FileType:
		return cel.ListType(cel.StringType)
	}
	return cel.DynType
}

// inScope tells whether a name may be used inside these loops: lists
// everywhere, the answers of an item only inside its loop.
func (r dep) inScope(loop []*Collection) bool {
	if r.many {
		return true
	}
	around := chain(r.collection)
	if r.question != nil {
		around = r.question.Loop
	}
	return shared(around, loop) == len(around)
}

func scopeKey(loop []*Collection) string {
	ids := make([]string, len(loop))
	for i, c := range loop {
		ids[i] = c.ID
	}
	return strings.Join(ids, "/")
}
