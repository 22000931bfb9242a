package definition

import (
	"maps"
	"slices"

	"visesbot/flows/form"
)

const ruleMisplaced = "misplaced"

// suited says which types some keys are for; the other keys suit all. Options
// have a rule of their own.
func suited() map[string][]form.Type {
	several := []form.Type{form.Multi, form.Rank, form.Ref, form.Repeat, form.FileType}
	return map[string][]form.Type{
		"adds":  {form.Repeat, form.Multi},
		"of":    {form.Ref},
		"min":   several,
		"max":   several,
		"low":   {form.Number, form.Money},
		"high":  {form.Number, form.Money},
		"units": {form.Number},
		"unit":  {form.Number},
		"reads": {form.Date, form.Period},
		"calc":  {form.Calc},
	}
}

func checkMisplaced(l *loader) {
	keys := suited()
	for _, q := range l.asked {
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			at, has := q.has[key]
			if has && q.Type != "" && !slices.Contains(keys[key], q.Type) {
				l.problem(ruleMisplaced, at, "%q says nothing in a question of type %s", key, q.Type)
			}
		}
		checkOnlyEach(l, q)
		if q.Delegate && (len(q.loops) == 0 || q.Respond == form.Each) {
			l.problem(ruleMisplaced, q.has["delegate"], "\"delegate: true\" stands in a loop over the groups that delegates speak for")
		}
	}
}

// checkOnlyEach finds rules on voters where there is no vote.
func checkOnlyEach(l *loader, q *asked) {
	if q.Respond == form.Each {
		return
	}
	for _, key := range []string{"voters", "outside"} {
		if at, has := q.has[key]; has {
			l.problem(ruleMisplaced, at, "%q is for questions with \"respond: each\"", key)
		}
	}
}
