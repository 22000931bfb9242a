package parse

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quantity is a number and what it counts, as typed: 12 "uur". Per cent is
// always "%".
type Quantity struct {
	N    float64
	Unit string
}

// ReadNumber reads a number and the unit typed behind it: 12, -3, 1 234,5 (any
// space), 1.234,5, 1,234.5, 12k, 3 mln, 2M, "twaalf uur", 40%, ½, "anderhalf
// miljoen", "trois quarts", "une vingtaine", "12 hours a week".
//
// How a dot or a comma is read:
//   - both present: the last one is the decimal sign;
//   - one of them twice or more: thousands ("1.234.567");
//   - one of them once, not followed by exactly three digits, or after a zero
//     or more than three digits: the decimal sign ("12.5", "0,125", "1234.567");
//   - one of them once before exactly three digits: where the language makes
//     thousands with it (the dot in Dutch and French, the comma in English),
//     thousands ("1.234" is 1234); else there are two readings, decimals first.
//
// Spaces and apostrophes only make thousands. A half is half of the million,
// thousand or hundred beside it. "About" in any wording changes nothing. Wrong
// groups ("12 34", "1.2.3") are refused, so are more than 15 digits, values
// above 1e15, bounds, ranges, "12 or 13" and sentences. Only a capital M is
// million: 2m is a length. "None", "aucun" and "geen" are 0.
func ReadNumber(text, lang string) Reading[Quantity] {
	if tooLong(text, longestAnswer) {
		return Reading[Quantity]{}
	}
	text = withoutAbout(trimEnds(text))
	values, rest := readFigured(text, lang, false)
	if len(values) == 0 {
		values, rest = readWords(text, lang)
	}
	var found []Quantity
	for _, n := range values {
		n, unit, ok := readUnit(n, rest, lang)
		if ok && n <= mostValue && n >= -mostValue {
			found = append(found, Quantity{n, unit})
		}
	}
	return Reading[Quantity]{found}
}

// Number is ReadNumber where there is one reading only.
func Number(text, lang string) (n float64, unit string, ok bool) {
	q, ok := ReadNumber(text, lang).One()
	return q.N, q.Unit, ok
}

// round keeps what a fraction in words is worth; figures have what was typed.
func round(n float64) float64 {
	if math.Abs(n) > 1e9 {
		return n
	}
	return math.Round(n*1e9) / 1e9
}

// readFigured reads figures at the start of text with the words behind them that
// belong to the number: "2 en een half miljoen", "3 quarts".
func readFigured(text, lang string, money bool) (values []float64, rest string) {
	a, rest, ok := readAmount(text, lang, money)
	if !ok {
		return nil, text
	}
	values = []float64{a.value()}
	if other, ok := otherSign(text, lang, money); ok && a.times == 1 {
		values = append(values, other)
	}
	words := wordsOf(rest)
	for _, l := range spellings(lang) {
		s := spelt{words: words, lang: l, own: l == lang}
		if v, end := s.behindFigures(a); end > 0 {
			return []float64{round(v)}, rest[words[end-1].end:]
		}
	}
	return values, rest
}

// behindFigures reads a half, then perhaps a scale; or what fraction is counted.
func (s spelt) behindFigures(a amount) (v float64, end int) {
	sign := 1.0
	if a.negative {
		sign = -1
	}
	if half, end := s.half(0, true); end > 0 {
		if times := s.scale(end); times > 1 && a.times == 1 {
			return (a.value() + sign*half) * times, end + 1
		}
		return a.value() + sign*half*a.times, end
	}
	if of := parts(s.at(0), s.lang); of > 0 && a.times == 1 && a.decimals == 0 && a.mantissa > 0 && a.mantissa <= 20 {
		return a.value() / float64(of), 1
	}
	return 0, 0
}

// otherSign is the number when the one sign before three digits means the other
// thing than it does in the language.
func otherSign(text, lang string, money bool) (n float64, ok bool) {
	digits, negative := cutSign(text)
	f, _, ok := readFigures(digits)
	if !ok || money || !f.unclear() || (f.signs[1] == ',') == (lang != "fr" && lang != "nl") {
		return 0, false
	}
	n = float64(f.mantissa)
	if negative {
		n = -n
	}
	return n, true
}

// readWords reads a number in words. "Een" and "un" may be articles: before
// anything else than a common unit they are not a number.
func readWords(text, lang string) (values []float64, rest string) {
	switch plain(text) {
	case "geen", "aucun", "aucune", "none", "nihil", "neant":
		return []float64{0}, ""
	}
	positive, negative := cutMinus(text)
	words := wordsOf(positive)
	v, n := readSpelt(words, lang)
	if n == 0 {
		return nil, text
	}
	rest = positive[words[n-1].end:]
	if n == 1 && isArticle(words[0].fold) && !isCounted(rest) {
		return nil, text
	}
	if negative {
		v = -v
	}
	return []float64{round(v)}, rest
}

// isCounted tells whether what follows "un" or "een" is counted: a common unit,
// perhaps and a half of it.
func isCounted(rest string) bool {
	words := wordsOf(rest)
	if len(words) > 2 && (words[1].fold == "et" || words[1].fold == "en" || words[1].fold == "and") {
		return isCommonUnit(words[0].fold)
	}
	return isCommonUnit(withoutRate(strings.TrimSpace(rest)))
}

func cutMinus(text string) (rest string, negative bool) {
	for _, minus := range [...]string{"moins ", "min ", "minus "} {
		if len(text) > len(minus) && strings.EqualFold(text[:len(minus)], minus) {
			return text[len(minus):], true
		}
	}
	return text, false
}

func isArticle(w string) bool { return w == "un" || w == "une" || w == "een" || w == "one" }

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
