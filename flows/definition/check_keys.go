package definition

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

const (
	ruleDuplicateKey = "duplicate-key"
	ruleUnknownKey   = "unknown-key"
	ruleMissingKey   = "missing-key"
	ruleType         = "type"
)

// checkKeys looks at the keys of one mapping, whatever it is for.
func checkKeys(l *loader, f *file, n *yaml.Node) {
	first := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			l.problem(ruleType, spotOf(f, key), "a key is one word, but here stands %s", kindOf(key))
			continue
		}
		if isBoolean(key) {
			l.problem(ruleAmbiguous, spotOf(f, key), "some tools read the key %s as true or false: put it in quotes, or better choose another", key.Value)
		}
		if other := first[key.Value]; other != nil {
			l.problem(ruleDuplicateKey, spotOf(f, key), "the key %q is here twice; the first is in line %d", shown(key.Value), other.Line)
			continue
		}
		first[key.Value] = key
	}
}

// checkUnknownKeys reports the keys of m that its reader did not ask for.
func checkUnknownKeys(m *fields) {
	seen := map[string]bool{}
	for i := 0; i+1 < len(m.node.Content); i += 2 {
		key := m.node.Content[i]
		if key.Kind != yaml.ScalarNode || slices.Contains(m.asked, key.Value) || seen[key.Value] {
			continue
		}
		seen[key.Value] = true
		m.l.problem(ruleUnknownKey, spotOf(m.file, key), "a %s has no key %q%s", m.what, shown(key.Value), meantKey(key.Value, m.asked))
	}
}

func meantKey(word string, known []string) string {
	if best := nearest(word, known); best != "" {
		return ": did you mean \"" + best + "\"?"
	}
	return ": expected " + strings.Join(slices.Sorted(slices.Values(known)), ", ")
}
