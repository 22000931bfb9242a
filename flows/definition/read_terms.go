package definition

import (
	"visesbot/flows"
	"visesbot/flows/form"
)

// readTerms reads a file of the glossary.
func (l *loader) readTerms(f *file) {
	m := l.fields(f, f.root, "glossary")
	m.truth(m.get("proposed"), new(bool))
	for _, n := range m.list(m.need("terms")) {
		t := &flows.Term{}
		one := l.fields(f, n, "term")
		l.at[t] = spotOf(f, n)
		one.str(one.need("id"), &t.ID)
		one.needText("label", &t.Label, nil)
		one.languages(one.get("also"), &t.Also)
		one.needText("meaning", &t.Meaning, nil)
		l.readOrigin(one)
		l.readAvoid(one, t)
		one.done()
		l.terms = append(l.terms, t)
		if l.script.Terms[t.ID] == nil {
			l.script.Terms[t.ID] = t
		}
	}
	m.done()
}

// readOrigin reads what is written for writers: where the term was seen, and
// in which languages a native speaker has to look at it yet.
func (l *loader) readOrigin(m *fields) {
	var seen, unchecked []string
	m.strs(m.get("seen"), &seen)
	m.strs(m.get("unchecked"), &unchecked)
	for i := range unchecked {
		checkOneOf(l, l.at[&unchecked[i]], unchecked[i], form.Langs())
	}
}

// readAvoid reads the words that our texts do not use for a term, though people
// may type them.
func (l *loader) readAvoid(m *fields, t *flows.Term) {
	words := &form.Text{}
	if n := m.get("avoid"); n != nil {
		m.languages(n, words)
		l.avoid = append(l.avoid, &avoided{term: t, words: words})
	}
}

// readWords reads a file of the bot's own sentences.
func (l *loader) readWords(f *file) {
	m := l.fields(f, f.root, "file of messages")
	for _, p := range m.pairs(m.need("words")) {
		s := &sentence{}
		m.str(p.key, &s.key)
		text := new(form.Text)
		m.said("words", p.value, text, nil)
		s.text, s.said = *text, text
		l.keys = append(l.keys, s)
		l.script.Words[s.key] = s.text
	}
	m.done()
}
