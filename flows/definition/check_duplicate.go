package definition

const ruleDuplicate = "duplicate"

// taken remembers which ids were given, and where.
type taken map[string]spot

// take reports an id that was given before.
func (l *loader) take(ids taken, id *string, what string) {
	if *id == "" {
		return
	}
	if first, dup := ids[*id]; dup {
		l.problem(ruleDuplicate, l.at[id], "the %s %q is given twice; the first is at %s", what, shown(*id), first)
		return
	}
	ids[*id] = l.at[id]
}

func checkDuplicates(l *loader) {
	q := l.script.Questionnaire
	plurals, prefixes, phases, blocks := taken{}, taken{}, taken{}, taken{}
	for _, c := range q.Collections {
		l.take(plurals, &c.Plural, "plural")
		l.take(prefixes, &c.Prefix, "prefix")
	}
	for _, p := range q.Phases {
		l.take(phases, &p.ID, "phase")
	}
	for _, b := range l.blocks {
		l.take(blocks, &b.ID, "block")
	}
	duplicateQuestions(l)
	duplicateModules(l)
	terms, keys, office := taken{}, taken{}, taken{}
	for _, t := range l.terms {
		l.take(terms, &t.ID, "term")
	}
	for _, s := range l.keys {
		l.take(keys, &s.key, "sentence")
	}
	for _, s := range l.office {
		l.take(office, &s.key, "sentence of the office")
	}
}

// duplicateQuestions counts former ids too: an answer kept under one must not
// end up with another question.
func duplicateQuestions(l *loader) {
	questions := taken{}
	for _, q := range l.asked {
		l.take(questions, &q.ID, "question")
		options, units, rules := taken{}, taken{}, taken{}
		for i := range q.Options {
			l.take(options, &q.Options[i].ID, "option")
		}
		for i := range q.Units {
			l.take(units, &q.Units[i].ID, "unit")
		}
		for i := range q.Must {
			l.take(rules, &q.Must[i].ID, "rule")
		}
		for i := range q.Warn {
			l.take(rules, &q.Warn[i].ID, "rule")
		}
	}
	for _, q := range l.asked {
		for i := range q.Was {
			l.take(questions, &q.Was[i], "question")
		}
	}
}

func duplicateModules(l *loader) {
	modules := taken{}
	for _, m := range l.script.Modules {
		l.take(modules, &m.ID, "module")
		blocks, answers := taken{}, taken{}
		for i := range pollOf(m) {
			l.take(answers, &pollOf(m)[i].ID, "option")
		}
		for _, b := range m.Blocks {
			l.take(blocks, &b.ID, "block")
			options := taken{}
			for i := range b.Options {
				l.take(options, &b.Options[i].ID, "option")
			}
		}
	}
}
