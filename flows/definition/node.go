package definition

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxDepth is how deep lists and mappings may stand in each other.
const maxDepth = 64

// parse turns the text of a file into nodes, and refuses what is no content
// whatever the keys: nothing, several documents, loops.
func (r reader) parse(f *file) {
	root, more, err := decode(f.text)
	switch {
	case err != nil:
		r.problem(ruleSyntax, errorSpot(f, err), "%s", errorText(err))
	case root == nil:
		r.problem(ruleEmpty, spot{file: f}, "the file is empty")
	case more != nil:
		r.problem(ruleDocuments, spotOf(f, more), "a second document begins here: one file holds one")
	default:
		if checkNodes(r.loader, f, root, 0) {
			f.root = root
		}
	}
}

// decode returns the first document, and the second if there is one.
func decode(text []byte) (root, more *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil { // the library panics on some broken comments
			err = fmt.Errorf("yaml: %v", r)
		}
	}()
	d := yaml.NewDecoder(bytes.NewReader(text))
	if root, err = document(d); err != nil || root == nil {
		return nil, nil, err
	}
	more, err = document(d)
	return root, more, err
}

func document(d *yaml.Decoder) (*yaml.Node, error) {
	var doc yaml.Node
	err := d.Decode(&doc)
	switch {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, err
	case len(doc.Content) == 0 || (doc.Content[0].Kind == yaml.ScalarNode && doc.Content[0].Value == ""):
		return nil, nil
	}
	return doc.Content[0], nil
}

// checkNodes walks everything below n and tells whether it may be read.
func checkNodes(l *loader, f *file, n *yaml.Node, depth int) bool {
	if depth > maxDepth {
		l.problem(ruleSyntax, spotOf(f, n), "this stands in more than %d lists and mappings", maxDepth)
		return false
	}
	ok := checkAlias(l, f, n)
	if n.Kind == yaml.MappingNode {
		checkKeys(l, f, n)
	}
	checkAmbiguous(l, f, n)
	for _, child := range n.Content {
		ok = checkNodes(l, f, child, depth+1) && ok
	}
	return ok
}

// spotOf is where a node begins.
func spotOf(f *file, n *yaml.Node) spot {
	width := 1
	if n.Kind == yaml.ScalarNode && !strings.Contains(n.Value, "\n") {
		width = utf8.RuneCountInString(n.Value)
		if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			width += 2
		}
	}
	return spot{file: f, line: n.Line, column: n.Column, width: width}
}
