package terminal

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/mattn/go-runewidth"
)

// narrow is the width below which wrapping does more harm than good.
const narrow = 12

// wrap breaks a text at its spaces into lines of at most width columns; a word
// that is longer is broken between characters. Spaces that may not be broken
// are not. Too narrow a width wraps nothing.
func wrap(text string, width int) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if width < narrow || columns(line) <= width {
			lines = append(lines, line)
			continue
		}
		lines = append(lines, wrapLine(line, width)...)
	}
	return lines
}

func wrapLine(line string, width int) []string {
	var lines []string
	var now string
	for word := range strings.SplitSeq(line, " ") {
		if now != "" && columns(now)+1+columns(word) <= width {
			now += " " + word
			continue
		}
		if now != "" {
			lines = append(lines, now)
		}
		broken := chop(word, width)
		lines = append(lines, broken[:len(broken)-1]...)
		now = broken[len(broken)-1]
	}
	return append(lines, now)
}

// chop breaks a word into pieces of at most width columns.
func chop(word string, width int) []string {
	if columns(word) <= width {
		return []string{word}
	}
	pieces := []string{""}
	for each := graphemes.FromString(word); each.Next(); {
		last := len(pieces) - 1
		if columns(pieces[last]+each.Value()) > width {
			pieces = append(pieces, "")
			last++
		}
		pieces[last] += each.Value()
	}
	return pieces
}

// columns is how wide a text stands on a terminal.
func columns(s string) int { return runewidth.StringWidth(s) }

// visible makes text safe to show: no character of it moves the cursor, changes
// colours or turns the direction of what follows.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
}
