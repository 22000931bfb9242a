package definition

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"slices"

	"go.yaml.in/yaml/v3"
)

// hashLength is how many hexadecimal digits name a version: 48 bits tell apart
// all that will ever be written here.
const hashLength = 12

// contentVersion names the whole content: the names and texts of its files,
// whatever system they were checked out on.
func contentVersion(files []*file) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s %d\n", f.name, len(f.text))
		h.Write(f.text)
	}
	return short(h)
}

// nodeHash names what a node says: comments, quotes, layout and the order of
// keys do not count.
func nodeHash(n *yaml.Node) string {
	h := sha256.New()
	canonical(h, n)
	return short(h)
}

// without is a mapping without one of its keys: what is not meant for those who
// follow a module is no part of the version they followed.
func without(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return n
	}
	rest := *n
	rest.Content = nil
	for _, p := range sorted(n) {
		if p.key.Value != key {
			rest.Content = append(rest.Content, p.key, p.value)
		}
	}
	return &rest
}

func short(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil))[:hashLength] }

func canonical(w io.Writer, n *yaml.Node) {
	fmt.Fprintf(w, "%d %s %d %s\n", n.Kind, n.ShortTag(), len(n.Value), n.Value)
	fmt.Fprintf(w, "(%d\n", len(n.Content))
	if n.Kind != yaml.MappingNode {
		for _, child := range n.Content {
			canonical(w, child)
		}
		return
	}
	for _, p := range sorted(n) {
		canonical(w, p.key)
		canonical(w, p.value)
	}
}

func sorted(n *yaml.Node) []pair {
	var pairs []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		pairs = append(pairs, pair{n.Content[i], n.Content[i+1]})
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(a.key.Value, b.key.Value) })
	return pairs
}
