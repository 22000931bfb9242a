package definition

import (
	"strings"

	"visesbot/flows/form"
)

const ruleButton = "button"

const (
	buttonData  = 64 // bytes that go with a button (Bot API: callback_data)
	longestVerb = 2  // of what a button at a place does
	itemDigits  = 3  // of an item's id: archived items keep their numbers
)

// checkButtons looks whether "verb~place~option" fits in the data of a button
// for the longest place, and option or glossary word, of each question.
func checkButtons(l *loader) {
	for _, q := range l.asked {
		place := len(q.ID)
		if n := len(q.loops); n > 0 && q.loops[n-1].Each != nil {
			place += len("@") + pathLength(q.loops[n-1].Each)
		}
		size := longestVerb + len("~") + place + len("~") + longestOption(q.Question)
		if size > buttonData {
			l.problem(ruleButton, l.questionSpot(q.Question), "a button of %s would need %d bytes and may have %d: shorten its id, those of its options and words, or the prefixes of the items around it", shown(q.ID), size, buttonData)
		}
	}
}

// pathLength is the longest that the path of an item gets: st123/ch123.
func pathLength(c *form.Collection) int {
	n := 0
	for depth := 0; c != nil && depth <= deepest; depth++ {
		n += len("/") + len(c.Prefix) + itemDigits
		c = c.Of
	}
	return max(0, n-len("/"))
}

func longestOption(q *form.Question) int {
	n := len(strings.Repeat("9", itemDigits))
	for _, o := range q.Options {
		n = max(n, len(o.ID))
	}
	for _, c := range q.Of {
		n = max(n, pathLength(c))
	}
	for _, word := range q.Words {
		n = max(n, len(word))
	}
	return n
}
