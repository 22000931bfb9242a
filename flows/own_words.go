package flows

import (
	"visesbot/flows/form"
)

// ownLine shows what somebody answered. Words in another language than the
// reader's are said to be: they are never translated.
func (st *step) ownLine(style Style, text string, a *form.Answer) Line {
	q, ok := st.script.Questionnaire.Question(a.Place.Question())
	if !ok {
		return Line{Style: style, Text: text}
	}
	return st.wordsIn(style, text, q.Written(a.Author))
}

// wordsIn shows words that were written in a language.
func (st *step) wordsIn(style Style, text, written string) Line {
	l := Line{Style: style, Text: text}
	if mark := form.Mark(written, st.lang()); mark != "" {
		l.Text, l.Lang = text+mark, written
	}
	return l
}
