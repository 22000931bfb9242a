package parse

import (
	"strings"
	"unicode"
)

const mostUnitWords = 4

// withoutAbout drops "about" and the like before a number.
func withoutAbout(text string) string {
	if text == "" || isDigit(text[0]) {
		return text
	}
	for _, about := range [...]string{"±", "~", "≈", "+-", "+/-"} {
		if rest, ok := strings.CutPrefix(text, about); ok {
			return strings.TrimSpace(rest)
		}
	}
	word, rest, found := strings.Cut(text, " ")
	if found && len(word) < 20 && isAbout(plain(word)) {
		return strings.TrimSpace(rest)
	}
	return text
}

func isAbout(word string) bool {
	switch word {
	case "environ", "ongeveer", "about", "around", "circa", "ca", "approximately", "approx", "plusminus", "zowat", "rond":
		return true
	}
	return false
}

// isUnit tells whether what follows a number may be its unit: nothing, or at
// most four words without another number and without a word like "or".
func isUnit(unit, lang string) bool {
	if unit == "" {
		return true
	}
	if len(unit) > 60 || !startsUnit(unit) {
		return false
	}
	words := 0
	for word := range strings.FieldsSeq(unit) {
		words++
		if hasLooseDigit(word) || joins(word, lang) {
			return false
		}
	}
	return words <= mostUnitWords
}

func startsUnit(unit string) bool {
	for _, r := range unit {
		return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) || r == '%' || r == '‰' || r == '°'
	}
	return false
}

// hasLooseDigit allows the digit of m2 and CO2, not that of "e6" or "4a".
func hasLooseDigit(word string) bool {
	i := strings.IndexFunc(word, unicode.IsNumber)
	if i < 0 {
		return false
	}
	switch word[i:] {
	case "2", "3", "²", "³":
		return i == 0 || word[:i] == "e" || word[:i] == "E"
	}
	return true
}

// joins tells whether word ties the number to something else ("12 or 13",
// "une heure et demie") or is a number itself.
func joins(word, lang string) bool {
	switch w := plain(word); w {
	case "et", "en", "and", "ou", "or", "a", "tot", "to", "maar", "mais", "but", "plus", "minus", "moins",
		"half", "halve", "demi", "demie", "not", "niet", "pas", "sur", "out", "x",
		"billion", "billions", "biljoen", "billon", "trillion":
		return true
	case "of":
		return lang == "nl"
	case "un", "une", "een", "one":
		return false
	default:
		_, number := numberWord(w, lang)
		return number
	}
}
