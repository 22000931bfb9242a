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
