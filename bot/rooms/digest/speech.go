package digest

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Speech says a digest in one language.
type Speech struct {
	Script *flows.Script
	Lang   string
	At     *time.Location // of the reader
}

// Word says one of the sentences under "office".
func (s Speech) Word(key string, pairs ...string) string {
	return office.Fill(cmp.Or(s.Script.Office[key].In(s.Lang), key), pairs...)
}

func (s Speech) day(t time.Time) string { return form.Day(t.In(s.At), s.Lang) }

// date is a day that stands in no time zone: one that was answered.
func (s Speech) date(t time.Time) string { return form.Day(t, s.Lang) }

// phase says in which phase somebody is.
func (s Speech) phase(id string) string {
	if id == "" {
		return s.Word("digest.phase.none")
	}
	if p, ok := s.Script.Questionnaire.Phase(id); ok {
		return p.Title.In(s.Lang)
	}
	return s.Word("digest.phase.closed")
}

// question says which question it is, without anybody's own words: one whose
// short text has some piped into it is called by its block.
func (s Speech) question(id string) string {
	q, ok := s.Script.Questionnaire.Question(id)
	if !ok {
		return id
	}
	for _, text := range []string{q.Short.In(s.Lang), title(q.Block).In(s.Lang)} {
		if text != "" && !strings.Contains(text, "{") {
			return q.Number + " " + text
		}
	}
	return q.Number
}

func title(b *form.Block) form.Text {
	if b == nil {
		return form.Text{}
	}
	return b.Title
}

// hours writes minutes as hours: "2 h 30".
func (s Speech) hours(minutes int) string {
	text := strconv.Itoa(minutes/60) + " " + s.Word("digest.h")
	if minutes%60 != 0 {
		text += " " + strconv.Itoa(minutes%60/10) + strconv.Itoa(minutes%60%10)
	}
	return text
}

// clip cuts a text for a small place.
func clip(text string, most int) string {
	if all := []rune(text); len(all) > most {
		return strings.TrimSpace(string(all[:most-1])) + "…"
	}
	return text
}
