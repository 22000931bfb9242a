package talk

import (
	"visesbot/flows/form"
)

// Plans are the calendars as they stand.
func (t *Turn) Plans() []form.Plan {
	if t.Dossier == nil {
		return nil
	}
	return t.Dossier.Head().Plans
}

// Mine are the calendars that this person sees to, and that are collected now.
func (t *Turn) Mine(do func(form.Plan)) {
	for _, plan := range t.Plans() {
		if keeper := t.Dossier.Keeper(plan); keeper != nil && keeper.ID == t.Session.Person && t.Dossier.Collecting(plan.Place) {
			do(plan)
		}
	}
}
