package talk

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
)

// Clip shortens a text to n characters.
func Clip(s string, n int) string {
	count := 0
	for i := range s {
		if count++; count > n {
			return s[:i] + "…"
		}
	}
	return s
}

// KeepDraft keeps what was typed and led to nothing.
func (t *Turn) KeepDraft() {
	t.draft(t.Event.Text)
}

// LetGo forgets a person's words when something else is shown after them. What was
// typed below them, and still waited for whom it was, is kept as a draft.
func (t *Turn) LetGo() {
	if h := t.Session.Heard; h != nil {
		t.draft(h.Text)
		t.Session.Heard = nil
	}
}

func (t *Turn) draft(typed string) {
	if typed == "" {
		return
	}
	drafts := append([]flows.Draft{}, t.Session.Drafts...)
	text := Clip(strings.ToValidUTF8(typed, "\uFFFD"), maxDraft)
	drafts = append(drafts, flows.Draft{Place: t.Session.Place, Text: text, At: t.Event.At})
	t.Session.Drafts = drafts[max(0, len(drafts)-maxDrafts):]
}

// maxDrafts bounds how many drafts a session keeps, the oldest go first; and
// maxDraft how many characters of each.
const (
	maxDrafts = 20
	maxDraft  = 2 * form.MaxLongText
)
