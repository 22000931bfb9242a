package parse

import (
	"strings"
	"unicode/utf8"
)

const mostPieces = 200

// piece is a part of a message between two separators.
type piece struct{ start, end int }

func conjunction(lang string) string {
	switch lang {
	case "fr":
		return "et"
	case "nl":
		return "en"
	}
	return "and"
}

// split cuts text at its separators and drops empty pieces. and is the word
// that separates, "" for that of every language.
func split(text, and string) []piece {
	var buffer [16]piece
	pieces := buffer[:0]
	start := 0
	for at := 0; at < len(text); {
		n := separatorAt(text[at:], and)
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		pieces = appendPiece(pieces, text, start, at)
		at += n
		start = at
	}
	return appendPiece(pieces, text, start, len(text))
}

func appendPiece(pieces []piece, text string, start, end int) []piece {
	trimmed := strings.TrimSpace(text[start:end])
	if trimmed == "" {
		return pieces
	}
	start += strings.Index(text[start:end], trimmed)
	return append(pieces, piece{start, start + len(trimmed)})
}

// separatorAt returns the length of the separator at the start of text. Words
// and signs need a space on both sides; the last space is left in place, so
// that it may begin the next separator.
func separatorAt(text, and string) int {
	switch text[0] {
	case ',', ';', '\n', '\r':
		return 1
	case ' ':
		word, _, found := strings.Cut(text[1:min(len(text), 6)], " ")
		if found && isConjunction(word, and) && !strings.HasPrefix(text[1+len(word):], " met ") { // "1 tot en met 3"
			return 1 + len(word)
		}
	}
	return 0
}

func isConjunction(word, and string) bool {
	switch word {
	case "+", "&":
		return true
	case "et", "en", "and", "Et", "En", "And", "ET", "EN", "AND":
		return and == "" || strings.EqualFold(word, and)
	}
	return false
}

// widest counts the pieces each label would be split into and returns the most.
func (p *picker) widest(and string) int {
	most := 1
	for i := range p.names {
		n := &p.names[i]
		n.pieces = 1
		if strings.ContainsAny(n.fold, ",; ") {
			n.pieces = len(split(n.fold, and))
		}
		most = max(most, n.pieces)
	}
	return min(most, 8)
}
