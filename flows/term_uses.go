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
	s.said = map[string][]string{}
	for _, id := range slices.Sorted(maps.Keys(s.Terms)) {
		t := s.Terms[id]
		t.Uses = nil
		s.findQuestions(t)
		for _, m := range s.Modules {
			s.findLessons(t, m)
		}
	}
}

func (s *Script) findQuestions(t *Term) {
	for _, q := range s.Questionnaire.Questions() {
		named, said := slices.Contains(q.Words, t.ID), t.saidIn(questionTexts(q))
		if named || said {
			t.Uses = append(t.Uses, Use{Question: q})
		}
		if said && !named {
			s.said[q.ID] = append(s.said[q.ID], t.ID)
		}
	}
}

// wordsOf are the terms of a question: those that it names, then others that it
// says.
func (s *Script) wordsOf(q *form.Question) []string {
	return slices.Concat(q.Words, s.said[q.ID])
}

func (s *Script) findLessons(t *Term, m *Module) {
	for _, b := range m.Blocks {
		if !t.saidIn([]form.Text{b.Title, b.Text}) {
			continue
		}
		t.Uses = append(t.Uses, Use{Module: m, Block: b})
		b.Words = append(b.Words, t.ID)
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

// saidAs gives the words by which a text says the term. An everyday word tells
// nothing.
func (t *Term) saidAs(text, lang string) (string, bool) {
	if slices.Contains(t.Everyday, lang) {
		return "", false
	}
	for _, phrase := range t.phrases(lang) {
		if word, ok := parse.Occurrence(text, phrase); ok {
			return word, true
		}
	}
	return "", false
}
