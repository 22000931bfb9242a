package bot_test

import (
	"strings"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
)

// TestMarksOfALongLine: cut over several messages, a word is marked once, where
// it stands first.
func TestMarksOfALongLine(t *testing.T) {
	text := strings.Repeat("Nothing of note here. ", 9) + "A stakeholder. " + strings.Repeat("A stakeholder again. ", 20)
	card := flows.Card{ID: "c1", Lines: []flows.Line{{Style: flows.Body, Text: text, Marks: []flows.Mark{{Word: "stakeholder"}}}}}
	messages := bot.Compose(card, bot.Capabilities{TextMax: 120})
	marked, said := 0, ""
	for _, m := range messages {
		for _, l := range m.Lines {
			said += l.Text
			for _, s := range l.Spans() {
				if s.Mark != nil {
					marked++
				}
			}
		}
	}
	if marked != 1 || said != text || len(messages) < 4 {
		t.Errorf("in %d messages the word is marked %d times", len(messages), marked)
	}
}
