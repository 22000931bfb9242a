package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// text reads {fr: …, nl: …, en: …}. All three languages are needed.
func (m *fields) text(key string, into *form.Text, question *form.Question) {
	m.said(key, m.get(key), into, question)
}

// needText reads a text that has to be there.
func (m *fields) needText(key string, into *form.Text, question *form.Question) {
	m.said(key, m.need(key), into, question)
}

func (m *fields) said(key string, n *yaml.Node, into *form.Text, question *form.Question) {
	if n == nil {
		return
	}
	langs := m.languages(n, into)
	if langs == nil {
		return
	}
	checkTranslation(m, n, langs)
	m.l.texts = append(m.l.texts, &said{text: into, key: key, in: m.what, question: question})
}

// languages reads a text of which some languages may be missing.
func (m *fields) languages(n *yaml.Node, into *form.Text) *fields {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		m.l.problem(ruleType, spotOf(m.file, n), "a text is said in every language: {fr: …, nl: …, en: …}, but here stands %s", kindOf(n))
		return nil
	}
	langs := m.l.fields(m.file, n, "text")
	m.l.at[into] = spotOf(m.file, n)
	for i, field := range []*string{&into.FR, &into.NL, &into.EN} {
		langs.str(langs.get(form.Langs()[i]), field)
	}
	into.FR = frenchSpaces(into.FR)
	langs.done()
	return langs
}
