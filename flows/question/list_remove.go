package question

import (
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// hangingShown is how many answers are listed before something is removed.
const hangingShown = 8

// hangingItems names what was named below an item, kind by kind: the changes of
// a stakeholder, their indicators, and so on.
func hangingItems(t *talk.Turn, item form.Path) []flows.Line {
	var lines []flows.Line
	around := t.Dossier.Item(item).Collection
	for _, c := range t.Script.Questionnaire.Collections {
		if !below(c, around) {
			continue
		}
		var labels []string
		for _, p := range t.Dossier.Items(c, item) {
			labels = append(labels, t.NamedWithin(p, 40))
		}
		if len(labels) > 0 {
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Pair(c.Title.In(t.Lang())+" ("+strconv.Itoa(len(labels))+")", talk.Clip(strings.Join(labels, "; "), 120))})
		}
	}
	return lines
}

// below tells whether items of c stand below those of another collection.
func below(c *form.Collection, id string) bool {
	for up := c.Of; up != nil; up = up.Of {
		if up.ID == id {
			return true
		}
	}
	return false
}

// hangingAnswers lists the answers that go with an item, the values last
// measured first.
func hangingAnswers(t *talk.Turn, hanging []form.Place) []flows.Line {
	var lines []flows.Line
	for i := len(hanging) - 1; i >= 0 && len(lines) < hangingShown; i-- {
		q, _ := t.Script.Questionnaire.Question(hanging[i].Question())
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Pair(q.Short.In(t.Lang()), talk.Clip(t.Dossier.Show(t.Dossier.Answer(hanging[i]), t.Lang()), 60))})
	}
	if more := len(hanging) - len(lines); more > 0 {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("gap.more", "n", strconv.Itoa(more))})
	}
	return lines
}
