package definition

import (
	"regexp"
	"slices"
)

const ruleID = "id"

// idForm is what an id looks like, and how that is said.
type idForm struct {
	is    *regexp.Regexp
	means string
}

func questionID() idForm {
	return idForm{regexp.MustCompile(`^P\d-\d\d(\.[a-z0-9_]{1,12})?$`), "P, phase, dash, two digits, and perhaps a part: P1-16 or P1-16.asked"}
}

func wordID(longest string) idForm {
	return idForm{regexp.MustCompile(`^[a-z0-9_]{1,` + longest + `}$`), "at most " + longest + " of a-z, 0-9 and _"}
}

func nameID() idForm {
	return idForm{regexp.MustCompile(`^[a-z][a-z0-9_]{0,31}$`), "a letter, then a-z, 0-9 and _, at most 32 together"}
}

func (l *loader) form(id *string, f idForm, what string) {
	if *id != "" && !f.is.MatchString(*id) {
		l.problem(ruleID, l.at[id], "%q is no %s: it is written %s", shown(*id), what, f.means)
	}
}

func checkIDs(l *loader) {
	checkCollectionIDs(l)
	checkQuestionIDs(l)
	for _, p := range l.script.Questionnaire.Phases {
		l.form(&p.ID, wordID("16"), "id of a phase")
		for i := range p.Gate {
			l.form(&p.Gate[i].ID, wordID("16"), "id of a rule")
		}
	}
	for _, b := range l.blocks {
		l.form(&b.ID, wordID("16"), "id of a block")
	}
	checkModuleIDs(l)
	for _, t := range l.terms {
		l.form(&t.ID, wordID("32"), "id of a term")
	}
	for _, s := range slices.Concat(l.keys, l.office) {
		l.form(&s.key, idForm{regexp.MustCompile(`^[a-z0-9_]+(\.[a-z0-9_]+)*$`), "words of a-z, 0-9 and _ with dots between: home.title"}, "key of a sentence")
	}
}

func checkCollectionIDs(l *loader) {
	prefix := idForm{regexp.MustCompile(`^[a-z]{1,3}$`), "one to three letters a-z"}
	for _, c := range l.script.Questionnaire.Collections {
		l.form(&c.ID, nameID(), "id of a collection")
		l.form(&c.Plural, nameID(), "plural")
		l.form(&c.Prefix, prefix, "prefix")
	}
}

func checkQuestionIDs(l *loader) {
	question, name, word := questionID(), nameID(), wordID("16")
	for _, q := range l.asked {
		l.form(&q.ID, question, "id of a question")
		l.form(&q.Name, name, "name")
		for i := range q.Was {
			l.form(&q.Was[i], question, "id of a question")
		}
		for i := range q.Options {
			l.form(&q.Options[i].ID, word, "id of an option")
		}
		for i := range q.Units {
			l.form(&q.Units[i].ID, word, "id of a unit")
		}
		for i := range q.Must {
			l.form(&q.Must[i].ID, word, "id of a rule")
		}
		for i := range q.Warn {
			l.form(&q.Warn[i].ID, word, "id of a rule")
		}
	}
}

func checkModuleIDs(l *loader) {
	module := idForm{regexp.MustCompile(`^[A-Z][A-Za-z0-9]{0,7}$`), "a capital, then at most seven letters or digits: M1"}
	word := wordID("16")
	for _, m := range l.script.Modules {
		l.form(&m.ID, module, "id of a module")
		for i := range pollOf(m) {
			l.form(&pollOf(m)[i].ID, word, "id of an option")
		}
		for _, b := range m.Blocks {
			l.form(&b.ID, word, "id of a block")
			for i := range b.Options {
				l.form(&b.Options[i].ID, word, "id of an option")
			}
		}
	}
}
