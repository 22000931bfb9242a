package terminal

import (
	"strings"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
)

// TestMarksAreUnderlined on a screen with styles, once and in one piece; on one
// without, the text stays as it is.
func TestMarksAreUnderlined(t *testing.T) {
	m := bot.Message{Lang: "en", Lines: []flows.Line{{
		Style: flows.Heading, Text: "What is your evaluation question, and why this evaluation question?",
		Marks: []flows.Mark{{Word: "evaluation question"}},
	}}}
	s := newScene("")
	s.terminal.o.Width = func() int { return 24 }
	if got := s.terminal.render(m); strings.Contains(got, "\x1b") {
		t.Errorf("without styles: %q", got)
	}
	s.terminal.o.Color, s.terminal.pens = true, pensOf(true)
	got := s.terminal.render(m)
	if n := strings.Count(got, "\x1b[4mevaluation\u00A0question\x1b[24m"); n != 1 || strings.Count(got, "\x1b[4m") != 1 {
		t.Errorf("%d times underlined: %q", n, got)
	}
}
