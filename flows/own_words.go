package flows

import (
	"strings"

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

// named is an item's name with the mark of its language.
func (st *step) named(item form.Path) string { return st.d.Named(item, st.lang()) }

// namedWithin is an item's name in so many characters: its mark is not what is
// cut off.
func (st *step) namedWithin(item form.Path, most int) string {
	name := st.d.Label(item, st.lang())
	mark := strings.TrimPrefix(st.named(item), name)
	return clip(name, most-len(mark)) + mark
}

// markOf is the mark of an answer in own words.
func (st *step) markOf(a *form.Answer) string {
	if a.State != form.Given {
		return ""
	}
	return st.markBy(a.Place, a.Author)
}

// markBy is the mark of what somebody said at a place.
func (st *step) markBy(p form.Place, by form.Author) string {
	q, ok := st.script.Questionnaire.Question(p.Question())
	if !ok {
		return ""
	}
	return form.Mark(q.Written(by), st.lang())
}
