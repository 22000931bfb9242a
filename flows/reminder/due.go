package reminder

import (
	"slices"
	"strings"
	"time"

	"visesbot/flows/talk"
	"visesbot/flows/workday"
)

// urgency orders what a person can be reminded of: what cannot wait goes first.
type urgency int

// The kinds of things, the most urgent first.
const (
	appointed urgency = iota // somebody waits
	asked                    // the person wanted to be reminded
	resuming                 // the day on which the next cycle was to begin
	decided                  // the day of a decision
	measured                 // a moment of collection
	opened                   // what is open, after some silence
)

// due is one thing to remind somebody of.
type due struct {
	kind  urgency
	thing string    // names it: nobody is reminded twice of one thing
	at    time.Time // from when on
	ends  time.Time // when it is of no use any more; zero: never
}

// firm tells whether it cannot be put off to another day.
func (d due) firm() bool { return d.kind == appointed }

// dues is everything this person is to be reminded of, now or later, and has not
// been. What was said already and is still to be seen to is known.
func dues(t *talk.Turn) (all []due, known []string) {
	take := func(d due) {
		if slices.Contains(t.Session.Knows, d.thing) {
			known = append(known, d.thing)
			return
		}
		all = append(all, d)
	}
	appointmentDues(t, take)
	if !t.MayAnswer() {
		return all, known
	}
	if !t.Session.Promised.IsZero() {
		all = append(all, due{kind: asked, thing: t.Session.Again, at: t.Session.Promised})
	}
	resumeDue(t, take)
	decisionDues(t, take)
	momentDues(t, take)
	openDue(t, take)
	return all, known
}

// thing writes a name down; thingOf reads what kind it is of, and where.
func thing(kind, where string) string { return kind + " " + where }

func thingOf(name string) (kind, where string) {
	kind, where, _ = strings.Cut(name, " ")
	return kind, where
}

// slot is when something may be said, from a moment on: not in quiet hours, not
// oftener than was agreed, and not in the way of an appointment. It is zero when
// it would be of no use any more.
func slot(t *talk.Turn, d due, all []due, from time.Time) time.Time {
	at := d.at
	if at.Before(from) {
		at = from
	}
	switch {
	case d.firm():
		at = t.OutsideQuietHours(withinFrequency(t, at, t.Session.Sent))
	case d.kind == asked:
		at = atPreferredHour(t, hourApart(t, at))
	default:
		if d.kind == opened { // what has a date does not wait for what was put off
			at = after(t, at)
		}
		at = yieldToAppointment(t, atPreferredHour(t, withinFrequency(t, hourApart(t, at), t.Session.Sent)), all, from)
	}
	if !d.ends.IsZero() && !at.Before(d.ends) {
		return time.Time{}
	}
	return at
}

// after puts a moment off to the one that the person has asked for.
func after(t *talk.Turn, at time.Time) time.Time {
	if t.Session.Promised.After(at) {
		return t.Session.Promised
	}
	return at
}

// hourApart keeps what was asked for and what was not an hour away from each other.
func hourApart(t *talk.Turn, at time.Time) time.Time {
	if next := t.Session.Spoke.Add(time.Hour); !t.Session.Spoke.IsZero() && at.Before(next) {
		return next.In(at.Location())
	}
	return at
}

// atPreferredHour is t where something may be said then; otherwise it waits for the hour
// that the person likes best.
func atPreferredHour(t *talk.Turn, at time.Time) time.Time {
	if t.OutsideQuietHours(at).Equal(at) {
		return at
	}
	return nextMorning(t, t.OutsideQuietHours(at))
}

// withinFrequency puts a moment off to the first day on which one more reminder is not
// oftener than was agreed. What the person asked for does not count.
func withinFrequency(t *talk.Turn, at time.Time, sent []time.Time) time.Time {
	free := t.Rhythm().Often.Free(sent, at.Location())
	if !workday.Civil(at).Before(free) {
		return at
	}
	return t.Morning(free)
}

// yieldToAppointment puts off what can wait where saying it would keep the person from being
// reminded of an appointment.
func yieldToAppointment(t *talk.Turn, at time.Time, all []due, from time.Time) time.Time {
	for range len(all) {
		again := at
		for _, d := range all {
			if !d.firm() || d.ends.IsZero() {
				continue
			}
			theirs := slot(t, d, nil, from)
			if theirs.IsZero() || theirs.Before(at) || !withinFrequency(t, theirs, sentAlso(t.Session.Sent, at)).After(theirs) {
				continue
			}
			again = atPreferredHour(t, withinFrequency(t, theirs, sentAlso(t.Session.Sent, theirs)))
		}
		if again.Equal(at) {
			break
		}
		at = again
	}
	return at
}

// sentAlso are the last reminders with one more.
func sentAlso(sent []time.Time, at time.Time) []time.Time {
	all := append(slices.Clone(sent), at)
	return all[max(0, len(all)-workday.Memory):]
}

// mostUrgent is what may be said now and can wait least; the others wait for
// their turn.
func mostUrgent(t *talk.Turn) (first due, ok bool) {
	all, _ := dues(t)
	for _, d := range all {
		at := slot(t, d, all, t.Event.At)
		if at.IsZero() || at.After(t.Event.At) {
			continue
		}
		if !ok || d.kind < first.kind || d.kind == first.kind && d.at.Before(first.at) {
			first, ok = d, true
		}
	}
	return first, ok
}
