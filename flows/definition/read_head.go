package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// readHead reads what holds for the whole questionnaire: its collections, and
// how a next cycle begins.
func (r reader) readHead(f *file) {
	q := r.script.Questionnaire
	m := r.fields(f, f.root, "questionnaire")
	m.str(m.need("questionnaire"), &q.ID)
	m.needText("title", &q.Title, nil)
	m.truth(m.get("proposed"), new(bool))
	r.at[q] = spotOf(f, f.root)
	parents := r.readCollections(m, m.pairs(m.need("collections")))
	q.Cycle = r.readCycle(f, m.get("cycle"))
	m.done()
	for _, c := range q.Collections {
		if of := parents[c]; of != nil {
			c.Of = r.collection(f, of)
		}
	}
}

// readCollections returns the node that says what each collection is part of.
func (r reader) readCollections(m *fields, pairs []pair) map[*form.Collection]*yaml.Node {
	parents := map[*form.Collection]*yaml.Node{}
	for _, p := range pairs {
		c := &form.Collection{}
		m.str(p.key, &c.ID)
		parents[c] = r.readCollection(r.fields(m.file, p.value, "collection"), c)
		r.at[c] = spotOf(m.file, p.key)
		if _, taken := r.script.Questionnaire.Collection(c.ID); !taken {
			r.script.Questionnaire.Collections = append(r.script.Questionnaire.Collections, c)
		}
	}
	return parents
}

func (r reader) readCollection(m *fields, c *form.Collection) *yaml.Node {
	m.str(m.need("plural"), &c.Plural)
	m.str(m.need("prefix"), &c.Prefix)
	m.whole(m.get("min"), &c.Min)
	m.whole(m.get("max"), &c.Max)
	m.needText("title", &c.Title, nil)
	m.str(m.get("dated"), &c.Dated)
	c.Frozen = r.readFrozen(m.file, m.get("frozen"))
	of := m.get("of")
	m.done()
	return of
}

// collection finds the collection that a node names, or says what was meant.
func (r reader) collection(f *file, n *yaml.Node) *form.Collection {
	var id string
	(&fields{l: r.loader, file: f}).str(n, &id)
	if id == "" {
		return nil
	}
	c, ok := r.script.Questionnaire.Collection(id)
	if !ok {
		var ids []string
		for _, c := range r.script.Questionnaire.Collections {
			ids = append(ids, c.ID)
		}
		r.unknown(ruleReference, spotOf(f, n), "collection", id, ids)
	}
	return c
}
