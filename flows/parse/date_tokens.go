package parse

import (
	"strings"
)

const mostTokens = 12

// token is one word about the calendar.
type token struct {
	kind    byte
	n       int
	text    string
	ordinal bool
}

// tokens cuts a folded text in words and tells what each is. ok is false when
// there are too many or when one is not about the calendar.
func (r reader) tokens(typed string, tokens []token) ([]token, bool) {
	typed = dateSigns(typed)
	if rest, ok := strings.CutPrefix(typed, "il y a "); ok {
		tokens, typed = append(tokens, token{kind: kindAgo}), rest
	}
	typed = strings.TrimPrefix(typed, "a la ") // "à la fin mars"
	if rest, ok := strings.CutPrefix(typed, "d ici "); ok {
		tokens, typed = append(tokens, token{kind: kindIn}), rest
	}
	if rest, ok := strings.CutSuffix(typed, " from now"); ok {
		tokens, typed = append(tokens, token{kind: kindIn}), rest
	}
	for word := range strings.FieldsSeq(typed) {
		t := r.token(word)
		if t.kind == kindNone || len(tokens) == cap(tokens) {
			return tokens, false
		}
		if n := len(tokens); word == "half" && n > 0 && tokens[n-1].ordinal { // "first half"
			t = token{kind: kindUnit, n: unitSemester}
		}
		tokens = append(tokens, t)
	}
	return tokens, len(tokens) > 0
}

// dateSigns turns the signs inside dates in words into spaces: "mi-avril",
// "3 mrt. 2027", "March 1, 2027", "l'annee", "q1/2027".
func dateSigns(typed string) string {
	if !strings.ContainsAny(typed, "-.,'/") {
		return typed
	}
	return strings.Map(func(c rune) rune {
		switch c {
		case '-', '.', ',', '\'', '/':
			return ' '
		}
		return c
	}, typed)
}

func (r reader) token(w string) token {
	if isDigit(w[0]) {
		return digitToken(w)
	}
	if n, ok := ordinalWord(w); ok {
		return token{kind: kindNumber, n: n, ordinal: true}
	}
	if isDateNoise(w) {
		return token{kind: kindNoise}
	}
	switch w {
	case "in":
		return token{kind: kindIn, n: 1}
	case "over", "dans", "binnen", "within":
		return token{kind: kindIn}
	case "ago", "geleden":
		return token{kind: kindAgo}
	case "a", "an":
		if r.lang == "en" {
			return token{kind: kindNumber, n: 1}
		}
	case "helft", "moitie":
		return token{kind: kindUnit, n: unitSemester}
	}
	return r.wordToken(w)
}

func (r reader) wordToken(w string) token {
	if n, ok := weekdayWord(w, r.lang); ok {
		return token{kind: kindWeekday, n: n, text: w}
	}
	if n, ok := unitWord(w, r.lang); ok {
		return token{kind: kindUnit, n: n}
	}
	if n, ok := whichWord(w); ok {
		return token{kind: kindWhich, n: n}
	}
	if n, ok := edgeWord(w); ok {
		return token{kind: kindEdge, n: n}
	}
	if n, ok := stretchWord(w); ok {
		return token{kind: kindStretch, n: n}
	}
	if n, ok := monthWord(w, r.lang); ok {
		return token{kind: kindMonth, n: n}
	}
	if n, ok := smallNumber(w); ok {
		return token{kind: kindNumber, n: n}
	}
	return token{}
}

// digitToken reads 3, 2027, 1er, 1st, 2de, 10:30.
func digitToken(w string) token {
	n := digitRun(w)
	if n > 4 {
		return token{}
	}
	t := token{kind: kindNumber, n: number(w[:n]), text: w[:n]}
	switch w[n:] {
	case "":
		return t
	case "er", "ere", "re", "e", "eme", "ieme", "st", "nd", "rd", "th", "ste", "de":
		t.ordinal = true
		return t
	}
	if len(w) == n+3 && n <= 2 && w[n] == ':' && digitRun(w[n+1:]) == 2 {
		return token{kind: kindTime}
	}
	return token{}
}

func (t token) isYear() bool { return t.kind == kindNumber && len(t.text) == 4 && isYear(t.n) }

// withoutNoise drops what adds nothing: articles, "in" before anything but a
// number of units, "month of" before a month, "year" before a year.
func withoutNoise(tokens []token) []token {
	kept := tokens[:0]
	for i, t := range tokens {
		next, after := token{}, token{}
		if i+1 < len(tokens) {
			next = tokens[i+1]
		}
		if i+2 < len(tokens) {
			after = tokens[i+2]
		}
		if t.kind == kindNoise || t.adds(next, after) {
			continue
		}
		kept = append(kept, t)
	}
	return kept
}

// adds tells whether t only introduces what follows.
func (t token) adds(next, after token) bool {
	switch {
	case t.kind == kindUnit && t.n == unitYear:
		return next.isYear()
	case t.kind == kindUnit && t.n == unitMonth:
		return next.kind == kindMonth || next.kind == kindNoise && after.kind == kindMonth
	case t.kind == kindIn && t.n == 1:
		return next.kind != kindNumber || next.isYear() || after.n >= unitQuarter && after.kind == kindUnit && after.n < unitYear
	}
	return false
}

// row writes the kinds of tokens one after another.
func row(tokens []token) string {
	var kinds [mostTokens]byte
	for i, t := range tokens {
		kinds[i] = t.kind
	}
	return string(kinds[:len(tokens)])
}
