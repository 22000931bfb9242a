package form

import (
	"fmt"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
)

// maxCost is what an expression may cost, in CEL's units (about one an operation):
// some milliseconds. Content comes from outside; one that goes through lists
// within lists of the longest kind is stopped, and does not hold.
const maxCost = 100_000

// envs keeps the CEL environment of each scope and type of value.
type envs map[string]*cel.Env

func (l *linker) env(loop []*Collection, q *Question) (*cel.Env, error) {
	key := scopeKey(loop)
	if q != nil {
		key += ":" + string(q.Type)
	}
	if env, ok := l.envs[key]; ok {
		return env, nil
	}
	if l.envs == nil {
		l.envs = envs{}
	}
	env, err := cel.NewEnv(append(l.variables(loop), l.valueOf(q)...)...)
	if err == nil {
		l.envs[key] = env
	}
	return env, err
}

func (l *linker) variables(loop []*Collection) []cel.EnvOption {
	opts := []cel.EnvOption{
		cel.CrossTypeNumericComparisons(true), sumFunction(),
		cel.Variable("country", cel.StringType),
	}
	for name, r := range l.names {
		if r.inScope(loop) {
			opts = append(opts, cel.Variable(name, r.celType()))
		}
	}
	return opts
}

func (r dep) celType() *cel.Type {
	switch {
	case r.newest && r.many:
		return cel.ListType(cel.BoolType)
	case r.newest:
		return cel.BoolType
	case r.self, r.from, r.label && !r.many:
		return cel.StringType
	case r.question == nil:
		return cel.ListType(cel.StringType)
	case r.part != "":
		return cel.TimestampType
	case r.many:
		return cel.ListType(celType(r.question))
	}
	return celType(r.question)
}

// valueOf declares the answer itself, what it replaces, what was answered at the
// moment before, and the day it was given. Conditions see
// no day: whether a question is asked must not change by waiting.
func (l *linker) valueOf(q *Question) []cel.EnvOption {
	if q == nil {
		return nil
	}
	opts := []cel.EnvOption{cel.Variable("today", cel.TimestampType)}
	names := []string{"value", "former"}
	if c := q.inner(); c != nil && c.Dated != "" {
		names = append(names, "earlier")
	}
	for _, name := range names {
		if q.Type == Period {
			opts = append(opts, cel.Variable(name+".start", cel.TimestampType), cel.Variable(name+".end", cel.TimestampType))
			continue
		}
		opts = append(opts, cel.Variable(name, celType(q)))
	}
	return opts
}

// earlierDeps is what the answer at the moment before hangs on: the answers at
// all moments, and their dates.
func (l *linker) earlierDeps(q *Question) []dep {
	deps := []dep{{name: "earlier", question: q, many: true, earlier: true}}
	if dates := l.q.dates(q.inner()); dates != nil {
		deps = append(deps, dep{name: "earlier", question: dates, many: true})
	}
	return deps
}

// sumFunction adds sum(list(double)), which CEL's core lacks.
func sumFunction() cel.EnvOption {
	return cel.Function("sum", cel.Overload("sum_list_double",
		[]*cel.Type{cel.ListType(cel.DoubleType)}, cel.DoubleType, cel.UnaryBinding(sum)))
}

func sum(list ref.Val) ref.Val {
	total := types.Double(0)
	for it := list.(traits.Lister).Iterator(); it.HasNext() == types.True; {
		n, ok := it.Next().(types.Double)
		if !ok {
			return types.NewErr("sum of something that is no number")
		}
		total += n
	}
	return total
}

// compile compiles one expression and notes what it depends on. want is the
// type it has to have; nil allows any.
func (l *linker) compile(e *Expr, loop []*Collection, value, owner *Question, want *cel.Type) {
	env, err := l.env(loop, value)
	if err != nil {
		l.fault("expression", owner, "%v", err)
		return
	}
	ast, issues := env.Compile(e.Source)
	if issues.Err() != nil {
		l.celFaults(e, owner, issues)
		return
	}
	if want != nil && !ast.OutputType().IsExactType(want) && !ast.OutputType().IsExactType(cel.DynType) {
		l.exprFault(e, owner, 1, 0, fmt.Sprintf("this is a %s, but has to be true or false", ast.OutputType()))
		return
	}
	e.program, err = env.Program(ast, cel.EvalOptions(cel.OptOptimize), cel.CostLimit(maxCost))
	if err != nil {
		l.exprFault(e, owner, 1, 0, err.Error())
		return
	}
	e.refs = l.refsOf(ast, value)
}

func (l *linker) celFaults(e *Expr, owner *Question, issues *cel.Issues) {
	for _, i := range issues.Errors() {
		l.exprFault(e, owner, i.Location.Line(), i.Location.Column(), i.Message)
	}
}

func (l *linker) exprFault(e *Expr, owner *Question, line, column int, message string) {
	l.faults = append(l.faults, Fault{
		Rule: "expression", Question: owner, Expr: e, Line: line, Column: column, Message: message,
	})
}

func (l *linker) refsOf(ast *cel.Ast, value *Question) []dep {
	var refs []dep
	seen := map[string]bool{}
	for _, info := range ast.NativeRep().ReferenceMap() {
		if value != nil && (info.Name == "earlier" || strings.HasPrefix(info.Name, "earlier.")) && !seen["earlier"] {
			seen["earlier"] = true
			refs = append(refs, l.earlierDeps(value)...)
		}
		r, ok := l.names[info.Name]
		if ok && !seen[info.Name] {
			seen[info.Name] = true
			refs = append(refs, r)
		}
	}
	return refs
}

// compileAll compiles every expression of the questionnaire.
func (l *linker) compileAll() {
	for _, q := range l.q.order {
		l.compileQuestion(q)
	}
	for _, p := range l.q.Phases {
		for i := range p.Gate {
			l.compile(p.Gate[i].If, nil, nil, nil, cel.BoolType)
		}
	}
}

func (l *linker) compileQuestion(q *Question) {
	for i, loop := range q.loops {
		if loop.Where != nil && loop.Where.program == nil {
			l.compile(loop.Where, q.Loop[:i+1], nil, q, cel.BoolType)
		}
	}
	if q.When != nil {
		l.compile(q.When, q.Loop, nil, q, cel.BoolType)
	}
	if q.Calc != nil {
		l.compile(q.Calc, q.Loop, nil, q, nil)
	}
	for _, rules := range [][]Rule{q.Must, q.Warn} {
		for i := range rules {
			l.compile(rules[i].If, q.Loop, q, q, cel.BoolType)
		}
	}
	for i := range q.Options {
		if when := q.Options[i].When; when != nil {
			l.compile(when, q.Loop, nil, q, cel.BoolType)
		}
	}
}
