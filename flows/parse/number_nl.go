package parse

import "strings"

// dutch1000 reads numbers written together or apart: "vijfhonderdvijfentwintig",
// "vijf honderd vijf en twintig", "tweeduizendvijfhonderd", "twaalfhonderd".
func (s spelt) dutch1000(i int) (n, next int) {
	n, next = s.dutch100(i)
	switch {
	case next == i && s.at(i) == "honderd":
		return s.dutchRest(100, i+1)
	case next > i && n > 1 && n < 100 && s.at(next) == "honderd":
		return s.dutchRest(n*100, next+1)
	case next > i:
		return n, next
	}
	if n, ok := dutchWord(s.at(i)); ok {
		if n%1000 != 0 && n%100 == 0 {
			return s.dutchRest(n, i+1)
		}
		return n, i + 1
	}
	return 0, i
}

func (s spelt) dutchRest(n, next int) (int, int) {
	k := next
	if s.at(k) == "en" {
		k++
	}
	if more, end := s.dutch100(k); end > k && more > 0 && parts(s.at(end), s.lang) == 0 && !isDutchHalf(s.at(end)) {
		return n + more, end
	}
	return n, next
}

func isDutchHalf(w string) bool { return w == "half" || w == "halve" }

// dutch100 reads one word, or "vijf en twintig".
func (s spelt) dutch100(i int) (n, next int) {
	n, ok := dutch100(s.at(i))
	if !ok {
		return 0, i
	}
	if n > 0 && n < 10 && s.at(i+1) == "en" {
		if tens := dutchTens(s.at(i + 2)); tens > 0 {
			return tens + n, i + 3
		}
	}
	return n, i + 1
}

// dutchWord reads a number of at least a hundred in one word.
func dutchWord(w string) (int, bool) {
	if left, right, ok := strings.Cut(w, "duizend"); ok {
		n, ok := dutchPart(left)
		rest, fits := dutchRest(right, 1000)
		return n*1000 + rest, ok && fits && n > 0 && n < 1000 && left != "een"
	}
	return dutchHundreds(w)
}

func dutchHundreds(w string) (int, bool) {
	left, right, ok := strings.Cut(w, "honderd")
	if !ok {
		return 0, false
	}
	n := 1
	if left != "" {
		if n, ok = dutch100(left); !ok || n < 2 {
			return 0, false
		}
	}
	rest, ok := dutchRest(right, 100)
	return n*100 + rest, ok
}

// dutchPart reads what stands before "duizend"; nothing is one.
func dutchPart(w string) (int, bool) {
	if w == "" {
		return 1, true
	}
	if n, ok := dutch100(w); ok {
		return n, true
	}
	return dutchHundreds(w)
}

// dutchRest reads what stands behind "duizend" or "honderd".
func dutchRest(w string, below int) (int, bool) {
	if w == "" {
		return 0, true
	}
	for _, w := range [...]string{w, strings.TrimPrefix(w, "en")} {
		n, ok := dutchPart(w)
		if ok && w != "" && n > 0 && n < below {
			return n, true
		}
	}
	return 0, false
}

// dutch100 reads one word below a hundred.
func dutch100(w string) (int, bool) {
	if n := dutchUnit(w); n >= 0 {
		return n, true
	}
	if n := dutchTens(w); n > 0 {
		return n, true
	}
	for end := 1; end < len(w); end++ {
		rest, ok := strings.CutPrefix(w[end:], "en")
		if n := dutchUnit(w[:end]); ok && n > 0 && n < 10 && dutchTens(rest) > 0 {
			return dutchTens(rest) + n, true
		}
	}
	return 0, false
}

func dutchUnit(w string) int {
	for i, name := range [...]string{
		"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
		"veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
	} {
		if w == name {
			return i
		}
	}
	return -1
}

func dutchTens(w string) int {
	for i, name := range [...]string{"twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"} {
		if w == name {
			return (i + 2) * 10
		}
	}
	return 0
}

// dutchCollective reads tiental, dozijn, twintigtal, honderdtal.
func dutchCollective(w string) int {
	if w == "dozijn" || w == "dozijnen" {
		return 12
	}
	w, ok := strings.CutSuffix(strings.TrimSuffix(w, "len"), "tal")
	if !ok {
		return 0
	}
	switch w {
	case "honderd":
		return 100
	case "duizend":
		return 1000
	}
	n, _ := dutch100(w)
	return n
}

// dutchWithHalf reads "anderhalf" and "tweeenhalf" (folded); 0 for anything else.
func dutchWithHalf(w string) float64 {
	if w == "anderhalf" || w == "anderhalve" {
		return 1.5
	}
	for _, half := range [...]string{"eneenhalf", "eneenhalve", "enhalf", "enhalve"} {
		if left, ok := strings.CutSuffix(w, half); ok {
			if n, ok := dutchPart(left); ok && left != "" {
				return float64(n) + 0.5
			}
		}
	}
	return 0
}
