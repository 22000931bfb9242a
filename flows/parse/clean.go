package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// CleanProblem tells what [Clean] had to remove.
type CleanProblem string

// What can be wrong with a text. Only the gravest is reported: empty, then
// bidi, then control.
const (
	NoProblem CleanProblem = ""
	Empty     CleanProblem = "empty"   // nothing visible; the clean text is ""
	Control   CleanProblem = "control" // control characters or invalid UTF-8 were removed
	Bidi      CleanProblem = "bidi"    // signs that could reverse text were removed
)

// Clean makes typed text safe to keep and to show. The result is valid UTF-8
// in NFC with "\n" line ends; nothing visible is lost, so emoji sequences,
// Arabic and Hebrew with their marks, spaces and line feeds stay as they are.
// Cleaning twice changes nothing more.
//
// Removed and reported are control characters other than "\n" and "\t",
// noncharacters, hidden tag characters outside a flag, invalid bytes (each run
// becomes one U+FFFD, so the gap shows), every direction override, and
// embeddings and isolates that are not closed on their own line. A byte order
// mark at the start is dropped without a word.
func Clean(text string) (clean string, problem CleanProblem) {
	if isPlainASCII(text) {
		return text, emptyOr(text, NoProblem)
	}
	text, invalid := withoutInvalid(text)
	text, controls := withoutControls(text)
	text, reversed := withoutBidi(text)
	text = norm.NFC.String(strings.TrimLeft(text, "\uFEFF"))
	problem = NoProblem
	if invalid || controls {
		problem = Control
	}
	if reversed {
		problem = Bidi
	}
	if problem = emptyOr(text, problem); problem == Empty {
		text = ""
	}
	return text, problem
}

func isPlainASCII(text string) bool {
	visible := false
	for i := range len(text) {
		c := text[i]
		if c > '~' || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
		visible = visible || c > ' '
	}
	return visible
}

func emptyOr(text string, problem CleanProblem) CleanProblem {
	if strings.IndexFunc(text, isVisible) < 0 {
		return Empty
	}
	return problem
}

func isVisible(r rune) bool {
	switch {
	case r > ' ' && r <= '~':
		return true
	case unicode.IsSpace(r), unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
		return false
	}
	switch r {
	case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0: // fillers and blanks
		return false
	}
	return true
}

func withoutInvalid(text string) (string, bool) {
	if utf8.ValidString(text) {
		return text, false
	}
	return strings.ToValidUTF8(text, "\uFFFD"), true
}

// withoutControls also turns the other line ends into "\n".
func withoutControls(text string) (clean string, removed bool) {
	if strings.IndexFunc(text, isSuspect) < 0 {
		return text, false
	}
	var b strings.Builder
	b.Grow(len(text))
	for i, r := range text {
		switch {
		case r == '\r' && strings.HasPrefix(text[i+1:], "\n"):
		case isLineEnd(r):
			b.WriteByte('\n')
		case isSuspect(r) && !(isTag(r) && inFlag(text[:i], text[i:])):
			removed = true
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), removed
}

func isLineEnd(r rune) bool {
	return r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

func isSuspect(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < ' ', r >= 0x7F && r <= 0x9F, isLineEnd(r), isTag(r):
		return true
	case r >= 0xFFF9 && r <= 0xFFFB, r >= 0xFDD0 && r <= 0xFDEF:
		return true
	}
	return r&0xFFFE == 0xFFFE
}

func isTag(r rune) bool { return r >= 0xE0000 && r <= 0xE007F }

// inFlag tells whether the tag characters around a place belong to a flag like
// that of Scotland: a black flag, at most six tags, the closing tag.
func inFlag(before, after string) bool {
	const flag, longest = "\U0001F3F4", 7
	n := 0
	for n <= longest && !strings.HasSuffix(before, flag) {
		r, size := utf8.DecodeLastRuneInString(before)
		if !isTag(r) || r == 0xE007F {
			return false
		}
		before = before[:len(before)-size]
		n++
	}
	for _, r := range after {
		if n++; n > longest || !isTag(r) {
			return false
		}
		if r == 0xE007F {
			return true
		}
	}
	return false
}
