package definition

import "path"

// What is wrong with a file as a whole is said when it is opened; see file.go
// and node.go.
const (
	ruleMissingFile = "missing-file"
	ruleFileName    = "file-name"
	ruleUnreadable  = "unreadable"
	ruleTooLarge    = "too-large"
	ruleEmpty       = "empty"
	ruleSyntax      = "syntax"
	ruleDocuments   = "documents"
)

func checkFileName(l *loader, f *file) {
	hint := "files of content end in .yaml"
	if path.Ext(f.name) == ".yml" {
		hint = "call it .yaml"
	}
	l.problem(ruleFileName, spot{file: f}, "this file is not read: %s", hint)
}
