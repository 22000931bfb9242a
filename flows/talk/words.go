package talk

import (
	"visesbot/flows"
	"visesbot/flows/form"
)

// PhaseTitle is what a phase is called; its id where the content has none.
func (t *Turn) PhaseTitle(id string) string {
	if p, ok := t.Script.Questionnaire.Phase(id); ok {
		return p.Title.In(t.Lang())
	}
	return id
}

// Pool is the pool whose wording of a question this person reads.
func (t *Turn) Pool(q *form.Question) string {
	if len(q.Variants) == 0 {
		return ""
	}
	return t.Dossier.Pool()
}

// StandsIn names the innermost item a place stands in.
func (t *Turn) StandsIn(q *form.Question, p form.Place) string {
	if len(q.Loop) == 0 || q.Respond == form.Each {
		return ""
	}
	return t.NamedWithin(p.Path(), 40)
}

// ShortText is a question in few words, at its place.
func (t *Turn) ShortText(q *form.Question, p form.Place) string {
	text, _ := q.Wording(t.Pool(q))
	return t.Dossier.Text(text, p, t.Lang())
}

// Word says one of the bot's own sentences in the reader's language. Pairs
// replace {name} by a value.
func (t *Turn) Word(key string, pairs ...string) string {
	s := t.Script.Words[key].In(t.Lang())
	if s == "" {
		s = key
	}
	return flows.FillWords(s, pairs)
}

// Pair writes what something is called, and what it is.
func (t *Turn) Pair(name, value string) string {
	return t.Word("pair", "name", name, "value", value)
}
