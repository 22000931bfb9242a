package talk

import (
	"time"

	"visesbot/flows/form"
)

// Resumes is the day on which the enterprise wants to go on; zero if it said
// none.
func Resumes(t *Turn) time.Time {
	c := t.Script.Questionnaire.Cycle
	if c == nil {
		return time.Time{}
	}
	if a := t.Dossier.Answer(form.Place(c.At)); a != nil && a.State == form.Given {
		return a.Value.Date
	}
	return time.Time{}
}
