package definition

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"
)

const ruleEncoding = "encoding"

// checkEncoding refuses what is not text, and marks that turn text around, so
// that what is read is what is seen. The first such place is enough.
func checkEncoding(l *loader, f *file) bool {
	for n, line := range bytes.Split(f.text, []byte("\n")) {
		for column := 1; len(line) > 0; column++ {
			r, size := utf8.DecodeRune(line)
			if bad := unreadableAs(r, size); bad != "" {
				l.problem(ruleEncoding, spot{file: f, line: n + 1, column: column, width: 1}, "%s: save the file as plain UTF-8 text", bad)
				return false
			}
			line = line[size:]
		}
	}
	return true
}

func unreadableAs(r rune, size int) string {
	switch {
	case r == utf8.RuneError && size == 1:
		return "this is not UTF-8"
	case r != '\t' && unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return fmt.Sprintf("this is no text (control character U+%04X)", r)
	}
	return ""
}
