package parse

import (
	"slices"
	"strings"
)

// Option is one of the answers a question offers.
type Option struct {
	ID    string
	Label string
	Also  []string // other words that mean it
}

// Choices reads which options a message picks, in the order typed, each once.
// rest holds the pieces that were not understood, as typed.
//
// An option is picked by its number (from 1: "1, 3 en 4", "1-3", "2 à 4"), its
// ID, its label or one of its other words: whole, by a beginning or by words
// that no other option has, with missing accents and small typing errors. A
// label may itself contain a comma or "et". When a label is a bare number,
// numbers are labels only. A piece that fits two options, that has words the
// option lacks, or that would drop the "not" of a label is not understood.
//
// Pieces are separated by a comma, a semicolon, a line end, " + ", " & ", or
// "et", "en", "and" (that of lang first).
func Choices(text, lang string, options []Option) (ids []string, rest []string) {
	typed := strings.TrimSpace(text)
	if typed == "" {
		return nil, nil
	}
	if tooLong(text, longestChoices) || len(options) == 0 {
		return nil, []string{typed}
	}
	p := picker{options: options, lang: lang, names: foldOptions(options)}
	p.numeric = slices.ContainsFunc(p.names, name.isNumber)
	if i := p.whole(fold(typed)); i >= 0 {
		return []string{options[i].ID}, nil
	}
	ids, rest = p.pick(typed, conjunction(lang))
	if len(rest) == 0 {
		return ids, rest
	}
	if len(split(typed, "")) == len(split(typed, conjunction(lang))) {
		return ids, rest
	}
	if more, other := p.pick(typed, ""); len(other) == 0 || len(more) > len(ids) {
		return more, other
	}
	return ids, rest
}

// picker picks options from one message.
type picker struct {
	options []Option
	lang    string
	names   []name
	numeric bool // some label is a bare number
	ids     []string
	rest    []string
}

// pick splits text and understands it piece by piece; several pieces together
// go first, for labels that contain a separator.
func (p *picker) pick(text, and string) (ids, rest []string) {
	p.ids, p.rest = nil, nil
	pieces := split(text, and)
	if len(pieces) > mostPieces {
		return nil, []string{text}
	}
	widest := 1
	if len(pieces) > 1 {
		widest = p.widest(and)
	}
	for i := 0; i < len(pieces); {
		i += p.takeSpan(text, pieces[i:min(len(pieces), i+widest)])
	}
	return p.ids, p.rest
}

// takeSpan takes the most pieces that are one label together, or the first
// piece alone, and returns how many it took.
func (p *picker) takeSpan(text string, pieces []piece) int {
	for n := len(pieces); n > 1; n-- {
		span := fold(text[pieces[0].start:pieces[n-1].end])
		if i := p.spanned(withoutListSign(span), n); i >= 0 {
			p.add(i)
			return n
		}
	}
	typed := text[pieces[0].start:pieces[0].end]
	if !p.take(typed) {
		p.rest = append(p.rest, typed)
	}
	return 1
}

func (p *picker) add(option int) {
	if id := p.options[option].ID; !slices.Contains(p.ids, id) {
		p.ids = append(p.ids, id)
	}
}

// take understands one piece: a label, numbers, a numbered label, part of a
// label, a number in words, a label with typing errors; in that order.
func (p *picker) take(typed string) bool {
	text := withoutListSign(fold(trimEnds(typed)))
	if text == "" || p.inclusively(text) {
		return true
	}
	if i := p.whole(text); i >= 0 {
		p.add(i)
		return true
	}
	if startsWithDigit(text) || strings.IndexByte(text, ' ') > 0 {
		if p.takeNumbers(text) {
			return true
		}
	}
	i := p.numbered(text)
	if i < 0 {
		i = p.part(text)
	}
	if i < 0 {
		i = p.numberInWords(text)
	}
	if i < 0 && (p.which(text) || p.takeBoth(text)) {
		return true
	}
	if i < 0 {
		i = p.misspelt(text)
	}
	if i >= 0 {
		p.add(i)
	}
	return i >= 0
}

// inclusively takes a label written with endings in brackets or behind dots,
// unless the label itself is written so.
func (p *picker) inclusively(text string) bool {
	plain := withoutInclusive(text)
	return plain != text && p.whole(text) < 0 && p.take(plain)
}

func startsWithDigit(text string) bool { return text != "" && isDigit(text[0]) }

func withoutListSign(text string) string {
	return strings.TrimSpace(strings.TrimLeft(text, "-*• "))
}
