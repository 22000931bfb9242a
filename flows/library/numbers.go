package library

import (
	"slices"
	"strings"

	"visesbot/flows/talk"
)

// inShort lists questions by their numbers, those that follow each other by the
// first and the last: "P1-05 – P1-07, P1-18".
func inShort(t *talk.Turn, questions []string) string {
	order := numbers(t)
	var parts []string
	for i := 0; i < len(questions); {
		j := i
		for j+1 < len(questions) && follows(order, questions[j], questions[j+1]) {
			j++
		}
		part := questions[i]
		if j > i {
			part += " – " + questions[j]
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// numbers are the numbers of all questions, in their order.
func numbers(t *talk.Turn) []string {
	var all []string
	for _, q := range t.Script.Questionnaire.Questions() {
		all = append(all, q.Number)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func follows(order []string, a, b string) bool {
	i := slices.Index(order, a)
	return i >= 0 && i+1 < len(order) && order[i+1] == b
}
