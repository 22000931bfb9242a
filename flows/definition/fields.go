package definition

import (
	"go.yaml.in/yaml/v3"
)

// fields reads the keys of one mapping. Keys nobody asked for are unknown, so
// that what may be written is said in one place: where it is read.
type fields struct {
	l      *loader
	file   *file
	node   *yaml.Node
	what   string // "question", for messages
	broken bool   // not a mapping: that was said, nothing else is
	asked  []string
	values map[string]*yaml.Node
	spots  map[string]spot // of the keys
}

func (l *loader) fields(f *file, n *yaml.Node, what string) *fields {
	m := &fields{l: l, file: f, node: n, what: what, values: map[string]*yaml.Node{}, spots: map[string]spot{}}
	if n.Kind != yaml.MappingNode {
		m.broken = true
		l.problem(ruleType, spotOf(f, n), "a %s is written as keys and values, but this is %s", what, kindOf(n))
		return m
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		if _, dup := m.values[key]; !dup {
			m.values[key], m.spots[key] = n.Content[i+1], spotOf(f, n.Content[i])
		}
	}
	return m
}

// get returns the value of a key that may be left out.
func (m *fields) get(key string) *yaml.Node {
	m.asked = append(m.asked, key)
	return m.values[key]
}

// need returns the value of a key that has to be there.
func (m *fields) need(key string) *yaml.Node {
	n := m.get(key)
	if n == nil && !m.broken {
		m.l.problem(ruleMissingKey, spotOf(m.file, m.node), "this %s has no %q", m.what, key)
	}
	return n
}

// done reports the keys that nobody asked for.
func (m *fields) done() {
	if !m.broken {
		checkUnknownKeys(m)
	}
}

// list returns the entries of a list.
func (m *fields) list(n *yaml.Node) []*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		m.l.problem(ruleType, spotOf(m.file, n), "here stands %s; it has to be a list", kindOf(n))
		return nil
	}
	return n.Content
}

// strs reads a list of texts; one text alone is a list of one.
func (m *fields) strs(n *yaml.Node, into *[]string) {
	if n == nil {
		return
	}
	entries := []*yaml.Node{n}
	if n.Kind != yaml.ScalarNode {
		entries = m.list(n)
	}
	*into = make([]string, len(entries))
	m.l.at[into] = spotOf(m.file, n)
	for i, e := range entries {
		m.str(e, &(*into)[i])
	}
}

// pairs returns the keys of a mapping in their order, with their values.
func (m *fields) pairs(n *yaml.Node) []pair {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		m.l.problem(ruleType, spotOf(m.file, n), "here stands %s; it has to be keys and values", kindOf(n))
		return nil
	}
	var out []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		out = append(out, pair{n.Content[i], n.Content[i+1]})
	}
	return out
}

type pair struct{ key, value *yaml.Node }
