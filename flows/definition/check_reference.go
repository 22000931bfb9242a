package definition

import (
	"maps"
	"slices"

	"visesbot/flows"
)

const ruleReference = "reference"

// checkReferences follows what is named elsewhere. Collections were looked up
// while reading.
func checkReferences(l *loader) {
	terms := slices.Collect(maps.Keys(l.script.Terms))
	for _, q := range l.asked {
		for i, word := range q.Words {
			if l.script.Terms[word] == nil {
				l.unknown(ruleReference, l.at[&q.Words[i]], "glossary word", word, terms)
			}
		}
	}
	for _, m := range l.script.Modules {
		if known := l.steps(); m.Next != "" && !slices.Contains(known, m.Next) {
			l.unknown(ruleReference, l.at[&m.Next], "phase or module", m.Next, known)
		}
	}
}

// steps are the phases and modules one can go on with.
func (l *loader) steps() []string {
	var ids []string
	for _, p := range l.script.Questionnaire.Phases {
		ids = append(ids, p.ID)
	}
	return append(ids, moduleIDs(l.script.Modules)...)
}

func moduleIDs(modules []*flows.Module) []string {
	var ids []string
	for _, m := range modules {
		ids = append(ids, m.ID)
	}
	return ids
}
