package definition

import (
	"visesbot/flows"
	"visesbot/flows/form"
)

// readTerms reads a file of the glossary.
func (r reader) readTerms(f *file) {
	m := r.fields(f, f.root, "glossary")
	m.truth(m.get("proposed"), new(bool))
	for _, n := range m.list(m.need("terms")) {
		t := &flows.Term{}
		one := r.fields(f, n, "term")
		r.at[t] = spotOf(f, n)
		one.str(one.need("id"), &t.ID)
		one.needText("label", &t.Label, nil)
		one.languages(one.get("also"), &t.Also)
		one.languages(one.get("forms"), &t.Forms)
		one.strs(one.get("everyday"), &t.Everyday)
		r.oneOfAll(t.Everyday, form.Langs())
		one.needText("meaning", &t.Meaning, nil)
		r.readCountries(one, t)
		r.readOrigin(one, t)
		r.readAvoid(one, t)
		one.done()
		r.terms = append(r.terms, t)
		if r.script.Terms[t.ID] == nil {
			r.script.Terms[t.ID] = t
		}
	}
	m.done()
}

// readOrigin reads what is written for writers: where the term was seen, and
// in which languages a native speaker has to look at it yet.
func (r reader) readOrigin(m *fields, t *flows.Term) {
	m.strs(m.get("seen"), &t.Seen)
	m.strs(m.get("unchecked"), &t.Unchecked)
	r.oneOfAll(t.Unchecked, form.Langs())
}

// readCountries reads what a term is called in a country where it has a name of
// its own.
func (r reader) readCountries(m *fields, t *flows.Term) {
	for _, p := range m.pairs(m.get("in")) {
		if !checkOneOf(r.loader, spotOf(m.file, p.key), p.key.Value, []string{"BE", "FR"}) {
			continue
		}
		name := new(form.Text)
		m.languages(p.value, name)
		if t.In == nil {
			t.In = map[string]form.Text{}
		}
		t.In[p.key.Value] = *name
	}
}

// readAvoid reads the words that our texts do not use for a term, though people
// may type them.
func (r reader) readAvoid(m *fields, t *flows.Term) {
	if n := m.get("avoid"); n != nil {
		m.languages(n, &t.Avoid)
		r.avoid = append(r.avoid, &avoided{term: t, words: &t.Avoid})
	}
}

// readOffice reads what partners and trainers are told, by key.
func (r reader) readOffice(m *fields) {
	for _, p := range m.pairs(m.get("office")) {
		key, text := "", new(form.Text)
		m.str(p.key, &key)
		m.said("office", p.value, text, nil)
		r.script.Office[key] = *text
	}
}

// readWords reads a file of the bot's own sentences.
func (r reader) readWords(f *file) {
	if hasKey(f.root, "commands") {
		r.readCommands(f)
		return
	}
	m := r.fields(f, f.root, "file of messages")
	r.readOffice(m)
	words := m.get("words")
	if words == nil && m.get("office") == nil {
		words = m.need("words")
	}
	for _, p := range m.pairs(words) {
		s := &sentence{}
		m.str(p.key, &s.key)
		text := new(form.Text)
		m.said("words", p.value, text, nil)
		s.text, s.said = *text, text
		r.keys = append(r.keys, s)
		r.script.Words[s.key] = s.text
	}
	m.done()
}
