package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines splits a list typed in one message: one entry per line, per semicolon
// or per "•", without the bullet or number in front ("- a", "* b", "1. c",
// "2) d"). Entries are trimmed, empty ones dropped. Commas do not separate.
func Lines(text string) []string {
	var entries []string
	for entry := range strings.FieldsFuncSeq(text, endsEntry) {
		if entry = withoutBullet(strings.TrimSpace(entry)); entry != "" {
			entries = append(entries, entry)
		}
	}
	return entries
}

func endsEntry(r rune) bool {
	switch r {
	case '\n', '\r', ';', '•', '\u2028', '\u2029', '\u0085', '\v', '\f':
		return true
	}
	return false
}

func withoutBullet(entry string) string {
	r, size := utf8.DecodeRuneInString(entry)
	switch r {
	case '▪', '◦', '‣', '●', '○', '■', '□', '⁃', '·':
		return strings.TrimSpace(entry[size:])
	case '-', '*', '–', '—', '+', '→':
		return cutBeforeSpace(entry, size)
	case '(':
		if n := digitRun(entry[1:]); n > 0 && strings.HasPrefix(entry[1+n:], ")") {
			return cutBeforeSpace(entry, n+2)
		}
	}
	if n := digitRun(entry); n > 0 && n <= 3 && len(entry) > n && strings.IndexByte(".)", entry[n]) >= 0 {
		return cutBeforeSpace(entry, n+1)
	}
	return entry
}

// cutBeforeSpace drops the first n bytes if a space or the end follows them:
// "- 5" is 5 in a list, "-5" is minus five and "1.5" a number.
func cutBeforeSpace(entry string, n int) string {
	rest := entry[n:]
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !unicode.IsSpace(r) {
		return entry
	}
	return strings.TrimSpace(rest)
}
