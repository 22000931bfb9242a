package definition

import (
	"unicode/utf8"

	"visesbot/flows/form"
)

const ruleLength = "length"

// longest is how many characters a text may have, by what it is in and its
// key. 0: as many as one likes.
func longest(in, key string) int {
	switch in + " " + key {
	case "question text", "variant text", "question help", "variant help", "option of a check feedback", "rule say":
		return 300
	case "question why", "term meaning", "block of a module text", "block of a module pools", "phase intro":
		return 400
	case "question short":
		return 40
	case "option text", "option of a check text", "variant ideas":
		return 100
	}
	if key == "title" {
		return 80
	}
	return 0
}

func checkLengths(l *loader) {
	for _, s := range l.texts {
		limit := longest(s.in, s.key)
		if limit == 0 {
			continue
		}
		for _, lang := range form.Langs() {
			if n := utf8.RuneCountInString(s.text.In(lang)); n > limit {
				l.problem(ruleLength, l.langSpot(s.text, lang), "%d characters are long for a phone: keep the %s of a %s within %d", n, s.key, s.in, limit)
			}
		}
	}
}

// langSpot is where a text is said in a language.
func (l *loader) langSpot(t *form.Text, lang string) spot {
	field := &t.EN
	switch lang {
	case "fr":
		field = &t.FR
	case "nl":
		field = &t.NL
	}
	if at, ok := l.at[field]; ok {
		return at
	}
	return l.at[t]
}
