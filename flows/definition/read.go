package definition

import "go.yaml.in/yaml/v3"

// readFolders reads everything into the model, the questionnaire's head first:
// the phases speak of its collections.
func (r reader) readFolders() {
	questionnaire := r.folder("questionnaire")
	r.readHeads(questionnaire)
	r.readPhases(questionnaire)
	for _, f := range r.folder("modules") {
		r.readModule(f)
	}
	for _, f := range r.folder("glossary") {
		r.readTerms(f)
	}
	for _, f := range r.folder("messages") {
		r.readWords(f)
	}
	for _, f := range r.folder("library") {
		r.readLibrary(f)
	}
	for _, f := range r.folder("frameworks") {
		r.readFramework(f)
	}
}

// folder returns the files of a folder that may be read.
func (r reader) folder(name string) []*file {
	var fit []*file
	for _, f := range r.open(name) {
		r.files = append(r.files, f)
		if f.root != nil {
			fit = append(fit, f)
		}
	}
	return fit
}

func (r reader) readHeads(files []*file) {
	var first *file
	for _, f := range files {
		if !hasKey(f.root, "questionnaire") {
			continue
		}
		if first != nil {
			r.problem(ruleDuplicate, spotOf(f, f.root), "a second questionnaire; the first is in %s, and there is only one", first.name)
			continue
		}
		first = f
		r.readHead(f)
	}
	if first == nil {
		r.problem(ruleMissingFile, spot{file: &file{name: "questionnaire"}}, "no file in this folder begins with \"questionnaire:\"")
	}
}

func (r reader) readPhases(files []*file) {
	for _, f := range files {
		switch {
		case hasKey(f.root, "questionnaire"):
		case hasKey(f.root, "phase"):
			r.readPhase(f)
		default:
			r.problem(ruleMissingKey, spotOf(f, f.root), "a file of the questionnaire begins with \"questionnaire:\" or \"phase:\"")
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
