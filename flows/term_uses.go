package flows

import (
	"maps"
	"slices"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// FindUses finds where each term of the vocabulary is used: in questions that
// name it or say it, and in lessons that say it, in any language. It is called
// once, when the script is made.
func (s *Script) FindUses() {
	for _, id := range slices.Sorted(maps.Keys(s.Terms)) {
		t := s.Terms[id]
		t.Uses = nil
		for _, q := range s.Questionnaire.Questions() {
			if slices.Contains(q.Words, id) || t.saidIn(questionTexts(q)) {
				t.Uses = append(t.Uses, Use{Question: q})
			}
		}
		for _, m := range s.Modules {
			s.findLessons(t, m)
		}
	}
}

func (s *Script) findLessons(t *Term, m *Module) {
	for _, b := range m.Blocks {
		if !t.saidIn([]form.Text{b.Title, b.Text}) {
			continue
		}
		t.Uses = append(t.Uses, Use{Module: m, Block: b})
		if !t.Everyday {
			b.Words = append(b.Words, t.ID)
		}
	}
}

func questionTexts(q *form.Question) []form.Text {
	texts := []form.Text{q.Text, q.Help}
	for _, v := range q.Variants {
		texts = append(texts, v.Text, v.Help)
	}
	return texts
}

// saidIn tells whether one of the texts says the term.
func (t *Term) saidIn(texts []form.Text) bool {
	for _, lang := range form.Langs() {
		for _, text := range texts {
			if _, ok := t.saidAs(text.In(lang), lang); ok {
				return true
			}
		}
	}
	return false
}

// saidAs gives the words by which a text says the term.
func (t *Term) saidAs(text, lang string) (string, bool) {
	for _, phrase := range t.phrases(lang) {
		if word, ok := parse.Occurrence(text, phrase); ok {
			return word, true
		}
	}
	return "", false
}
