package flows

import (
	"slices"
	"time"

	"visesbot/flows/form"
)

// noteCalendar tells a conversation that what its person sees to is planned
// otherwise. Nothing is said: only the next reminder moves.
const noteCalendar = "calendar"

// collect lets the moments of collection come that are due, whoever looks.
func (st *step) collect() {
	if st.d != nil && st.d.Exists() {
		st.d.Collect()
	}
}

// plans are the calendars as they stand.
func (st *step) plans() []form.Plan {
	if st.d == nil {
		return nil
	}
	return st.d.Head().Plans
}

// tellKeepers tells those who see to a calendar that it has changed.
func (st *step) tellKeepers(before []form.Plan) {
	var told []string
	for _, plan := range st.plans() {
		if slices.Contains(before, plan) {
			continue
		}
		keeper := st.d.Keeper(plan)
		if keeper == nil || slices.Contains(told, keeper.Address) {
			continue
		}
		told = append(told, keeper.Address)
		st.tellOther(keeper.Address, Note{Kind: noteCalendar})
	}
}

// mine are the calendars that this person sees to, and that are collected now.
func (st *step) mine(do func(form.Plan)) {
	for _, plan := range st.plans() {
		if keeper := st.d.Keeper(plan); keeper != nil && keeper.ID == st.s.Person && st.d.Collecting(plan.Place) {
			do(plan)
		}
	}
}

// thingMoment is a moment of a calendar that this person sees to.
const thingMoment = "moment"

// momentDues are the moments that have come and of which something is open, and
// the next of each calendar.
func (st *step) momentDues(take func(due)) {
	st.mine(func(plan form.Plan) {
		for _, p := range st.d.Dues(st.free(), plan.Place) {
			if it := st.d.Item(p.Path()); it != nil && it.Moment != nil {
				take(due{kind: measured, thing: thing(thingMoment, string(p.Path())), at: st.morning(it.Moment.Due)})
			}
		}
		if !plan.Next.IsZero() {
			take(due{kind: measured, thing: thing("next", string(plan.Place)), at: st.morning(plan.Next)})
		}
	})
}

// nextMoment is when the next thing this person sees to is due: at the hour they
// like best of that day, or of the first working day after it. It is zero when
// nothing is planned.
func (st *step) nextMoment() (at time.Time) {
	st.mine(func(plan form.Plan) {
		if !plan.Next.IsZero() {
			at = earlier(at, st.morning(plan.Next))
		}
	})
	return at
}

// remindMoment brings the question about a moment that is due.
func (st *step) remindMoment(p form.Place) {
	item := p.Path()
	st.sayReminder(st.word("remind.moment", "enterprise", st.d.Head().Enterprise.Name,
		"what", st.named(item.Parent()), "moment", st.named(item)))
	st.s.Focus, st.s.Since = nil, 0
	st.askPlace(p)
}

// earlier is the earlier of two moments; a zero one counts for none.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
