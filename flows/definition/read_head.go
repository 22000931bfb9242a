package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// readHead reads what holds for the whole questionnaire: its collections, and
// how a next cycle begins.
func (l *loader) readHead(f *file) {
	q := l.script.Questionnaire
	m := l.fields(f, f.root, "questionnaire")
	m.str(m.need("questionnaire"), &q.ID)
	m.needText("title", &q.Title, nil)
	m.truth(m.get("proposed"), new(bool))
	l.at[q] = spotOf(f, f.root)
	parents := l.readCollections(m, m.pairs(m.need("collections")))
	q.Cycle = l.readCycle(f, m.get("cycle"))
	m.done()
	for _, c := range q.Collections {
		if of := parents[c]; of != nil {
			c.Of = l.collection(f, of)
		}
	}
}

// readCollections returns the node that says what each collection is part of.
func (l *loader) readCollections(m *fields, pairs []pair) map[*form.Collection]*yaml.Node {
	parents := map[*form.Collection]*yaml.Node{}
	for _, p := range pairs {
		c := &form.Collection{}
		m.str(p.key, &c.ID)
		parents[c] = l.readCollection(l.fields(m.file, p.value, "collection"), c)
		l.at[c] = spotOf(m.file, p.key)
		if _, taken := l.script.Questionnaire.Collection(c.ID); !taken {
			l.script.Questionnaire.Collections = append(l.script.Questionnaire.Collections, c)
		}
	}
	return parents
}

func (l *loader) readCollection(m *fields, c *form.Collection) *yaml.Node {
	m.str(m.need("plural"), &c.Plural)
	m.str(m.need("prefix"), &c.Prefix)
	m.whole(m.get("min"), &c.Min)
	m.whole(m.get("max"), &c.Max)
	m.needText("title", &c.Title, nil)
	m.str(m.get("dated"), &c.Dated)
	c.Frozen = l.readFrozen(m.file, m.get("frozen"))
	of := m.get("of")
	m.done()
	return of
}

// collection finds the collection that a node names, or says what was meant.
func (l *loader) collection(f *file, n *yaml.Node) *form.Collection {
	var id string
	(&fields{l: l, file: f}).str(n, &id)
	if id == "" {
		return nil
	}
	c, ok := l.script.Questionnaire.Collection(id)
	if !ok {
		var ids []string
		for _, c := range l.script.Questionnaire.Collections {
			ids = append(ids, c.ID)
		}
		l.unknown(ruleReference, spotOf(f, n), "collection", id, ids)
	}
	return c
}
