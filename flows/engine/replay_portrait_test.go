package engine_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// portrait describes a dossier: all that has to be the same in whatever order it
// came about. Items are called by their words, never by their ids.
func portrait(t *testing.T, d *form.Dossier) string {
	t.Helper()
	var lines []string
	for _, at := range formtest.Everything(d) {
		line := fmt.Sprintf("%s@%s status %d", at.Question.ID, words(d, at.Place.Path()), at.Status)
		if at.Answer != nil && at.Status != form.Irrelevant {
			line += fmt.Sprintf(" %s %s", at.Answer.State, valueOf(d, at.Question, at.Answer))
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	h := d.Head()
	for _, c := range h.Closed {
		lines = append(lines, "closed "+c.Phase)
	}
	for _, c := range d.Questionnaire().Collections {
		for _, p := range d.Items(c, "") {
			lines = append(lines, c.ID+" "+words(d, p))
		}
	}
	return strings.Join(append(lines, fmt.Sprint("in ", h.Phase, ", open ", h.Open, h.Below, ", differing ", h.Differ)), "\n")
}

// words calls a path by the words of its items.
func words(d *form.Dossier, p form.Path) string {
	if p == "" {
		return ""
	}
	it := d.Item(p)
	return words(d, p.Parent()) + "/" + it.Option + it.Label
}

// valueOf writes an answer without the ids of items. The order of what was
// ticked means nothing, but for a rank.
func valueOf(d *form.Dossier, q *form.Question, a *form.Answer) string {
	v := a.Value
	choices := slices.Clone(v.Choices)
	switch q.Type {
	case form.Ref:
		for i, c := range choices {
			choices[i] = words(d, form.Path(c))
		}
		slices.Sort(choices)
	case form.Repeat:
		choices = choices[:0]
		for _, p := range d.Items(q.Adds, a.Place.Path()) {
			choices = append(choices, words(d, p))
		}
	case form.Rank:
	default:
		slices.Sort(choices)
	}
	number := ""
	if v.Number != nil {
		number = strconv.FormatFloat(*v.Number, 'g', -1, 64)
	}
	return fmt.Sprintf("%q %s%s %s %s %q %v %s", choices, number, v.Unit, v.Date.Format("2006-01-02"), v.Until.Format("2006-01-02"), v.Text, v.Files, a.Reason)
}
