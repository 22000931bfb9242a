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

func SameWords(a, b string) bool { return Bare(b) != "" && strings.EqualFold(Bare(a), Bare(b)) }

func IsFigure(text string) bool {
	_, err := strconv.Atoi(strings.TrimSpace(text))
	return err == nil
}
