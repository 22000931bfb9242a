package definition

import (
	"slices"

	"visesbot/flows/form"
)

const ruleRespond = "respond"

// respondent is the collection of the people who answer.
const respondent = "respondent"

// checkRespond sees that each-questions stand in the loop over respondents.
func checkRespond(l *loader) {
	for _, q := range l.asked {
		inLoop := slices.ContainsFunc(q.loops, func(loop *form.Loop) bool {
			return loop.Each != nil && loop.Each.ID == respondent
		})
		if q.Respond == form.Each && !inLoop {
			l.problem(ruleRespond, q.has["respond"], "\"respond: each\" stands in a loop over the %ss", respondent)
		}
		if c, ok := l.script.Questionnaire.Collection(respondent); ok && c.Max > 0 && q.Voters > c.Max {
			l.problem(ruleRespond, q.has["voters"], "%d voters are wanted of at most %d respondents", q.Voters, c.Max)
		}
	}
}
