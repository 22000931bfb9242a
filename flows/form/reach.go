package form

import (
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/interpreter"
)

// Unreachable lists the questions that no answers lead to: whatever is answered,
// their conditions, or those of what they hang on, do not hold together. It is
// called after Link, on a questionnaire without faults.
//
// It tries the answers that may matter: every option, and numbers, lengths and
// words around those that the conditions name. What it lists is worth a look; a
// question that it does not list can be reached.
func (q *Questionnaire) Unreachable() []*Question {
	var lost []*Question
	for _, one := range q.order {
		t := &trial{q: q, values: map[string]any{}}
		t.needs(one)
		if len(t.holds) > 0 && !t.try(t.names()) {
			lost = append(lost, one)
		}
	}
	return lost
}

// trial looks for answers under which conditions hold together.
type trial struct {
	q      *Questionnaire
	holds  []*Expr
	seen   []*Question
	deps   []dep
	values map[string]any
	tried  int
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
	for _, v := range t.answers(names[0]) {
		t.values[names[0].name] = v
		if t.try(names[1:]) {
			return true
		}
	}
	delete(t.values, names[0].name)
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
