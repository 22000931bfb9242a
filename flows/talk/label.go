package talk

import (
	"strconv"
	"strings"
	"unicode"
)

// Bare is a label without the signs around its words.
func Bare(label string) string {
	return strings.TrimFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// SameWords tells whether two texts say the same, signs and capitals apart.
func SameWords(a, b string) bool { return Bare(b) != "" && strings.EqualFold(Bare(a), Bare(b)) }

// IsFigure tells whether a text is a whole number and nothing else.
func IsFigure(text string) bool {
	_, err := strconv.Atoi(strings.TrimSpace(text))
	return err == nil
}
