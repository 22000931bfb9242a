package flows

import (
	"strconv"
	"strings"

	"visesbot/flows/form"
)

// hangingShown is how many answers are listed before something is removed.
const hangingShown = 8

// hangingItems names what was named below an item, kind by kind: the changes of
// a stakeholder, their indicators, and so on.
func (st *step) hangingItems(item form.Path) []Line {
	var lines []Line
	around := st.d.Item(item).Collection
	for _, c := range st.script.Questionnaire.Collections {
		if !below(c, around) {
			continue
		}
		var labels []string
		for _, p := range st.d.Items(c, item) {
			labels = append(labels, st.namedWithin(p, 40))
		}
		if len(labels) > 0 {
			lines = append(lines, Line{Style: Bullet, Text: st.pair(c.Title.In(st.lang())+" ("+strconv.Itoa(len(labels))+")", clip(strings.Join(labels, "; "), 120))})
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
func (st *step) hangingAnswers(hanging []form.Place) []Line {
	var lines []Line
	for i := len(hanging) - 1; i >= 0 && len(lines) < hangingShown; i-- {
		q, _ := st.script.Questionnaire.Question(hanging[i].Question())
		lines = append(lines, Line{Style: Bullet, Text: st.pair(q.Short.In(st.lang()), clip(st.d.Show(st.d.Answer(hanging[i]), st.lang()), 60))})
	}
	if more := len(hanging) - len(lines); more > 0 {
		lines = append(lines, Line{Style: Hint, Text: st.word("gap.more", "n", strconv.Itoa(more))})
	}
	return lines
}
