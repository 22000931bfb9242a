package parse

import (
	"strings"
	"unicode"
)

// dix marks a last word that 7, 8 or 9 may follow; "tien" may not be.
const dix = -10

// wordSum adds number words as they come. A word that does not fit what stands
// before it ("two three") makes it wrong.
type wordSum struct {
	total, current float64
	last           int // the value of the last word, 0 for none
	words          int
	half, article  bool
	wrong          bool
}

func (s *wordSum) add(n int) {
	switch {
	case s.half:
		s.wrong = true
	case n == 100 && s.words > 0 && s.current > 0 && s.current < 10:
		s.current *= 100
	case n == 20 && s.last == 4:
		s.current += 76 // quatre-vingt
		n = 80
	case s.words > 0 && !fits(s.last, n):
		s.wrong = true
	default:
		s.current += float64(n)
	}
	s.last = n
	s.words++
}

func fits(last, n int) bool {
	switch {
	case last >= 1000:
		return n > 0 && n < 1000
	case last >= 100:
		return n > 0 && n < 100
	case last == 60 || last == 80:
		return n > 0 && n < 20
	}
	return last >= 20 && n > 0 && n < 10 || last == dix && n >= 7 && n < 10
}

func (s *wordSum) multiply(times float64) {
	if s.half || s.words > 0 && s.current == 0 {
		s.wrong = true
	}
	s.total += max(s.current, 1) * times
	s.current, s.last = 0, 1000
	s.words++
}

// readNumberWords reads a number written in words at the start of text; rest
// is what follows. "Een" and "un" may be articles: before anything else than a
// common unit they are not a number.
func readNumberWords(text, lang string) (a amount, rest string, ok bool) {
	switch plain(text) {
	case "geen", "aucun", "aucune", "none", "nihil", "neant":
		return amount{times: 1}, "", true
	}
	var s wordSum
	end := 0
	for at := 0; at < len(text) && !s.wrong; {
		word, next := nextWord(text, at)
		taken, more := s.take(fold(word), followsHalf(text, next), lang)
		if !more {
			break
		}
		if at = next; taken {
			end = next
		}
	}
	n := s.total + s.current
	if s.wrong || s.words == 0 || n > mostValue || s.words == 1 && s.article && !s.half && !isCommonUnit(text[end:]) {
		return a, text, false
	}
	a = amount{mantissa: uint64(n), times: 1}
	if s.half {
		a.mantissa, a.decimals = a.mantissa*10+5, 1
	}
	return a, text[end:], true
}

// take adds one word. taken tells that it is part of the number, more that
// the number may go on behind it.
func (s *wordSum) take(word string, beforeHalf bool, lang string) (taken, more bool) {
	switch word {
	case "et", "en", "and":
		return false, s.words > 0
	case "half", "halve", "demi", "demie":
		s.wrong = s.wrong || s.half
		s.half = true
		s.words++
		return true, true
	case "anderhalf", "anderhalve":
		s.add(1)
		s.half = true
		return true, true
	case "un", "une", "een", "a", "one":
		if beforeHalf {
			return false, true
		}
		s.article = true
	}
	if n, ok := numberWord(word, lang); ok {
		if s.add(n); word == "dix" {
			s.last = dix
		}
		return true, true
	}
	if times := multiplier(word, lang); times > 1 && word != "k" {
		s.multiply(times)
		return true, true
	}
	return false, false
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

func isWordBreak(r rune) bool { return r == '-' || unicode.IsSpace(r) }

func followsHalf(text string, at int) bool {
	word, _ := nextWord(text, at)
	switch fold(word) {
	case "half", "halve", "demi", "demie":
		return true
	}
	return false
}

func isCommonUnit(unit string) bool {
	switch strings.TrimSuffix(plain(unit), "s") {
	case "", "jour", "semaine", "moi", "an", "annee", "heure", "minute", "personne", "trimestre", "etp", "euro", "k euro",
		"dag", "week", "maand", "jaar", "uur", "minuut", "persoon", "kwartaal", "vte", "eur",
		"day", "month", "year", "hour", "person", "quarter", "fte", "km", "kg", "kilo":
		return true
	}
	return strings.TrimSpace(unit) == "€"
}
