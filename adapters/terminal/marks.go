package terminal

import (
	"strings"

	"visesbot/flows"
)

// marked is the text of a line, with what underlines its marked words in any
// pen; without colours nothing is underlined. The spaces of a marked word do
// not break, so that it stands on one line.
func (t *Terminal) marked(l flows.Line) (string, func(pen) pen) {
	if !t.o.Color || len(l.Marks) == 0 {
		return visible(l.Text), func(p pen) pen { return p }
	}
	var text strings.Builder
	var words []string
	for _, s := range l.Spans() {
		said := visible(s.Text)
		if s.Mark != nil {
			said = strings.ReplaceAll(said, " ", "\u00A0")
			words = append(words, said)
		}
		text.WriteString(said)
	}
	return text.String(), func(p pen) pen {
		return func(line string) string { return p(underlined(line, &words)) }
	}
}

// underlined underlines the words that stand in a line of the screen; what it
// finds is not looked for again.
func underlined(line string, words *[]string) string {
	var left []string
	for _, w := range *words {
		before, after, found := strings.Cut(line, w)
		if !found {
			left = append(left, w)
			continue
		}
		line = before + "\x1b[4m" + w + "\x1b[24m" + after
	}
	*words = left
	return line
}
