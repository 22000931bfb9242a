package question

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// ownLine shows what somebody answered. Words in another language than the
// reader's are said to be: they are never translated.
func ownLine(t *talk.Turn, style flows.Style, text string, a *form.Answer) flows.Line {
	q, ok := t.Script.Questionnaire.Question(a.Place.Question())
	if !ok {
		return flows.Line{Style: style, Text: text}
	}
	return wordsIn(t, style, text, q.Written(a.Author))
}

// wordsIn shows words that were written in a language.
func wordsIn(t *talk.Turn, style flows.Style, text, written string) flows.Line {
	l := flows.Line{Style: style, Text: text}
	if mark := form.Mark(written, t.Lang()); mark != "" {
		l.Text, l.Lang = text+mark, written
	}
	return l
}
