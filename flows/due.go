package flows

import (
	"slices"
	"strings"
	"time"

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
func (st *step) dues() (all []due, known []string) {
	take := func(d due) {
		if slices.Contains(st.s.Knows, d.thing) {
			known = append(known, d.thing)
			return
		}
		all = append(all, d)
	}
	st.appointmentDues(take)
	if !st.mayAnswer() {
		return all, known
	}
	if !st.s.Promised.IsZero() {
		all = append(all, due{kind: asked, thing: st.s.Again, at: st.s.Promised})
	}
	st.resumeDue(take)
	st.decisionDues(take)
	st.momentDues(take)
	st.openDue(take)
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
func (st *step) slot(d due, all []due, from time.Time) time.Time {
	at := d.at
	if at.Before(from) {
		at = from
	}
	switch {
	case d.firm():
		at = st.spoken(st.keepTo(at, st.s.Sent))
	case d.kind == asked:
		at = st.gently(st.apart(at))
	default:
		if d.kind == opened { // what has a date does not wait for what was put off
			at = st.after(at)
		}
		at = st.yield(st.gently(st.keepTo(st.apart(at), st.s.Sent)), all, from)
	}
	if !d.ends.IsZero() && !at.Before(d.ends) {
		return time.Time{}
	}
	return at
}

// after puts a moment off to the one that the person has asked for.
func (st *step) after(t time.Time) time.Time {
	if st.s.Promised.After(t) {
		return st.s.Promised
	}
	return t
}

// apart keeps what was asked for and what was not an hour away from each other.
func (st *step) apart(t time.Time) time.Time {
	if next := st.s.Spoke.Add(time.Hour); !st.s.Spoke.IsZero() && t.Before(next) {
		return next.In(t.Location())
	}
	return t
}

// gently is t where something may be said then; otherwise it waits for the hour
// that the person likes best.
func (st *step) gently(t time.Time) time.Time {
	if st.spoken(t).Equal(t) {
		return t
	}
	return st.nextMorning(st.spoken(t))
}

// keepTo puts a moment off to the first day on which one more reminder is not
// oftener than was agreed. What the person asked for does not count.
func (st *step) keepTo(t time.Time, sent []time.Time) time.Time {
	free := st.rhythm().Often.Free(sent, t.Location())
	if !workday.Civil(t).Before(free) {
		return t
	}
	return st.morning(free)
}

// yield puts off what can wait where saying it would keep the person from being
// reminded of an appointment.
func (st *step) yield(at time.Time, all []due, from time.Time) time.Time {
	for range len(all) {
		again := at
		for _, d := range all {
			if !d.firm() || d.ends.IsZero() {
				continue
			}
			theirs := st.slot(d, nil, from)
			if theirs.IsZero() || theirs.Before(at) || !st.keepTo(theirs, sentAlso(st.s.Sent, at)).After(theirs) {
				continue
			}
			again = st.gently(st.keepTo(theirs, sentAlso(st.s.Sent, theirs)))
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
func (st *step) mostUrgent() (first due, ok bool) {
	all, _ := st.dues()
	for _, d := range all {
		at := st.slot(d, all, st.ev.At)
		if at.IsZero() || at.After(st.ev.At) {
			continue
		}
		if !ok || d.kind < first.kind || d.kind == first.kind && d.at.Before(first.at) {
			first, ok = d, true
		}
	}
	return first, ok
}
