package flows

import (
	"slices"
	"time"

	"visesbot/flows/form"
	"visesbot/flows/workday"
)

// thingAppointment is an appointment, of which the person is reminded on the
// working day before, and shortly before.
const thingAppointment = "appointment"

// How many appointments a conversation keeps, and how long before one the second
// reminder comes; one that was reminded of so shortly before needs no second.
const (
	maxAppointments = 50
	shortlyBefore   = time.Hour
	soonEnough      = 4 * time.Hour
)

// lateFor is how long after an appointment it is still worth saying that the bot
// could not remind of it.
const lateFor = 7 * 24 * time.Hour

// appointed keeps an appointment, or takes it back. Nothing is said.
func (st *step) appointed(a *Appointment) {
	if a == nil || a.ID == "" {
		return
	}
	all := slices.Clone(st.s.Appointments)
	at := slices.IndexFunc(all, func(o Awaited) bool { return o.ID == a.ID })
	fresh := Awaited{Appointment: *a, Known: st.ev.At}
	switch {
	case a.Cancelled && at >= 0:
		all = slices.Delete(all, at, at+1)
	case a.Cancelled:
	case at >= 0 && all[at].At.Equal(a.At):
		all[at].Appointment = *a
	case at >= 0:
		all[at] = fresh
	default:
		all = append(all, fresh)
	}
	slices.SortStableFunc(all, func(a, b Awaited) int { return a.At.Compare(b.At) })
	st.s.Appointments = all[:min(len(all), maxAppointments)]
}

// forgetAppointments lets go of those that are over: after a reminder, in a
// pause, or when they were made too late for one.
func (st *step) forgetAppointments() {
	over := func(a Awaited) bool { return !a.At.After(st.ev.At) && !st.missed(a) }
	if slices.ContainsFunc(st.s.Appointments, over) {
		st.s.Appointments = slices.DeleteFunc(slices.Clone(st.s.Appointments), over)
	}
}

// missed tells whether an appointment is over of which the person should have
// been reminded: the bot was not there.
func (st *step) missed(a Awaited) bool {
	over := st.ev.At.Sub(a.At)
	return over >= 0 && over < lateFor && !a.Day && !a.Hour && st.s.Pause == nil && !st.dayBefore(a).Before(a.Known)
}

// dayBefore is when to remind of an appointment first.
func (st *step) dayBefore(a Awaited) time.Time {
	return workday.Before(a.At.In(st.ev.At.Location()), st.rhythm(), st.country(), st.ev.At.Location())
}

// appointmentDues are the reminders of appointments to come, and an excuse for
// those that were missed.
func (st *step) appointmentDues(take func(due)) {
	for _, a := range st.s.Appointments {
		if !a.At.After(st.ev.At) && !st.missed(a) {
			continue
		}
		d := due{kind: appointed, thing: thing(thingAppointment, a.ID), ends: a.At}
		if first := st.dayBefore(a); !a.Day && !first.Before(a.Known) {
			d.at = first
			take(d)
			if !a.Hour { // should both come to nothing, it is said afterwards
				take(due{kind: appointed, thing: d.thing, at: a.At.In(st.ev.At.Location())})
			}
		}
		if second := st.spoken(a.At.In(st.ev.At.Location()).Add(-shortlyBefore)); !a.Hour && !second.Before(a.Known) {
			d.at = second
			take(d)
		}
	}
}

// remindAppointment reminds of an appointment, and of those beside it that there
// is no other day for.
func (st *step) remindAppointment(id string) bool {
	at := slices.IndexFunc(st.s.Appointments, func(a Awaited) bool { return a.ID == id })
	if at < 0 {
		return false
	}
	st.s.Appointments = slices.Clone(st.s.Appointments)
	a := st.s.Appointments[at]
	lines := []Line{{Style: Body, Text: st.appointmentWords(a)}}
	lines = append(lines, st.whereabouts(a.Appointment)...)
	st.noticed(at)
	lines = append(lines, st.alsoAppointed(at)...)
	st.say(Card{Lines: lines, Buttons: [][]Button{st.goHome()}})
	return true
}

func (st *step) noticed(at int) {
	a := &st.s.Appointments[at]
	a.Hour = a.Hour || a.At.Sub(st.ev.At) < soonEnough
	a.Day = true
}

func (st *step) appointmentWords(a Awaited) string {
	title, day, clock := st.whenWords(a)
	switch {
	case st.missed(a):
		return st.word("remind.appointment.late", "title", title, "day", day, "time", clock)
	case a.Day && a.At.Sub(st.ev.At) <= 2*shortlyBefore:
		return st.word("remind.appointment.soon", "title", title, "time", clock)
	}
	return st.word("remind.appointment", "enterprise", st.d.Head().Enterprise.Name, "title", title, "day", day, "time", clock)
}

func (st *step) whenWords(a Awaited) (title, day, clock string) {
	at := a.At.In(st.ev.At.Location())
	return a.Title.In(st.lang()), form.Day(at, st.lang()), at.Format("15:04")
}

func (st *step) whereabouts(a Appointment) []Line {
	var lines []Line
	if a.Place != "" {
		lines = append(lines, Line{Style: Body, Text: st.word("appointment.where", "place", a.Place)})
	}
	if a.Link != "" {
		lines = append(lines, Line{Style: Link, Text: a.Title.In(st.lang()), URL: a.Link})
	}
	return lines
}

// alsoAppointed names the other appointments of which the person would not be
// reminded in time by a reminder of their own, if it is to come no oftener than
// was agreed; and those that were missed.
func (st *step) alsoAppointed(but int) []Line {
	free := st.morning(st.rhythm().Often.Free(sentAlso(st.s.Sent, st.ev.At), st.ev.At.Location()))
	var lines []Line
	for i, a := range st.s.Appointments {
		title, day, clock := st.whenWords(a)
		switch {
		case i == but || a.Day:
			continue
		case st.missed(a):
			lines = append(lines, Line{Style: Body, Text: st.appointmentWords(a)})
			st.noticed(i)
			continue
		case !a.At.After(st.ev.At) || !a.At.Before(free) && st.dayBefore(a).After(st.ev.At):
			continue
		}
		lines = append(lines, Line{Style: Body, Text: st.word("remind.appointment.also", "title", title, "day", day, "time", clock)})
		st.noticed(i)
	}
	return lines
}
