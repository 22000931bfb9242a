package flows

import (
	"strings"
	"time"
	"unicode/utf8"

	"visesbot/flows/form"
)

// maxDrafts bounds how many drafts a session keeps, the oldest go first; and
// maxDraft how many characters of each.
const (
	maxDrafts = 20
	maxDraft  = 2 * form.MaxLongText
)

// KeepDraft keeps what was typed and led to nothing: nothing is lost.
func (s *Session) KeepDraft(typed string, at time.Time) {
	if typed == "" {
		return
	}
	text := strings.ToValidUTF8(typed, "\uFFFD")
	if utf8.RuneCountInString(text) > maxDraft {
		text = string([]rune(text)[:maxDraft]) + "…"
	}
	drafts := append(append([]Draft{}, s.Drafts...), Draft{Place: s.Place, Text: text, At: at})
	s.Drafts = drafts[max(0, len(drafts)-maxDrafts):]
}

// LetGo forgets a person's words when something else is shown after them. What was
// typed below them, and still waited for whom it was, is kept as a draft.
func (s *Session) LetGo(at time.Time) {
	if s.Heard != nil {
		s.KeepDraft(s.Heard.Text, at)
		s.Heard = nil
	}
}
