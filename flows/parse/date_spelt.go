package parse

import (
	"regexp"
	"strconv"
	"strings"
)

// spelt writes in figures what stands in words in a folded text, so that nothing
// is cut inside a number: "dix-huit janvier" is "18 janvier", "twenty-first of
// May" is "21st of may", "'27" is "2027". The part of the day goes.
func (r reader) spelt(typed string) string {
	if strings.IndexByte(typed, '\'') >= 0 {
		typed = r.longYears(typed)
	}
	if strings.IndexByte(typed, ' ') > 0 {
		typed = looseOrdinal.ReplaceAllString(typed, "$1$2$3$4")
	}
	typed = withoutDayPart(typed)
	words := wordsOf(typed)
	var b strings.Builder
	at := 0
	for i := 0; i < len(words); {
		n, text := r.dayNumber(typed, words[i:])
		if n == 0 {
			i++
			continue
		}
		b.WriteString(typed[at:words[i].start] + text)
		at = words[i+n-1].end
		i += n
	}
	return b.String() + typed[at:]
}

var (
	shortYear    = regexp.MustCompile(`(^|[^\pL\d])'\d\d($|[^\pL\d])`)
	looseOrdinal = regexp.MustCompile(`(^|\D)(\d{1,2}) (er|ere|eme|ieme|st|nd|rd|th|ste)($|[^\pL])`)
)

// longYears writes "'27" as "2027".
func (r reader) longYears(typed string) string {
	return shortYear.ReplaceAllStringFunc(typed, func(s string) string {
		at := strings.IndexByte(s, '\'')
		return s[:at] + strconv.Itoa(r.year(s[at+1:at+3])) + s[at+3:]
	})
}

// dayNumber reads a number in words that may be a day, a year or a count; n is
// how many words it took.
func (r reader) dayNumber(typed string, words []word) (n int, text string) {
	if len(words) > 1 {
		if tens, ones := englishTens(words[0].fold), englishOrdinal(words[1].fold); tens > 0 && tens < 40 && ones > 0 && ones < 10 {
			return 2, strconv.Itoa(tens+ones) + "th"
		}
	}
	v, n := readSpelt(words, r.lang)
	if n > 1 && v < 40 && words[n-1].fold == "sept" && !r.counts(words, n) { // "dix sept. 2027": ten September
		v, n = readSpelt(words[:n-1], r.lang)
	}
	if n == 0 || v != float64(int(v)) || v < 1 || v > lastYear {
		return 0, ""
	}
	single := words[0].fold
	if _, unit := unitWord(words[n-1].fold, r.lang); unit { // "une quinzaine" is time, not fifteen
		return 0, ""
	}
	if n == 1 && single == "sept" && len(words) > 1 && strings.Contains(typed[words[0].end:words[1].start], "-") { // "sept-dec"
		return 0, ""
	}
	if n == 1 && (single == "sept" || isArticle(single) || single == "a") && !r.counts(words, 1) {
		return 0, ""
	}
	return n, strconv.Itoa(int(v))
}

// counts tells whether a month or a unit of time stands at i: what stands before
// it is a number.
func (r reader) counts(words []word, i int) bool {
	if i >= len(words) {
		return false
	}
	if _, ok := monthWord(words[i].fold, r.lang); ok {
		return true
	}
	_, ok := unitWord(words[i].fold, r.lang)
	return ok
}

// withoutDayPart drops the part of the day: it changes no date.
func withoutDayPart(typed string) string {
	if _, whole := dayWord(typed, ""); whole { // "ce soir"
		return typed
	}
	if strings.IndexByte(typed, ' ') > 0 && !isDigit(typed[len(typed)-1]) {
		if rest := dayPartBehind.ReplaceAllString(typed, ""); rest != typed && rest != "" {
			return strings.TrimRight(rest, " ,")
		}
	}
	for _, part := range [...]string{"ochtend", "voormiddag", "namiddag", "middag", "avond", "nacht", "vroeg", "morgen"} {
		rest, ok := strings.CutSuffix(typed, part)
		word := rest[strings.LastIndexByte(rest, ' ')+1:]
		_, weekday := weekdayWord(word, "nl")
		if ok && (weekday && len(word) > 3 || (word == "morgen" || word == "overmorgen" || word == "gister") && part != "morgen") {
			if word == "gister" {
				rest += "en"
			}
			return rest
		}
	}
	return typed
}

var dayPartBehind = regexp.MustCompile(`,? (?:le |au |en |dans la |dans l'|a |in de |in the |at |'s |s )?` +
	`(?:(?:matin|midi|apres[- ]midi|soir|soiree|matinee|nuit|ochtends?|voormiddags?|middags?|namiddags?|avonds?|nachts?|vroeg|morning|afternoon|evening|night|noon)|` +
	`morgens)$`)
