package flows

import (
	"slices"
	"strconv"
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

// nextMoment is when the next thing this person sees to is due: in the morning
// of that day, or of the Monday after a weekend. It is zero when nothing is
// planned.
func (st *step) nextMoment() (at time.Time) {
	st.mine(func(plan form.Plan) {
		if plan.Next.IsZero() {
			return
		}
		y, m, d := plan.Next.Date()
		if due := morning(time.Date(y, m, d, 0, 0, 0, 0, st.ev.At.Location())); at.IsZero() || due.Before(at) {
			at = due
		}
	})
	return at
}

// dueMoments are the first questions about each moment that is due and this
// person's to see to.
func (st *step) dueMoments() (places []form.Place) {
	st.mine(func(plan form.Plan) {
		if place, open := st.d.DueOf(st.free(), plan.Place); open {
			places = append(places, place)
		}
	})
	return places
}

// remindMoments says of each moment that is due, once, that it is time; later it
// reminds of the question. All that came since stand in one message.
func (st *step) remindMoments(due []form.Place) {
	st.s.Reminded++
	fresh := slices.DeleteFunc(slices.Clone(due), func(p form.Place) bool { return slices.Contains(st.s.Called, p.Path()) })
	st.s.Called = nil
	for _, p := range due {
		st.s.Called = append(st.s.Called, p.Path())
	}
	ask := due[0]
	if len(fresh) > 0 {
		ask = fresh[0]
	}
	st.say(Card{Lines: st.calls(fresh)})
	st.s.Focus, st.s.Since = nil, 0
	st.askPlace(ask)
}

// calls are the lines that say of moments that it is time.
func (st *step) calls(fresh []form.Place) []Line {
	enterprise := st.d.Head().Enterprise.Name
	switch len(fresh) {
	case 0:
		return []Line{{Style: Body, Text: st.word("remind", "enterprise", enterprise)}}
	case 1:
		item := fresh[0].Path()
		return []Line{{Style: Body, Text: st.word("remind.moment", "enterprise", enterprise, "what", st.named(item.Parent()), "moment", st.named(item))}}
	}
	lines := []Line{{Style: Body, Text: st.word("remind.moments", "enterprise", enterprise)}}
	for _, p := range fresh[:min(len(fresh), calendarPage)] {
		item := p.Path()
		lines = append(lines, Line{Style: Bullet, Text: st.namedWithin(item.Parent(), 60) + ", " + st.named(item)})
	}
	if more := len(fresh) - calendarPage; more > 0 {
		lines = append(lines, Line{Style: Hint, Text: st.word("gap.more", "n", strconv.Itoa(more))})
	}
	return lines
}

// earlier is the earlier of two moments; a zero one counts for none.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
