package thread

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// mostCalls is how many open calls the front page opens.
const mostCalls = 5

// Front lists the open calls for help of the enterprises that somebody
// accompanies, the oldest first.
func (Room) Front(v *office.Visit) (lines []flows.Line, rows [][]flows.Button, err error) {
	calls, err := openCalls(v)
	if err != nil || len(calls) == 0 {
		return nil, nil, err
	}
	lines = []flows.Line{{Style: flows.Body, Text: v.Word("thread.front", "n", strconv.Itoa(len(calls)))}}
	for _, c := range calls[:min(len(calls), mostCalls)] {
		enterprise, thread, _ := strings.Cut(c.ID, "/")
		label := v.Programme.Name(register.Enterprises, enterprise)
		if q, ok := v.Script.Questionnaire.Question(c.Fields["question"]); ok {
			label += " · " + q.Number
		}
		rows = append(rows, []flows.Button{{Label: label, Data: office.Press(verb, doShow, thread)}})
	}
	return lines, rows, nil
}

// openCalls are those of the enterprises that the visitor accompanies.
func openCalls(v *office.Visit) (all []register.Entry, err error) {
	for _, c := range v.Programme.CohortsOf(v.Member.ID) {
		for _, enterprise := range c.List("enterprises") {
			if !v.Programme.Accompanies(v.Member.ID, enterprise) {
				continue
			}
			calls, err := v.Store().Below(v.Ctx, Calls, enterprise+"/")
			if err != nil {
				return nil, err
			}
			all = append(all, calls...)
		}
	}
	all = slices.DeleteFunc(all, func(e register.Entry) bool { return e.Fields["state"] != Open })
	slices.SortStableFunc(all, func(a, b register.Entry) int { return strings.Compare(a.Fields["since"], b.Fields["since"]) })
	return all, nil
}
