package formtest

import (
	"fmt"
	"strings"

	"visesbot/flows/form"
)

// Part changes a question that is being built.
type Part func(*form.Question)

// Ask builds a question: what is said of it is its id, unless a part says more.
func Ask(id string, kind form.Type, parts ...Part) form.Node {
	q := &form.Question{
		ID: id, Number: id, Type: kind, Core: true, Respond: form.Together,
		Text: Say(id + "?"), Short: Say(id), Why: Say("because of " + id), Version: "v1",
	}
	for _, part := range parts {
		part(q)
	}
	return form.Node{Question: q}
}

// Say says the same in every language.
func Say(s string) form.Text { return form.Text{FR: s, NL: s, EN: s} }

// If makes an expression; "" is none.
func If(source string) *form.Expr {
	if source == "" {
		return nil
	}
	return &form.Expr{Source: source}
}

// Name gives a question its name in expressions.
func Name(name string) Part { return func(q *form.Question) { q.Name = name } }

// When gives it a condition.
func When(source string) Part { return func(q *form.Question) { q.When = If(source) } }

// Must gives it one constraint more.
func Must(source string) Part {
	return func(q *form.Question) {
		q.Must = append(q.Must, form.Rule{ID: fmt.Sprint("m", len(q.Must)), If: If(source), Say: Say("not " + source)})
	}
}

// Warn gives it one warning more.
func Warn(source string) Part {
	return func(q *form.Question) {
		q.Warn = append(q.Warn, form.Rule{ID: fmt.Sprint("w", len(q.Warn)), If: If(source), Say: Say("really " + source)})
	}
}

// Calc gives a calculation what it shows.
func Calc(source string) Part { return func(q *form.Question) { q.Calc = If(source) } }

// Options gives it options that read like their ids.
func Options(ids ...string) Part {
	return func(q *form.Question) {
		for _, id := range ids {
			q.Options = append(q.Options, form.Option{ID: id, Text: Say(id)})
		}
	}
}

// Units gives a number its units.
func Units(ids ...string) Part {
	return func(q *form.Question) {
		for _, id := range ids {
			q.Units = append(q.Units, form.Option{ID: id, Text: Say(id)})
		}
	}
}

// Adds lets the answer make items.
func Adds(c *form.Collection) Part { return func(q *form.Question) { q.Adds = c } }

// Of says which items may be chosen.
func Of(cs ...*form.Collection) Part { return func(q *form.Question) { q.Of = cs } }

// Optional lets the question be declined.
func Optional(q *form.Question) { q.Core = false }

// For keeps it for roles.
func For(roles ...string) Part { return func(q *form.Question) { q.For = roles } }

// Each lets every respondent answer; the phase waits for so many of them, one
// of another role than outside.
func Each(voters int, outside string) Part {
	return func(q *form.Question) { q.Respond, q.Voters, q.Outside = form.Each, voters, outside }
}

// Text says what is asked, with pipes.
func Text(s string) Part { return func(q *form.Question) { q.Text = Say(s) } }

// Choices says how many may and must be chosen.
func Choices(least, most int) Part { return func(q *form.Question) { q.Min, q.Max = least, most } }

// Loop asks nodes for every item of a collection that passes a filter ("": all).
func Loop(c *form.Collection, where string, nodes ...form.Node) form.Node {
	return form.Node{Loop: &form.Loop{Each: c, Where: If(where), Nodes: nodes}}
}

// Items makes a collection named id, of another one or of none (nil); its items
// are id1, id2, ...
func Items(id string, of *form.Collection) *form.Collection {
	return &form.Collection{ID: id, Plural: id + "s", Prefix: id, Title: Say(id), Of: of}
}

// Phase makes a phase of one block.
func Phase(id string, nodes ...form.Node) *form.Phase {
	return &form.Phase{
		ID: id, Title: Say(id), Intro: Say("about " + id),
		Blocks: []*form.Block{{ID: id + "1", Title: Say(id + " 1"), Nodes: nodes}},
	}
}

// Gate adds a rule to a phase.
func Gate(p *form.Phase, source string) *form.Phase {
	p.Gate = append(p.Gate, form.Rule{ID: fmt.Sprint("g", len(p.Gate)), If: If(source), Say: Say("first " + source)})
	return p
}

// Make links a questionnaire that is meant to be sound; it panics with the
// faults of one that is not.
func Make(cs []*form.Collection, phases ...*form.Phase) *form.Questionnaire {
	q := &form.Questionnaire{ID: "test", Title: Say("test"), Version: "v1", Collections: cs, Phases: phases}
	if faults := q.Link(); len(faults) > 0 {
		var all []string
		for _, f := range faults {
			all = append(all, f.Rule+": "+f.Message)
		}
		panic("formtest: " + strings.Join(all, "; "))
	}
	return q
}
