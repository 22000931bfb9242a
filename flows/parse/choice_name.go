package parse

import (
	"strings"
	"unicode"
)

// name is one way to call an option.
type name struct {
	option int
	fold   string // folded, signs kept
	key    string // folded, punctuation turned into spaces
	id     bool   // only understood whole
	pieces int    // how many pieces split makes of it
}

func (n name) isNumber() bool { return !n.id && n.fold != "" && digitRun(n.fold) == len(n.fold) }

func foldOptions(options []Option) []name {
	total := 0
	for i := range options {
		total += 2 + len(options[i].Also)
	}
	names := make([]name, 0, total)
	for i, option := range options {
		names = appendName(names, i, option.Label)
		for _, also := range option.Also {
			names = appendName(names, i, also)
		}
		if option.ID != "" {
			names = append(names, name{option: i, fold: fold(option.ID), id: true})
		}
	}
	return names
}

func appendName(names []name, option int, label string) []name {
	folded := fold(label)
	if folded == "" {
		return names
	}
	return append(names, name{option: option, fold: folded, key: words(folded)})
}

// words turns the punctuation of a folded text into spaces, but keeps signs
// that carry meaning ("C++", "C#", "< 10", "50%").
func words(folded string) string {
	if strings.IndexFunc(folded, isPunctuation) < 0 {
		return folded
	}
	var b strings.Builder
	b.Grow(len(folded))
	space := false
	for _, r := range folded {
		if r == ' ' || isPunctuation(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isPunctuation(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r == ' ', r >= '0' && r <= '9', r == '#', r == '%', r == '&':
		return false
	}
	return unicode.IsPunct(r)
}

// isNegation tells whether a word turns a label into its opposite.
func isNegation(word string) bool {
	switch word {
	case "pas", "non", "ne", "sans", "aucun", "aucune", "jamais", "ni", "hors", "sauf",
		"niet", "geen", "zonder", "nooit", "nee", "behalve",
		"not", "no", "none", "without", "never", "except":
		return true
	}
	return false
}

// isSmallWord tells whether a word says too little to pick an option.
func isSmallWord(word string) bool {
	switch word {
	case "le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "et", "ou", "a", "au", "aux", "en", "par", "pour", "avec", "dans", "sur", "je", "il", "ce", "ca", "oui", "s", "y", "si", "tres", "plus", "moins", "notre", "nos", "votre", "vos", "leur", "leurs",
		"ons", "onze", "jullie", "our", "your", "their",
		"het", "een", "of", "van", "voor", "met", "bij", "op", "te", "ik", "t", "aan", "dat", "die", "dit", "wel", "heel", "meer", "minder", "tot",
		"the", "an", "and", "or", "for", "with", "by", "on", "to", "i", "it", "is", "that", "this", "in", "from", "at", "very", "more", "less", "than":
		return true
	}
	return isNegation(word)
}
