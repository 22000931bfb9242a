package form

import (
	"cel.dev/cel-go/cel"
)

// Expr is a condition or a calculation in the Common Expression Language. It
// is compiled when the questionnaire is linked, never at the answer.
//
// Expressions see answers by the name of their question (pool, mission), those
// of the items around as item.name (stakeholder.affected), whole lists by the
// collection's plural (stakeholders, stakeholders.side), items' own words as
// stakeholder.label and stakeholders.label, the item itself as it stands in the
// answers that choose it as stakeholder.id, the answer itself as value, and
// today. Rules also see former, the answer that a new one would replace, and in
// items that are dated earlier, the answer at the moment before.
// What is not answered yet is unknown, and so is what hangs on it: CEL's own three-valued logic, in which false && unknown is false.
type Expr struct {
	Source string

	program cel.Program
	refs    []dep
}

// dep is something an expression depends on.
type dep struct {
	name       string
	part       string      // of a period: start, end
	question   *Question   // an answer
	label      bool        // the items' own words
	self       bool        // the path of the item around, as questions that choose items give it
	from       bool        // what the item around goes on from: the id of its collection, or ""
	newest     bool        // whether no newer version goes on from the item
	earlier    bool        // of the same question at the moment before
	many       bool        // of all items of the list, not of the one around
	collection *Collection // the list itself
}

// Fault is something wrong in a questionnaire that was to be linked.
type Fault struct {
	Rule     string    // name of the rule, e.g. "expression"
	Question *Question // where; nil for the questionnaire as a whole
	Expr     *Expr     // which expression, if it is one
	Line     int       // inside Expr, from 1
	Column   int       // inside Expr, from 0
	Text     *Text     // which text, if it is one
	Lang     string    // and in which language
	Message  string
}
