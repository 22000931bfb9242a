package definition

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says whether content with the problem may be used.
type Severity string

// An Error keeps the content from being loaded; a Warning does not.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Problem is one thing wrong in the content.
type Problem struct {
	File     string   `json:"file"`             // below the content folder, with slashes
	Line     int      `json:"line,omitempty"`   // from 1; 0: the file as a whole
	Column   int      `json:"column,omitempty"` // from 1, in characters
	Message  string   `json:"message"`
	Rule     string   `json:"rule"` // name of one of Rules
	Severity Severity `json:"severity"`
	Snippet  string   `json:"snippet,omitempty"` // the line, and a caret under the place
}

// String returns "file:line:column: message [rule]", which editors can follow.
func (p Problem) String() string {
	where := p.File
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
	}
	kind := ""
	if p.Severity == Warning {
		kind = "warning: "
	}
	return fmt.Sprintf("%s: %s%s [%s]", where, kind, p.Message, p.Rule)
}

// Block returns String and the snippet under it, ending in a line break.
func (p Problem) Block() string { return p.String() + "\n" + p.Snippet }

// Failed tells whether one of the problems is an error.
func Failed(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Severity == Error })
}

// inOrder sorts problems by place and drops what was said twice.
func inOrder(problems []Problem) []Problem {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.Compact(problems)
}
