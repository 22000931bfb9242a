package parse

import (
	"math"
	"strings"
	"unicode"
)

const mostUnitWords = 4

// withoutAbout drops "about" and the like before or behind a number.
func withoutAbout(text string) string {
	if text == "" {
		return text
	}
	for _, about := range [...]string{"±", "~", "≈", "+-", "+/-", "ca.", "c."} {
		if rest, ok := strings.CutPrefix(text, about); ok {
			return strings.TrimSpace(rest)
		}
	}
	if strings.IndexByte(text, ' ') < 0 {
		return text
	}
	for _, about := range [...]string{
		"a peu pres", "plus ou moins", "aux alentours de", "autour de", "aux environs de", "pres de", "quelque", "environ", "dans les", "de l'ordre de",
		"om en bij de", "om en bij", "rond de", "rond", "rondom de", "zo'n", "zon", "een stuk of", "een goede", "ongeveer", "zowat", "plusminus", "plus minus", "plus-minus", "pakweg", "grofweg", "naar schatting", "min of meer",
		"more or less", "in the region of", "or thereabouts", "roughly", "around", "about", "approximately", "approx", "approx.", "circa", "ca", "some", "an estimated",
	} {
		if isDigit(text[0]) {
			break
		}
		if rest, ok := cutWords(text, about); ok {
			return strings.TrimSpace(rest)
		}
	}
	for _, about := range [...]string{
		"environ", "a peu pres", "ou a peu pres", "plus ou moins", "approximativement",
		"ongeveer", "of zo", "of daaromtrent", "min of meer", "plusminus",
		"or so", "more or less", "approximately", "approx", "or thereabouts", "roughly", "circa", "ca",
	} {
		if rest, ok := cutLastWords(text, about); ok {
			return rest
		}
	}
	return text
}

// cutWords drops a folded phrase from the start of a text, if more follows.
func cutWords(text, phrase string) (rest string, ok bool) {
	rest = text
	for want := range strings.FieldsSeq(phrase) {
		w, after, _ := strings.Cut(strings.TrimLeftFunc(rest, unicode.IsSpace), " ")
		if fold(w) != want {
			return text, false
		}
		rest = after
	}
	return rest, strings.TrimSpace(rest) != ""
}

// cutLastWords drops a folded phrase from the end of a text, if more precedes.
func cutLastWords(text, phrase string) (rest string, ok bool) {
	rest = strings.TrimRight(strings.TrimSpace(text), ")")
	want := strings.Fields(phrase)
	for i := len(want) - 1; i >= 0; i-- {
		at := strings.LastIndexFunc(rest, unicode.IsSpace)
		if at < 0 || fold(strings.Trim(rest[at:], "(., ")) != want[i] {
			return text, false
		}
		rest = strings.TrimRight(rest[:at], ", (")
	}
	return rest, rest != ""
}

// readUnit reads what follows a number: nothing, its unit, or a unit and a half
// of it ("une heure et demie").
func readUnit(n float64, rest, lang string) (value float64, unit string, ok bool) {
	unit = strings.TrimSpace(rest)
	if isPercent(plain(unit)) {
		return n, "%", true
	}
	words := wordsOf(unit)
	if len(words) > 0 && strings.HasPrefix(words[0].fold, "kwartier") && len(words) == 1 {
		return n * 15, "minuten", true
	}
	if value, unit, ok := unitAndHalf(n, unit, words, lang); ok {
		return value, unit, true
	}
	for _, of := range [...]string{"d'", "d’", "de ", "van de ", "van een ", "of an ", "of a ", "an ", "of "} {
		if len(of) < len(unit) && strings.EqualFold(unit[:len(of)], of) && n != math.Trunc(n) || (of == "de " || of == "d'" || of == "d’") && strings.HasPrefix(unit, of) {
			unit = strings.TrimSpace(unit[len(of):])
			break
		}
	}
	return n, unit, isUnit(unit, lang)
}

func unitAndHalf(n float64, unit string, words []word, lang string) (float64, string, bool) {
	if len(words) < 3 {
		return 0, "", false
	}
	for _, l := range spellings(lang) {
		s := spelt{words: words, lang: l}
		if half, end := s.half(1, true); end == len(words) && n == math.Trunc(n) && isUnit(unit[:words[0].end], lang) {
			return n + math.Copysign(half, n), unit[:words[0].end], true
		}
	}
	return 0, "", false
}

func isPercent(w string) bool {
	switch w {
	case "pour cent", "pourcent", "pour cents", "procent", "percent", "per cent", "pct", "p c":
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
	counted := withoutRate(unit)
	if counted == "x" || counted == "X" || counted == "×" {
		return true
	}
	all := wordsOf(counted)
	if n := len(all); n > mostUnitWords {
		return false
	}
	for _, w := range all {
		if hasLooseDigit(counted[w.start:w.end]) || joins(w.fold, lang) {
			return false
		}
	}
	return true
}

// withoutRate drops how often: "12 hours a week", "3x per maand", "10 h par an".
func withoutRate(unit string) string {
	words := wordsOf(unit)
	n := len(words)
	if n < 3 || !isCommonUnit(words[n-1].fold) {
		return unit
	}
	switch words[n-2].fold {
	case "a", "an", "par", "per", "l'":
		return strings.TrimSpace(unit[:words[n-2].start])
	}
	return unit
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

// joins tells whether a word ties the number to something else ("12 or 13",
// "une heure et demie") or is a number itself.
func joins(typed, lang string) bool {
	switch w := plain(typed); w {
	case "et", "en", "and", "ou", "or", "a", "tot", "to", "maar", "mais", "but", "plus", "minus", "moins",
		"half", "halve", "demi", "demie", "not", "niet", "pas", "sur", "out", "x", "op", "in",
		"billion", "billions", "biljoen", "billon", "trillion":
		return true
	case "of":
		return lang == "nl"
	case "un", "une", "een", "one":
		return false
	default:
		for _, l := range spellings(lang) {
			if parts(w, l) > 0 {
				return true
			}
		}
		_, n := readSpelt([]word{{fold: w}}, lang)
		return n > 0
	}
}

func isCommonUnit(unit string) bool {
	switch strings.TrimSuffix(plain(unit), "s") {
	case "", "jour", "semaine", "moi", "an", "annee", "heure", "minute", "personne", "trimestre", "etp", "euro", "k euro", "foi",
		"dag", "week", "maand", "jaar", "uur", "minuut", "persoon", "kwartaal", "vte", "eur", "keer", "maal",
		"day", "month", "year", "hour", "person", "quarter", "fte", "km", "kg", "kilo", "time":
		return true
	}
	return strings.TrimSpace(unit) == "€"
}
