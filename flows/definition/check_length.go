package definition

import (
	"unicode/utf8"

	"visesbot/flows"
	"visesbot/flows/form"
)

const ruleLength = "length"

// How many characters of a lesson fit on a phone: its text, or the example of a
// pool, alone; and both together, which stand on one card.
const (
	longestLesson = 350
	longestCard   = 500
)

// longest is how many characters a text may have, by what it is in and its
// key. 0: as many as one likes.
func longest(in, key string) int {
	switch in + " " + key {
	case "question text", "variant text", "question help", "variant help", "option of a check feedback", "rule say":
		return 300
	case "question why", "term meaning", "phase intro":
		return 400
	case "block of a module text", "block of a module pools", "frame of a session aim", "frame of a session next", "step of a session text":
		return longestLesson
	case "poll text":
		return 200
	case "question short":
		return 40
	case "option text", "option of a check text", "option of a poll text", "variant ideas":
		return 100
	}
	if key == "title" {
		return 80
	}
	return 0
}

func checkLengths(l *loader) {
	for _, m := range l.script.Modules {
		for _, b := range m.Blocks {
			checkCard(l, b)
		}
	}
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

// checkCard looks at a lesson with the example of a pool below it.
func checkCard(l *loader, b *flows.Block) {
	for _, pool := range pools() {
		example, ok := b.Pools[pool]
		for _, lang := range form.Langs() {
			n := utf8.RuneCountInString(b.Text.In(lang)) + utf8.RuneCountInString(example.In(lang))
			if ok && n > longestCard {
				l.problem(ruleLength, l.langSpot(&b.Text, lang), "with the example of pool %s this card has %d characters: keep both together within %d", pool, n, longestCard)
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
