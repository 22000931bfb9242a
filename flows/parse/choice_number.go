package parse

import (
	"strconv"
	"strings"
)

// takeNumbers takes option numbers: "3", "1 3 4", "1-3", "1 tot 3", "van 2 à
// 4". All must exist or none is taken.
func (p *picker) takeNumbers(text string) bool {
	if p.numeric {
		return false
	}
	if from, to, ok := p.numberRange(text); ok {
		for i := from; i <= to; i++ {
			p.add(i)
		}
		return true
	}
	n := 0
	for word := range strings.FieldsSeq(text) {
		if p.index(word) < 0 {
			return false
		}
		n++
	}
	for word := range strings.FieldsSeq(text) {
		p.add(p.index(word))
	}
	return n > 0
}

// index reads an option number and returns the place of the option.
func (p *picker) index(text string) int {
	text = strings.TrimRight(text, ".)")
	if len(text) > 3 || digitRun(text) != len(text) {
		return unclear
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > len(p.options) {
		return unclear
	}
	return n - 1
}

func (p *picker) numberRange(text string) (from, to int, ok bool) {
	for _, lead := range [...]string{"van ", "de ", "du ", "from "} {
		text = strings.TrimPrefix(text, lead)
	}
	for _, by := range [...]string{"-", " a ", " au ", " tot en met ", " tot ", " t/m ", " tem ", " to ", " through "} {
		low, high, found := strings.Cut(text, by)
		if !found {
			continue
		}
		from, to = p.index(strings.TrimSpace(low)), p.index(strings.TrimSpace(high))
		return from, to, from >= 0 && to >= from
	}
	return 0, 0, false
}

// numbered reads "1. Label" and "1) Label": number and label must agree.
func (p *picker) numbered(text string) int {
	n := digitRun(text)
	if n == 0 || n == len(text) || strings.IndexByte(".):-", text[n]) < 0 {
		return unclear
	}
	label := strings.TrimSpace(text[n+1:])
	i := p.whole(label)
	if i < 0 {
		i = p.part(label)
	}
	if i < 0 {
		i = p.misspelt(label)
	}
	if i != p.index(text[:n]) {
		return unclear
	}
	return i
}

// numberInWords reads "deux" or "twee" as the second option.
func (p *picker) numberInWords(text string) int {
	n, ok := smallNumber(text)
	if !ok || p.numeric || n < 1 || n > len(p.options) {
		return unclear
	}
	return n - 1
}
