package parse

import (
	"strings"
	"unicode"
)

// spelt reads numbers in words. What is common to the languages stands here:
// thousands and more, halves, fractions; how each counts to a hundred stands in
// number_fr.go, number_nl.go and number_en.go.
type spelt struct {
	words []word
	lang  string // in which the words are read
	own   bool   // the person's own language
}

// word is one word of a text, folded, and where it stands.
type word struct {
	fold       string
	start, end int
}

const mostWords = 24

// wordsOf cuts a text at spaces and hyphens; too many are cut off.
func wordsOf(text string) []word {
	all := make([]word, 0, 8)
	for at := 0; at < len(text) && len(all) < mostWords; {
		w, next := nextWord(text, at)
		if w == "" {
			break
		}
		all = append(all, word{fold: strings.TrimRight(fold(w), ".,;"), start: next - len(w), end: next})
		at = next
	}
	return all
}

// nextWord returns the word at or after at, and where the text goes on.
func nextWord(text string, at int) (word string, next int) {
	rest := strings.TrimLeftFunc(text[at:], isWordBreak)
	start := len(text) - len(rest)
	end := strings.IndexFunc(rest, isWordBreak)
	if end < 0 {
		end = len(rest)
	}
	return rest[:end], start + end
}

func isWordBreak(r rune) bool { return r == '-' || r == '–' || r == '‑' || unicode.IsSpace(r) }

// spellings are the languages to try, the person's own first.
func spellings(lang string) [3]string {
	switch lang {
	case "fr":
		return [3]string{"fr", "nl", "en"}
	case "nl":
		return [3]string{"nl", "fr", "en"}
	}
	return [3]string{"en", "nl", "fr"}
}

// readSpelt reads a number in words at the start of a text; n is how many words
// of it belong to the number, 0 for none. The longest reading counts.
func readSpelt(words []word, lang string) (value float64, n int) {
	for i, l := range spellings(lang) {
		s := spelt{words: words, lang: l, own: i == 0}
		if v, next := s.number(0); next > n {
			value, n = v, next
		}
	}
	return value, n
}

func (s spelt) at(i int) string {
	if i < len(s.words) {
		return s.words[i].fold
	}
	return ""
}

// smallNumber reads one word below a hundred, in any language.
func smallNumber(w string) (int, bool) {
	v, n := readSpelt([]word{{fold: w}}, "fr")
	return int(v), n == 1 && v < 100 && v == float64(int(v))
}

// number reads from word i on; next is where it ends, i if there is none.
func (s spelt) number(i int) (total float64, next int) {
	limit, first := 1e16, i
	for next = i; ; {
		k := next
		if next > first && s.and(k) {
			k++
		}
		value, room, end := s.term(k)
		if end == k || value <= 0 && next > first || value >= limit {
			return total, next
		}
		total, limit, next = total+value, room, end
		if limit <= 1 {
			return total, next
		}
	}
}

// term reads what one scale counts: "deux cent mille", "twee en een half
// miljoen", "half a million". room is what has to stay above all that follows.
func (s spelt) term(i int) (value, room float64, next int) {
	if value, next = s.collective(i); next > i {
		return value, 1, next
	}
	if value, next = s.half(i, false); next > i {
		if s.article(next) && s.scale(next+1) > 1 { // "half a million"
			next++
		}
		room = 1
	} else if value, room, next = s.base(i); next == i {
		if times := s.scale(i); times > 1 {
			return s.scaled(1, times, i+1)
		}
		return 0, 0, i
	} else if half, end := s.half(next, true); end > next {
		value, room, next = s.withHalf(i, value, next, half, end)
	}
	if times := s.scale(next); times > 1 && (value < 1000 || times >= 1e6) {
		return s.scaled(value, times, next+1)
	}
	return value, room, next
}

// withHalf adds a half or a fraction: of a hundred where one was the last word,
// else of one.
func (s spelt) withHalf(i int, value float64, next int, half float64, end int) (float64, float64, int) {
	if s.hundred(next-1) && next-1 >= i && s.scale(end) == 1 {
		half *= 100
	}
	return value + half, 1, end
}

// scaled counts in thousands, millions ...; a half behind it is half of that.
func (s spelt) scaled(value, times float64, next int) (float64, float64, int) {
	if half, end := s.half(next, true); end > next && s.scale(end) == 1 {
		return (value + half) * times, 1, end
	}
	return value * times, times, next
}

// base reads what may stand before a scale: a number below a thousand (in Dutch
// below a million, written together).
func (s spelt) base(i int) (value, room float64, next int) {
	if v, end := s.fraction(i); end > i {
		return v, 1, end
	}
	if v := dutchWithHalf(s.at(i)); v > 0 && s.lang == "nl" {
		return v, 1, i + 1
	}
	n, next := s.below1000(i)
	if next == i {
		return 0, 0, i
	}
	switch {
	case n == 0:
		return 0, 1, next
	case n%1000 == 0:
		return float64(n), 1000, next
	case n%100 == 0:
		return float64(n), 100, next
	}
	return float64(n), 1, next
}

