package definition

import (
	"unicode/utf8"

	"visesbot/flows/form"
)

const ruleReading = "reading"

// longestQuestion is how many characters the card of a question may have in
// all, with its help and what it offers: about what is read on a phone in half a
// minute, without scrolling far.
const longestQuestion = 450

// checkReading adds up what stands on the card of each question, at its longest.
func checkReading(l *loader) {
	for _, q := range l.asked {
		for _, lang := range form.Langs() {
			if n := readingLength(q.Question, lang); n > longestQuestion {
				l.problem(ruleReading, l.questionSpot(q.Question), "in %s the card of %s has %d characters in all: keep its text, help and options together within %d", lang, shown(q.ID), n, longestQuestion)
			}
		}
	}
}

func readingLength(q *form.Question, lang string) int {
	text, help := length(q.Text, lang), length(q.Help, lang)
	for _, v := range q.Variants {
		text, help = max(text, length(v.Text, lang)), max(help, length(v.Help, lang))
	}
	n := text + help
	for _, o := range q.Options {
		n += length(o.Text, lang)
	}
	return n
}

func length(t form.Text, lang string) int { return utf8.RuneCountInString(t.In(lang)) }
