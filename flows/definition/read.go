package definition

import "go.yaml.in/yaml/v3"

// readFolders reads everything into the model, the questionnaire's head first:
// the phases speak of its collections.
func (l *loader) readFolders() {
	questionnaire := l.folder("questionnaire")
	l.readHeads(questionnaire)
	l.readPhases(questionnaire)
	for _, f := range l.folder("modules") {
		l.readModule(f)
	}
	for _, f := range l.folder("glossary") {
		l.readTerms(f)
	}
	for _, f := range l.folder("messages") {
		l.readWords(f)
	}
	for _, f := range l.folder("library") {
		l.readLibrary(f)
	}
	for _, f := range l.folder("frameworks") {
		l.readFramework(f)
	}
}

// folder returns the files of a folder that may be read.
func (l *loader) folder(name string) []*file {
	var fit []*file
	for _, f := range l.open(name) {
		l.files = append(l.files, f)
		if f.root != nil {
			fit = append(fit, f)
		}
	}
	return fit
}

func (l *loader) readHeads(files []*file) {
	var first *file
	for _, f := range files {
		if !hasKey(f.root, "questionnaire") {
			continue
		}
		if first != nil {
			l.problem(ruleDuplicate, spotOf(f, f.root), "a second questionnaire; the first is in %s, and there is only one", first.name)
			continue
		}
		first = f
		l.readHead(f)
	}
	if first == nil {
		l.problem(ruleMissingFile, spot{file: &file{name: "questionnaire"}}, "no file in this folder begins with \"questionnaire:\"")
	}
}

func (l *loader) readPhases(files []*file) {
	for _, f := range files {
		switch {
		case hasKey(f.root, "questionnaire"):
		case hasKey(f.root, "phase"):
			l.readPhase(f)
		default:
			l.problem(ruleMissingKey, spotOf(f, f.root), "a file of the questionnaire begins with \"questionnaire:\" or \"phase:\"")
		}
	}
}

func hasKey(n *yaml.Node, key string) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}
