package talk

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
)

// OwnLine shows what somebody answered. Words in another language than the
// reader's are said to be: they are never translated.
func (t *Turn) OwnLine(style flows.Style, text string, a *form.Answer) flows.Line {
	q, ok := t.Script.Questionnaire.Question(a.Place.Question())
	if !ok {
		return flows.Line{Style: style, Text: text}
	}
	return t.wordsIn(style, text, q.Written(a.Author))
}

// wordsIn shows words that were written in a language.
func (t *Turn) wordsIn(style flows.Style, text, written string) flows.Line {
	l := flows.Line{Style: style, Text: text}
	if mark := form.Mark(written, t.Lang()); mark != "" {
		l.Text, l.Lang = text+mark, written
	}
	return l
}

// Named is an item's name with the mark of its language.
func (t *Turn) Named(item form.Path) string { return t.Dossier.Named(item, t.Lang()) }

// NamedWithin is an item's name in so many characters: its mark is not what is
// cut off.
func (t *Turn) NamedWithin(item form.Path, most int) string {
	name := t.Dossier.Label(item, t.Lang())
	mark := strings.TrimPrefix(t.Named(item), name)
	return Clip(name, most-len(mark)) + mark
}

// MarkOf is the mark of an answer in own words.
func (t *Turn) MarkOf(a *form.Answer) string {
	if a.State != form.Given {
		return ""
	}
	return t.markBy(a.Place, a.Author)
}

// markBy is the mark of what somebody said at a place.
func (t *Turn) markBy(p form.Place, by form.Author) string {
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok {
		return ""
	}
	return form.Mark(q.Written(by), t.Lang())
}

// From names who a note comes from.
func (t *Turn) From(n *flows.Note) string {
	if from := t.Named(form.Path(n.From)); from != "" {
		return from
	}
	return t.Word("colleague")
}
