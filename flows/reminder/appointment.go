package reminder

import (
	"slices"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
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

// keepAppointment keeps an appointment, or takes it back. Nothing is said.
func keepAppointment(t *talk.Turn, a *flows.Appointment) {
	if a == nil || a.ID == "" {
		return
	}
	all := slices.Clone(t.Session.Appointments)
	at := slices.IndexFunc(all, func(o flows.Awaited) bool { return o.ID == a.ID })
	fresh := flows.Awaited{Appointment: *a, Known: t.Event.At}
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
	slices.SortStableFunc(all, func(a, b flows.Awaited) int { return a.At.Compare(b.At) })
	t.Session.Appointments = all[:min(len(all), maxAppointments)]
}

// forgetAppointments lets go of those that are over: after a reminder, in a
// pause, or when they were made too late for one.
func forgetAppointments(t *talk.Turn) {
	over := func(a flows.Awaited) bool { return !a.At.After(t.Event.At) && !missed(t, a) }
	if slices.ContainsFunc(t.Session.Appointments, over) {
		t.Session.Appointments = slices.DeleteFunc(slices.Clone(t.Session.Appointments), over)
	}
}

// missed tells whether an appointment is over of which the person should have
// been reminded: the bot was not there.
func missed(t *talk.Turn, a flows.Awaited) bool {
	over := t.Event.At.Sub(a.At)
	return over >= 0 && over < lateFor && !a.Day && !a.Hour && t.Session.Pause == nil && !dayBefore(t, a).Before(a.Known)
}

// dayBefore is when to remind of an appointment first.
func dayBefore(t *talk.Turn, a flows.Awaited) time.Time {
	return workday.Before(a.At.In(t.Event.At.Location()), t.Rhythm(), t.Country(), t.Event.At.Location())
}

// appointmentDues are the reminders of appointments to come, and an excuse for
// those that were missed.
func appointmentDues(t *talk.Turn, take func(due)) {
	for _, a := range t.Session.Appointments {
		if !a.At.After(t.Event.At) && !missed(t, a) {
			continue
		}
		d := due{kind: appointed, thing: thing(thingAppointment, a.ID), ends: a.At}
		if first := dayBefore(t, a); !a.Day && !first.Before(a.Known) {
			d.at = first
			take(d)
			if !a.Hour { // should both come to nothing, it is said afterwards
				take(due{kind: appointed, thing: d.thing, at: a.At.In(t.Event.At.Location())})
			}
		}
		if second := t.OutsideQuietHours(a.At.In(t.Event.At.Location()).Add(-shortlyBefore)); !a.Hour && !second.Before(a.Known) {
			d.at = second
			take(d)
		}
	}
}

// remindAppointment reminds of an appointment, and of those beside it that there
// is no other day for.
func remindAppointment(t *talk.Turn, id string) bool {
	at := slices.IndexFunc(t.Session.Appointments, func(a flows.Awaited) bool { return a.ID == id })
	if at < 0 {
		return false
	}
	t.Session.Appointments = slices.Clone(t.Session.Appointments)
	a := t.Session.Appointments[at]
	lines := []flows.Line{{Style: flows.Body, Text: appointmentWords(t, a)}}
	lines = append(lines, whereabouts(t, a.Appointment)...)
	noticed(t, at)
	lines = append(lines, alsoAppointed(t, at)...)
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{t.GoHome()}})
	return true
}

func noticed(t *talk.Turn, at int) {
	a := &t.Session.Appointments[at]
	a.Hour = a.Hour || a.At.Sub(t.Event.At) < soonEnough
	a.Day = true
}

func appointmentWords(t *talk.Turn, a flows.Awaited) string {
	title, day, clock := whenWords(t, a)
	switch {
	case missed(t, a):
		return t.Word("remind.appointment.late", "title", title, "day", day, "time", clock)
	case a.Day && a.At.Sub(t.Event.At) <= 2*shortlyBefore:
		return t.Word("remind.appointment.soon", "title", title, "time", clock)
	}
	return t.Word("remind.appointment", "enterprise", t.Dossier.Head().Enterprise.Name, "title", title, "day", day, "time", clock)
}

func whenWords(t *talk.Turn, a flows.Awaited) (title, day, clock string) {
	at := a.At.In(t.Event.At.Location())
	return a.Title.In(t.Lang()), form.Day(at, t.Lang()), at.Format("15:04")
}

func whereabouts(t *talk.Turn, a flows.Appointment) []flows.Line {
	var lines []flows.Line
	if a.Place != "" {
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("appointment.where", "place", a.Place)})
	}
	if a.Link != "" {
		lines = append(lines, flows.Line{Style: flows.Link, Text: a.Title.In(t.Lang()), URL: a.Link})
	}
	return lines
}

// alsoAppointed names the other appointments of which the person would not be
// reminded in time by a reminder of their own, if it is to come no oftener than
// was agreed; and those that were missed.
func alsoAppointed(t *talk.Turn, but int) []flows.Line {
	free := t.Morning(t.Rhythm().Often.Free(sentAlso(t.Session.Sent, t.Event.At), t.Event.At.Location()))
	var lines []flows.Line
	for i, a := range t.Session.Appointments {
		title, day, clock := whenWords(t, a)
		switch {
		case i == but || a.Day:
			continue
		case missed(t, a):
			lines = append(lines, flows.Line{Style: flows.Body, Text: appointmentWords(t, a)})
			noticed(t, i)
			continue
		case !a.At.After(t.Event.At) || !a.At.Before(free) && dayBefore(t, a).After(t.Event.At):
			continue
		}
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("remind.appointment.also", "title", title, "day", day, "time", clock)})
		noticed(t, i)
	}
	return lines
}
