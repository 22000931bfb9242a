package reminder

import (
	"time"

	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// thingMoment is a moment of a calendar that this person sees to.
const thingMoment = "moment"

// mine are the calendars that this person sees to, and that are collected now.
func mine(t *talk.Turn, do func(form.Plan)) {
	for _, plan := range t.Plans() {
		if keeper := t.Dossier.Keeper(plan); keeper != nil && keeper.ID == t.Session.Person && t.Dossier.Collecting(plan.Place) {
			do(plan)
		}
	}
}

// momentDues are the moments that have come and of which something is open, and
// the next of each calendar.
func momentDues(t *talk.Turn, take func(due)) {
	mine(t, func(plan form.Plan) {
		for _, p := range t.Dossier.Dues(t.Free(), plan.Place) {
			if it := t.Dossier.Item(p.Path()); it != nil && it.Moment != nil {
				take(due{kind: measured, thing: thing(thingMoment, string(p.Path())), at: t.Morning(it.Moment.Due)})
			}
		}
		if !plan.Next.IsZero() {
			take(due{kind: measured, thing: thing("next", string(plan.Place)), at: t.Morning(plan.Next)})
		}
	})
}

// NextMoment is when the next thing this person sees to is due: at the hour they
// like best of that day, or of the first working day after it. It is zero when
// nothing is planned.
func NextMoment(t *talk.Turn) (at time.Time) {
	mine(t, func(plan form.Plan) {
		if !plan.Next.IsZero() {
			at = earlier(at, t.Morning(plan.Next))
		}
	})
	return at
}

// remindMoment brings the question about a moment that is due.
func remindMoment(t *talk.Turn, p form.Place) {
	item := p.Path()
	sayReminder(t, t.Word("remind.moment", "enterprise", t.Dossier.Head().Enterprise.Name,
		"what", t.Named(item.Parent()), "moment", t.Named(item)))
	t.Session.Focus, t.Session.Since = nil, 0
	t.Ways.AskPlace(t, p)
}

// earlier is the earlier of two moments; a zero one counts for none.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
