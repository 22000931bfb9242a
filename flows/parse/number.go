package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Number reads a number and the unit typed behind it, as typed: 12, -3,
// 1 234,5 (any space), 1.234,5, 1,234.5, 12k, 3 mln, 2M, "twaalf uur", 40%, ½.
//
// How a dot or a comma is read:
//   - both present: the last one is the decimal sign;
//   - one of them twice or more: thousands ("1.234.567");
//   - one of them once, not followed by exactly three digits, or after a zero
//     or more than three digits: the decimal sign ("12.5", "0,125", "1234.567");
//   - one of them once before exactly three digits: in Dutch and French the dot
//     makes thousands ("1.234" is 1234) and the comma decimals, in English the
//     comma makes thousands ("1,234" is 1234) and the dot decimals.
//
// Spaces and apostrophes only make thousands. Wrong groups ("12 34", "1.2.3")
// are refused, so are more than 15 digits, values above 1e15, ranges, "12 or
// 13" and sentences. "About 12" is 12. Only a capital M is million: 2m is a
// length. "None", "aucun" and "geen" are 0. The result is never NaN or Inf.
func Number(text, lang string) (n float64, unit string, ok bool) {
	if tooLong(text, longestAnswer) {
		return 0, "", false
	}
	text = withoutAbout(trimEnds(text))
	a, rest, ok := readAmount(text, lang, false)
	if !ok {
		a, rest, ok = readNumberWords(text, lang)
	}
	unit = strings.TrimSpace(rest)
	if n = a.value(); !ok || !isUnit(unit, lang) || n > mostValue || n < -mostValue {
		return 0, "", false
	}
	return n, unit, true
}

// readAmount reads sign, digits and multiplier at the start of text. For money
// three digits after a sign are always thousands and a small m is a million.
func readAmount(text, lang string, money bool) (a amount, rest string, ok bool) {
	digits, negative := cutSign(text)
	f, rest, ok := readFigures(digits)
	if q := quarters(rest); q > 0 {
		return withQuarters(f, ok, q, negative, rest)
	}
	if !ok {
		return a, text, false
	}
	times, rest := readMultiplier(rest, lang, money)
	a, ok = f.settle(func(sign byte) bool {
		return money && times == 1 || (sign == ',') == (lang != "fr" && lang != "nl")
	})
	a.times, a.negative = times, negative && a.mantissa != 0
	return a, rest, ok
}

func cutSign(text string) (rest string, negative bool) {
	for _, minus := range [...]string{"-", "−", "–"} {
		if rest, ok := strings.CutPrefix(text, minus); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return strings.TrimPrefix(text, "+"), false
}

// quarters reads ¼, ½ or ¾ at the start of text as a number of quarters.
func quarters(text string) uint64 {
	switch r, _ := utf8.DecodeRuneInString(strings.TrimSpace(text)); r {
	case '¼':
		return 1
	case '½':
		return 2
	case '¾':
		return 3
	}
	return 0
}

func withQuarters(f figures, ok bool, q uint64, negative bool, rest string) (amount, string, bool) {
	if !ok {
		f = figures{n: 1}
	}
	a := amount{mantissa: f.mantissa*100 + q*25, decimals: 2, times: 1, negative: negative}
	return a, strings.TrimSpace(rest)[len("½"):], f.n == 1 && f.digits < mostDigits-2
}

// readMultiplier reads "k", "mln", "million" ... at the start of text.
func readMultiplier(text, lang string, money bool) (times float64, rest string) {
	trimmed := strings.TrimLeftFunc(text, unicode.IsSpace)
	end := strings.IndexFunc(trimmed, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(trimmed)
	}
	if money && end > 1 {
		if rest, ok := cutEuro(trimmed[1:end]); ok && rest == "" { // "12 keur"
			end = 1
		}
	}
	word := trimmed[:end]
	times = multiplier(word, lang)
	if word == "M" || word == "m" && money {
		times = 1e6
	}
	if times == 1 {
		return 1, text
	}
	return times, strings.TrimPrefix(trimmed[end:], ".")
}

// multiplier returns 1 for a word that is none. "Billion" is only read in
// English: elsewhere it is a thousand times more.
func multiplier(word, lang string) float64 {
	if len(word) > 12 {
		return 1
	}
	switch fold(word) {
	case "k", "mille", "duizend", "thousand":
		return 1e3
	case "mln", "mio", "mn", "miljoen", "million", "millions":
		return 1e6
	case "mld", "mrd", "bn", "miljard", "milliard", "milliards":
		return 1e9
	case "billion":
		if lang != "fr" && lang != "nl" {
			return 1e9
		}
	}
	return 1
}
