package definition

import (
	"slices"

	"visesbot/flows/form"
)

const ruleOptions = "options"

// maxOptions is how many can still be looked over on a phone.
const maxOptions = 24

func checkOptions(l *loader) {
	for _, q := range l.asked {
		_, has := q.has["options"]
		wants := slices.Contains([]form.Type{form.Single, form.Multi, form.Rank}, q.Type)
		may := wants || q.Type == form.Calc // the words for what is computed
		switch {
		case q.Type == "":
		case has && !may:
			l.problem(ruleOptions, q.has["options"], "a question of type %s has no options", q.Type)
		case wants && len(q.Options) < 2:
			l.problem(ruleOptions, l.at[&q.Type], "a question of type %s needs at least two options", q.Type)
		case len(q.Options) > maxOptions:
			l.problem(ruleOptions, q.has["options"], "%d options are too many for a phone: at most %d", len(q.Options), maxOptions)
		case q.Type == form.Ref && len(q.Of) == 0:
			l.problem(ruleOptions, l.at[&q.Type], "a question of type ref says with \"of\" which collections one chooses from")
		case q.Type == form.Repeat && q.Adds == nil && q.has["adds"].line == 0:
			l.problem(ruleOptions, l.at[&q.Type], "a question of type repeat says with \"adds\" to which collection its entries go")
		case q.Type == form.Calc && q.Calc == nil:
			l.problem(ruleOptions, l.at[&q.Type], "a question of type calc says with \"calc\" what is computed")
		}
	}
}
