package definition

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

const ruleAmbiguous = "ambiguous"

// checkAmbiguous finds texts that tools of YAML 1.1 read as true or false.
func checkAmbiguous(l *loader, f *file, n *yaml.Node) {
	for i, child := range n.Content {
		isKey := n.Kind == yaml.MappingNode && i%2 == 0
		if !isKey && isBoolean(child) {
			l.problem(ruleAmbiguous, spotOf(f, child), "some tools read %s as true or false: put it in quotes", child.Value)
		}
	}
}

// isBoolean tells whether a scalar is text to us and a boolean to others.
func isBoolean(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Style != 0 {
		return false
	}
	switch strings.ToLower(n.Value) {
	case "y", "n", "yes", "no", "on", "off":
		return true
	}
	return false
}
