package talk

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
)

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
	return markBy(t, a.Place, a.Author)
}

// markBy is the mark of what somebody said at a place.
func markBy(t *Turn, p form.Place, by form.Author) string {
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
