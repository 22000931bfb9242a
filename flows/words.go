package flows

import (
	"strings"

	"visesbot/flows/form"
)

// FillWords puts values in the place of {names}, in one pass: what is filled
// in is never looked at again.
func FillWords(s string, pairs []string) string {
	if len(pairs) == 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 32)
	for {
		before, rest, ok := strings.Cut(s, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(valueOf(name, pairs))
		s = after
	}
}

func valueOf(name string, pairs []string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1]
		}
	}
	return "{" + name + "}"
}

// Unsaid stands in the place of a sentence that the content does not have: what
// people read is never its key. Whoever says it makes a fault known as well.
func Unsaid() form.Text {
	return form.Text{
		FR: "Désolé, il manque un texte ici.",
		NL: "Sorry, hier ontbreekt een tekst.",
		EN: "Sorry, some text is missing here.",
	}
}

// WordKey is a sentence the bot says, and what is filled into it.
type WordKey struct {
	Key    string
	Filled []string
}
