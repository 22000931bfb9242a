package flowtest

import (
	"strings"

	"visesbot/flows"
)

// Shown is one message as a person sees it.
type Shown struct {
	Lines   []string
	Buttons []string // their labels; a ticked one begins with "✓ "
}

// Tick is what the label of a ticked button begins with.
const Tick = "✓ "

// ShownOf is what a person sees of a card.
func ShownOf(lines []flows.Line, rows [][]flows.Button) Shown {
	var s Shown
	for _, l := range lines {
		s.Lines = append(s.Lines, strings.TrimSpace(l.Text+" "+l.URL))
	}
	for _, row := range rows {
		for _, b := range row {
			s.Buttons = append(s.Buttons, Label(b))
		}
	}
	return s
}

// Label is the label of a button, as transcripts write it.
func Label(b flows.Button) string {
	if b.On {
		return Tick + b.Label
	}
	return b.Label
}

// Text is the lines of the message, joined by " / ".
func (s Shown) Text() string { return plain(strings.Join(s.Lines, " / ")) }

// String is the whole message on one line: its text, then [each] [button].
func (s Shown) String() string {
	parts := []string{s.Text()}
	for _, b := range s.Buttons {
		parts = append(parts, "["+plain(b)+"]")
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// plain makes every run of white space one space: nobody sees in a transcript
// whether a space breaks.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }
