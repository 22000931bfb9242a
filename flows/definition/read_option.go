package definition

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// options reads the options, or the units, of a question.
func (m *fields) options(n *yaml.Node, into *[]form.Option, q *form.Question) {
	entries := m.list(n)
	*into = make([]form.Option, len(entries))
	for i, e := range entries {
		o := &(*into)[i]
		one := m.l.fields(m.file, e, "option")
		m.l.at[o] = spotOf(m.file, e)
		one.str(one.need("id"), &o.ID)
		one.needText("text", &o.Text, q)
		one.strs(one.get("also"), &o.Also)
		one.expr(one.get("when"), &o.When)
		one.done()
	}
}

// oneOf reads a word that has to be one of a list.
func oneOf[T ~string](m *fields, n *yaml.Node, into *T, allowed []T) {
	var word string
	m.str(n, &word)
	if word == "" {
		return
	}
	m.l.at[into] = spotOf(m.file, n)
	if checkOneOf(m.l, spotOf(m.file, n), T(word), allowed) {
		*into = T(word)
	}
}

// number is what people see of a question's id: P1-16 of P1-16.asked.
func number(id string) string {
	n, _, _ := strings.Cut(id, ".")
	return n
}
