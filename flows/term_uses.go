package flows

import (
	"maps"
	"slices"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// FindUses finds where each term of the vocabulary is used: in questions that
// name it or say it, and in lessons that say it, in any language; and prepares
// looking terms up. It is called once, when the script is made.
func (s *Script) FindUses() {
	s.said, s.Marks = map[string][]string{}, map[string]marked{}
	for _, t := range s.Terms {
		t.Uses = nil
	}
	s.Index = s.termIndex()
	sought := s.soughtTerms()
	for _, q := range s.Questionnaire.Questions() {
		s.said[q.ID] = s.useIn(sought, Use{Question: q}, questionTexts(q), q.Words)
		s.Marks[q.ID] = s.marksIn(s.WordsOf(q), questionTexts(q))
	}
	for _, m := range s.Modules {
		for _, b := range m.Blocks {
			texts := []form.Text{b.Title, b.Text}
			b.Words = s.useIn(sought, Use{Module: m, Block: b}, texts, nil)
			b.Marks = s.marksIn(b.Words, texts)
		}
	}
}

// useIn notes a use of each term that is named, or that the texts say; it gives
// those that are said and not named.
func (*Script) useIn(sought []soughtTerm, u Use, texts []form.Text, named []string) []string {
	var said []string
	words := wordsIn(texts)
	for _, t := range sought {
		switch {
		case slices.Contains(named, t.ID):
		case t.in(words) && t.saidIn(texts):
			said = append(said, t.ID)
		default:
			continue
		}
		t.Uses = append(t.Uses, u)
	}
	return said
}

// WordsOf are the terms of a question: those that it names, then others that it
// says.
func (s *Script) WordsOf(q *form.Question) []string {
	return slices.Concat(q.Words, s.said[q.ID])
}

func questionTexts(q *form.Question) []form.Text {
	texts := []form.Text{q.Text, q.Help}
	for _, v := range q.Variants {
		texts = append(texts, v.Text, v.Help)
	}
	return texts
}

// termIndex is where terms are looked up by their names.
func (s *Script) termIndex() parse.Index {
	var all []parse.Entry
	for _, id := range slices.Sorted(maps.Keys(s.Terms)) {
		e := parse.Entry{ID: id, Names: []string{id}}
		for _, lang := range form.Langs() {
			e.Names = append(e.Names, s.Terms[id].names(lang)...)
		}
		all = append(all, e)
	}
	return parse.NewIndex(all)
}

// soughtTerm is a term with the words of its phrases, by language: looking for
// a phrase is only worth while where all of its words are.
type soughtTerm struct {
	*Term
	phrases map[string][][]string
}

func (s *Script) soughtTerms() []soughtTerm {
	var all []soughtTerm
	for _, id := range slices.Sorted(maps.Keys(s.Terms)) {
		t := soughtTerm{s.Terms[id], map[string][][]string{}}
		for _, lang := range form.Langs() {
			for _, phrase := range t.Term.phrases(lang) {
				t.phrases[lang] = append(t.phrases[lang], parse.Stems(phrase))
			}
		}
		all = append(all, t)
	}
	return all
}

// in tells whether all words of one of the phrases are among words.
func (t soughtTerm) in(words map[string]map[string]bool) bool {
	for lang, phrases := range t.phrases {
		for _, phrase := range phrases {
			if !slices.ContainsFunc(phrase, func(w string) bool { return !words[lang][w] }) {
				return true
			}
		}
	}
	return false
}

// wordsIn are all words of some texts, by language.
func wordsIn(texts []form.Text) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, lang := range form.Langs() {
		all[lang] = map[string]bool{}
		for _, text := range texts {
			for _, w := range parse.Stems(text.In(lang)) {
				all[lang][w] = true
			}
		}
	}
	return all
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
