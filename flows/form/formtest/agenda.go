package formtest

import (
	"time"

	"visesbot/flows/form"
)

// Everything walks through all phases and gives every place with what became
// of it, in document order.
func Everything(d *form.Dossier) []form.Placed {
	var out []form.Placed
	for _, p := range d.Questionnaire().Phases {
		d.Walk(p, func(at form.Placed) { out = append(out, at) })
	}
	return out
}

// Agenda lists the places that are open for a person, computed in full and in
// the plainest way: what was handed to them first, then all that is open or
// due again, in document order.
func Agenda(d *form.Dossier, all []form.Placed, now time.Time, w form.Who) []form.Place {
	var handed, others []form.Place
	for _, at := range all {
		switch {
		case !at.Status.Open() && at.Status != form.Settled:
		case !d.May(w, at.Question, at.Place.Path()), at.Status.Open() && d.Theirs(w, at.Place):
		case at.Status.Open() || isDue(at, now):
			others = append(others, at.Place)
		case isHanded(at, w) || isLate(at, now, w):
			handed = append(handed, at.Place)
		}
	}
	return append(handed, others...)
}

func isDue(at form.Placed, now time.Time) bool {
	return at.Answer != nil && at.Answer.State == form.Unknown && !at.Answer.Due.After(now)
}

// isLate tells whether nobody answered in time what the person handed on.
func isLate(at form.Placed, now time.Time, w form.Who) bool {
	a := at.Answer
	return a != nil && a.State == form.Delegated && w.Respondent != "" && a.Author.Respondent == w.Respondent &&
		!a.Due.IsZero() && !a.Due.After(now)
}

func isHanded(at form.Placed, w form.Who) bool {
	return at.Answer != nil && at.Answer.State == form.Delegated && w.Respondent != "" && at.Answer.To == w.Respondent
}
