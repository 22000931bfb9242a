package definition

import "go.yaml.in/yaml/v3"

const ruleAlias = "alias"

// checkAlias refuses everything that makes a file say more than stands there.
// Aliases can loop, and grow without end; tags ask for types we do not have.
func checkAlias(l *loader, f *file, n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		l.problem(ruleAlias, spotOf(f, n), "*%s is an alias: write out what it stands for", shown(n.Value))
	case n.Anchor != "":
		l.problem(ruleAlias, spotOf(f, n), "&%s is an anchor: content has none, write out what is said twice", shown(n.Anchor))
	case n.Style&yaml.TaggedStyle != 0:
		l.problem(ruleAlias, spotOf(f, n), "%s is a tag: content has none", shown(n.Tag))
	default:
		return true
	}
	return false
}
