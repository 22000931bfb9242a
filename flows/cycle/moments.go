package cycle

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// Collect lets the moments of collection come that are due, whoever looks.
func Collect(t *talk.Turn) {
	if t.Dossier != nil && t.Dossier.Exists() {
		t.Dossier.Collect()
	}
}

// NotifyKeepers tells those who see to a calendar that it has changed.
func NotifyKeepers(t *talk.Turn, before []form.Plan) {
	var told []string
	for _, plan := range t.Plans() {
		if slices.Contains(before, plan) {
			continue
		}
		keeper := t.Dossier.Keeper(plan)
		if keeper == nil || slices.Contains(told, keeper.Address) {
			continue
		}
		told = append(told, keeper.Address)
		t.Notify(keeper.Address, flows.Note{Kind: flows.NoteCalendar})
	}
}
