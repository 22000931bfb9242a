package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	longestAnswer  = 200  // runes of a number, date, yes, word command
	longestChoices = 1000 // runes of a message that picks options
	longestSlash   = 4096 // runes of "/feedback ..."
)

// tooLong tells whether text has more than limit runes, without reading it all.
func tooLong(text string, limit int) bool {
	if len(text) <= limit {
		return false
	}
	return len(text) > limit*utf8.UTFMax || utf8.RuneCountInString(text) > limit
}

// fold gives the form in which texts are compared: lower case, no accents, no
// invisible characters, plain quotes, dashes and single spaces, trimmed.
func fold(text string) string {
	if isFolded(text) {
		return text
	}
	if strings.IndexFunc(text, needsDecomposing) >= 0 {
		text = norm.NFKD.String(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	space := false
	for _, r := range text {
		switch {
		case r == ' ' || r < ' ' || r > '~' && unicode.IsSpace(r):
			space = b.Len() > 0
		case isUnseen(r):
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			writeFolded(&b, r)
		}
	}
	return b.String()
}

func writeFolded(b *strings.Builder, r rune) {
	if r < utf8.RuneSelf && r != '`' {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		b.WriteByte(byte(r))
		return
	}
	switch r {
	case '’', '‘', 'ʼ', '`', '´', '′':
		b.WriteByte('\'')
	case '‐', '‑', '‒', '–', '—', '−':
		b.WriteByte('-')
	case 'œ', 'Œ':
		b.WriteString("oe")
	case 'æ', 'Æ':
		b.WriteString("ae")
	case 'ß':
		b.WriteString("ss")
	case 'ø', 'Ø':
		b.WriteByte('o')
	default:
		b.WriteRune(unaccented(unicode.ToLower(r)))
	}
}

// unaccented knows the letters of our three languages by heart; what it does
// not know is decomposed.
func unaccented(r rune) rune {
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å':
		return 'a'
	case 'ç':
		return 'c'
	case 'è', 'é', 'ê', 'ë':
		return 'e'
	case 'ì', 'í', 'î', 'ï':
		return 'i'
	case 'ñ':
		return 'n'
	case 'ò', 'ó', 'ô', 'ö', 'õ':
		return 'o'
	case 'ù', 'ú', 'û', 'ü':
		return 'u'
	case 'ÿ', 'ý':
		return 'y'
	}
	return r
}

func needsDecomposing(r rune) bool {
	switch {
	case r < utf8.RuneSelf, r == '’', r == '–', r == '€', r == '\u00A0', r == '\u202F', r == 'œ':
		return false
	case r <= 'ÿ':
		r = unicode.ToLower(r)
		return unaccented(r) == r
	}
	return true
}

// isUnseen covers accents (after decomposition), joiners, variation selectors,
// keycaps and skin tones.
func isUnseen(r rune) bool {
	if r < 0x300 && r != '\u00AD' {
		return false
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || r >= 0x1F3FB && r <= 0x1F3FF
}

func isFolded(text string) bool {
	previous := byte(' ')
	for i := range len(text) {
		c := text[i]
		if c > '~' || c < ' ' || c == '`' || c >= 'A' && c <= 'Z' || c == ' ' && previous == ' ' {
			return false
		}
		previous = c
	}
	return previous != ' ' || text == ""
}

// plain is fold for phrases: no full stops or quotes inside, no signs around.
// "N.V.T. !" is "nvt", "⬅ Don’t know" is "dont know".
func plain(text string) string {
	text = strings.TrimFunc(fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if strings.ContainsAny(text, ".'") {
		text = strings.Map(func(r rune) rune {
			if r == '.' || r == '\'' {
				return -1
			}
			return r
		}, text)
	}
	return text
}

// trimEnds drops the spaces around a text and the signs that end a sentence.
func trimEnds(text string) string {
	text = strings.TrimSpace(text)
	return strings.TrimRightFunc(text, func(r rune) bool {
		return r == '.' || r == '!' || r == '?' || r == ',' || r == ';' || r == '…' || unicode.IsSpace(r)
	})
}
