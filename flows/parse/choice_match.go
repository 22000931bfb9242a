package parse

import (
	"strings"
	"unicode/utf8"
)

const unclear = -1 // no option, or more than one

// only keeps the option that all matches agree on.
func (p *picker) only(match func(n *name) bool) int {
	found := unclear
	for i := range p.names {
		n := &p.names[i]
		if found == n.option || !match(n) {
			continue
		}
		if found != unclear {
			return unclear
		}
		found = n.option
	}
	return found
}

// whole finds the option that text names exactly: by label or other word
// first, then without looking at punctuation, then by ID.
func (p *picker) whole(text string) int {
	if i := p.only(func(n *name) bool { return !n.id && n.fold == text }); i >= 0 {
		return i
	}
	if i := p.only(func(n *name) bool { return n.id && n.fold == text }); i >= 0 {
		return i
	}
	key := words(text)
	if key == "" || p.numeric && key != text && startsWithDigit(key) {
		return unclear
	}
	return p.only(func(n *name) bool { return n.key == key })
}

// spanned finds the option whose label is a number of pieces together: whole,
// cut short or misspelt.
func (p *picker) spanned(text string, pieces int) int {
	if i := p.whole(text); i >= 0 {
		return i
	}
	if startsWithDigit(text) {
		return unclear
	}
	key := words(text)
	if i := p.only(func(n *name) bool { return !n.id && strings.HasPrefix(n.key, key) }); i >= 0 {
		return i
	}
	return p.nearest(key, pieces)
}

// part finds the option of which text is the beginning, or all words.
func (p *picker) part(text string) int {
	key := withoutArticles(words(text))
	if key == "" || isSmallWord(key) || startsWithDigit(key) {
		return unclear
	}
	if i := p.only(func(n *name) bool { return n.key == key }); i >= 0 {
		return i
	}
	if i := p.only(func(n *name) bool { return n.starts(key) && hasBreak(n.key, len(key)) }); i >= 0 {
		return i
	}
	if utf8.RuneCountInString(key) < 3 {
		return p.only(func(n *name) bool { return n.hasWords(key, 99) })
	}
	if i := p.only(func(n *name) bool { return n.starts(key) }); i >= 0 {
		return i
	}
	if i := p.only(func(n *name) bool { return n.hasWords(key, 99) }); i >= 0 {
		return i
	}
	return p.only(func(n *name) bool { return n.hasWords(key, 4) })
}

func (n *name) starts(key string) bool { return !n.id && strings.HasPrefix(n.key, key) }

func hasBreak(key string, at int) bool { return at == len(key) || key[at] == ' ' }

// hasWords tells whether every word of key is a word of the name, or the start
// of one when it has at least short letters; and whether key keeps the name's
// negation.
func (n *name) hasWords(key string, short int) bool {
	if n.id {
		return false
	}
	for word := range strings.SplitSeq(key, " ") {
		if !hasWord(n.key, word, short) {
			return false
		}
	}
	for word := range strings.SplitSeq(n.key, " ") {
		if isNegation(word) && !hasWord(key, word, 99) {
			return false
		}
	}
	return true
}

func hasWord(text, word string, short int) bool {
	for other := range strings.SplitSeq(text, " ") {
		if other == word || len(word) >= short && strings.HasPrefix(other, word) {
			return true
		}
	}
	return false
}

func withoutArticles(key string) string {
	for {
		word, rest, found := strings.Cut(key, " ")
		if !found || !isSmallWord(word) || isNegation(word) {
			return key
		}
		key = rest
	}
}

// misspelt finds the option whose label or other word, or one long word of
// it, is nearest to text.
func (p *picker) misspelt(text string) int {
	key := withoutArticles(words(text))
	if i := p.nearest(key, 1); i >= 0 || len(key) < 5 || strings.Contains(key, " ") {
		return i
	}
	return p.only(func(n *name) bool { return n.hasNearWord(key) })
}

// nearest finds the label with the fewest typing errors, of those that have at
// least so many pieces.
func (p *picker) nearest(key string, pieces int) int {
	best, found := 99, unclear
	for i := range p.names {
		n := &p.names[i]
		if n.id || pieces > 1 && n.pieces < pieces {
			continue
		}
		d := distance(key, n.key)
		switch {
		case d < 0 || d > best:
		case d < best:
			best, found = d, n.option
		case n.option != found:
			found = unclear
		}
	}
	return found
}

func (n *name) hasNearWord(key string) bool {
	near := false
	for word := range strings.SplitSeq(n.key, " ") {
		if isNegation(word) {
			return false
		}
		near = near || len(word) >= 5 && !n.id && distance(key, word) >= 0
	}
	return near
}