func (s spelt) below1000(i int) (n, next int) {
	switch s.lang {
	case "fr":
		return s.french1000(i)
	case "nl":
		return s.dutch1000(i)
	}
	return s.english1000(i)
}

// scale is what a word multiplies by, 1 for none.
func (s spelt) scale(i int) float64 {
	switch w := s.at(i); w {
	case "":
		return 1
	case "k":
		return 1
	case "miljoenen", "miljarden", "millions", "milliards", "thousands":
		return multiplier(strings.TrimSuffix(strings.TrimSuffix(w, "en"), "s"), s.lang)
	default:
		return multiplier(w, s.scaleLang())
	}
}

func (s spelt) scaleLang() string {
	if s.own {
		return s.lang
	}
	return "fr" // a billion is read in one's own English only
}

// and is the word that may tie two parts of a number.
func (s spelt) and(i int) bool {
	switch s.at(i) {
	case "en":
		return s.lang == "nl"
	case "and":
		return s.lang == "en"
	}
	return false
}

// article is the word for one that counts nothing.
func (s spelt) article(i int) bool {
	switch s.at(i) {
	case "un", "une":
		return s.lang == "fr"
	case "een":
		return s.lang == "nl"
	case "a", "an":
		return s.lang == "en"
	}
	return false
}

func (s spelt) hundred(i int) bool {
	if i < 0 {
		return false
	}
	switch s.at(i) {
	case "cent", "cents":
		return s.lang == "fr"
	case "hundred":
		return s.lang == "en"
	}
	return s.lang == "nl" && strings.HasSuffix(s.at(i), "honderd")
}

// half reads a half or a fraction: behind a number with "and" ("et demi", "en
// een half", "and three quarters"), else by itself ("half", "un demi").
func (s spelt) half(i int, behind bool) (value float64, next int) {
	k := i
	if behind {
		switch s.at(k) {
		case "et", "en", "and":
			k++
		case "half", "demi", "demie": // "twee half" is nothing
			return 0, i
		default:
			return 0, i
		}
	}
	if s.article(k) || behind && s.at(k) == "one" {
		k++
	}
	switch w := s.at(k); {
	case w == "half" && s.lang != "fr", w == "halve" && s.lang == "nl", (w == "demi" || w == "demie") && s.lang == "fr":
		return 0.5, k + 1
	case behind && parts(w, s.lang) == 4: // "trois et quart"
		return 0.25, k + 1
	}
	if behind {
		k = i + 1
		if v, end := s.fraction(k); end > k {
			return v, end
		}
	}
	return 0, i
}

// fraction reads "trois quarts", "een derde", "two thirds".
func (s spelt) fraction(i int) (value float64, next int) {
	n, k := 1, i+1
	if !s.article(i) {
		if n, k = s.below1000(i); k == i || n < 1 || n > 20 {
			return 0, i
		}
	}
	if of := parts(s.at(k), s.lang); of > 0 {
		return float64(n) / float64(of), k + 1
	}
	return 0, i
}

// parts tells how many of a fraction make one: 4 for a quarter. 0: none.
func parts(w, lang string) int {
	for i, names := range [...][3]string{
		{"tiers", "derde", "third"},
		{"quart", "kwart", "quarter"},
		{"cinquieme", "vijfde", "fifth"},
		{"sixieme", "zesde", "sixth"},
		{"septieme", "zevende", "seventh"},
		{"huitieme", "achtste", "eighth"},
		{"neuvieme", "negende", "ninth"},
		{"dixieme", "tiende", "tenth"},
	} {
		name := names[2]
		switch lang {
		case "fr":
			name = names[0]
		case "nl":
			name = names[1]
		}
		if w == name || w == name+"s" || lang == "nl" && (w == name+"n" || w == name+"en") {
			return i + 3
		}
	}
	if lang == "nl" && w == "vierde" {
		return 4
	}
	return 0
}

// collective reads "une vingtaine", "twee dozijn", "een honderdtal", "a dozen".
func (s spelt) collective(i int) (value float64, next int) {
	if s.lang == "fr" && s.at(i) == "une" && s.at(i+1) == "demi" && s.at(i+2) == "douzaine" {
		return 6, i + 3
	}
	if s.lang == "en" && s.at(i) == "half" && s.article(i+1) && s.at(i+2) == "dozen" {
		return 6, i + 3
	}
	n, k := 1, i+1
	if !s.article(i) {
		if n, k = s.below1000(i); k == i || n < 1 {
			return 0, i
		}
	}
	size := 0
	switch s.lang {
	case "fr":
		size = frenchCollective(s.at(k))
	case "nl":
		size = dutchCollective(s.at(k))
	default:
		if s.at(k) == "dozen" {
			size = 12
		}
	}
	if size == 0 {
		return 0, i
	}
	return float64(n * size), k + 1
}
