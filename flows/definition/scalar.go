package definition

import (
	"math"
	"strconv"

	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// scalar returns the value of a key if it is one scalar of the type.
func (m *fields) scalar(n *yaml.Node, tag, wanted string) (string, bool) {
	if n == nil {
		return "", false
	}
	if n.Kind == yaml.ScalarNode && (n.ShortTag() == tag || (tag == "!!float" && n.ShortTag() == "!!int")) {
		return n.Value, true
	}
	m.l.problem(ruleType, spotOf(m.file, n), "here stands %s; it has to be %s%s", kindOf(n), wanted, quoteHint(n, tag))
	return "", false
}

func (m *fields) str(n *yaml.Node, into *string) {
	if v, ok := m.scalar(n, "!!str", "text"); ok {
		*into, m.l.at[into] = v, spotOf(m.file, n)
	}
}

func (m *fields) truth(n *yaml.Node, into *bool) {
	if v, ok := m.scalar(n, "!!bool", "true or false"); ok {
		*into, m.l.at[into] = v == "true" || v == "True" || v == "TRUE", spotOf(m.file, n)
	}
}

func (m *fields) whole(n *yaml.Node, into *int) {
	v, ok := m.scalar(n, "!!int", "a whole number")
	if !ok {
		return
	}
	number, err := strconv.Atoi(v)
	if err != nil || number < 0 || number > maxCount {
		m.l.problem(ruleType, spotOf(m.file, n), "%s is not a whole number from 0 to %d", v, maxCount)
		return
	}
	*into, m.l.at[into] = number, spotOf(m.file, n)
}

// maxCount is the most that anything may be counted to.
const maxCount = 999

func (m *fields) number(n *yaml.Node, into **float64) {
	v, ok := m.scalar(n, "!!float", "a number")
	if !ok {
		return
	}
	number, err := strconv.ParseFloat(v, 64)
	if err != nil || math.IsNaN(number) || number > 1e15 || number < -1e15 {
		m.l.problem(ruleType, spotOf(m.file, n), "%s is not a number that can be counted with", v)
		return
	}
	*into, m.l.at[into] = &number, spotOf(m.file, n)
}

// expr reads an expression; whether it holds water is said by the linker.
func (m *fields) expr(n *yaml.Node, into **form.Expr) {
	if v, ok := m.scalar(n, "!!str", "an expression (put it in quotes)"); ok {
		*into = &form.Expr{Source: v}
		m.l.at[*into] = spotOf(m.file, n)
		m.l.exprs[*into] = n
	}
}

func kindOf(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "keys and values"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		return "a number"
	case "!!bool":
		return "true or false"
	case "!!null":
		return "nothing"
	case "!!timestamp":
		return "a date"
	}
	return "text"
}

func quoteHint(n *yaml.Node, tag string) string {
	if tag == "!!str" && n.Kind == yaml.ScalarNode && n.ShortTag() != "!!null" {
		return ": put it in quotes"
	}
	return ""
}
