package form

import (
	"regexp"
	"slices"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/interpreter"
)

// Unreachable lists the questions that no answers lead to: whatever is answered,
// their conditions, or those of what they hang on, do not hold together. It is
// called after Link, on a questionnaire without faults.
//
// It tries the answers that may matter: every option, and numbers, lengths and
// words around those that the conditions name; and where a condition may hold
// without an answer, because it says "or" or "not", that there is none. An answer
// that is there was asked for, so that the conditions of its question hold too.
// What cannot be tried out like this (sums, dates, patterns) is taken to hold:
// nothing is listed without proof, and something may be missed.
func (q *Questionnaire) Unreachable() []*Question {
	var lost []*Question
	figure, quoted := regexp.MustCompile(`\d+(\.\d+)?`), regexp.MustCompile(`["']([^"']*)["']`)
	for _, one := range q.order {
		t := &trial{q: q, figure: figure, quoted: quoted, values: map[string]any{}}
		t.needs(one)
		if len(t.holds) > 0 && !t.try(t.names()) && !t.lost {
			lost = append(lost, one)
		}
	}
	return lost
}

// trial looks for answers under which conditions hold together.
type trial struct {
	q      *Questionnaire
	figure *regexp.Regexp // a number in a condition
	quoted *regexp.Regexp // a text in one
	holds  []*Expr
	seen   []*Question
	deps   []dep
	values map[string]any
	tried  int
	lost   bool // more would have to be tried than can be
}

// mostTried bounds the search of one question. A question for which it does not
// end is taken for reachable: nobody is told off without proof.
const mostTried = 20000

// try gives the names values, one after the other, and turns back as soon as a
// condition is false.
func (t *trial) try(names []dep) bool {
	if t.tried++; t.tried > mostTried {
		return true
	}
	open := false
	for _, e := range t.holds {
		switch v := t.eval(e).(type) {
		case types.Bool:
			if !v {
				return false
			}
		case *types.Unknown:
			open = true
		default:
			return false
		}
	}
	if !open {
		return true
	}
	if len(names) == 0 {
		return false
	}
	defer delete(t.values, names[0].name)
	if t.mayLack(names[0]) {
		t.values[names[0].name] = types.NewUnknown(1, nil)
		if t.try(names[1:]) {
			return true
		}
	}
	return t.tryAnswers(names)
}

// tryAnswers tries the answers to the first of the names. They are there only if
// they were asked for.
func (t *trial) tryAnswers(names []dep) bool {
	holds, seen, deps := len(t.holds), len(t.seen), len(t.deps)
	defer func() { t.holds, t.seen, t.deps = t.holds[:holds], t.seen[:seen], t.deps[:deps] }()
	if names[0].question != nil && !names[0].many {
		t.needs(names[0].question)
	}
	rest := append(slices.Clone(names[1:]), t.deps[deps:]...)
	for _, v := range t.answers(names[0]) {
		t.values[names[0].name] = v
		if t.try(rest) {
			return true
		}
	}
	return false
}

func (t *trial) eval(e *Expr) any {
	v, _, err := e.program.Eval(t)
	if err != nil {
		return err
	}
	return v
}

var _ interpreter.Activation = (*trial)(nil)

// Parent ends the chain of activations.
func (t *trial) Parent() interpreter.Activation { return nil }

// ResolveName gives what is tried for a name; a calculation is calculated.
func (t *trial) ResolveName(name string) (any, bool) {
	if v, ok := t.values[name]; ok {
		return v, true
	}
	if r, ok := t.q.names[name]; ok && r.question != nil && r.question.Type == Calc && !r.many {
		return t.eval(r.question.Calc), true
	}
	return types.NewUnknown(1, nil), true
}
