package flows

import (
	"time"

	"visesbot/flows/workday"
)

// Unasked is the first moment at or after t at which the person of a
// conversation may be written to unasked: for pushes, digests and invitations.
// t stands in the person's time zone, as the time of an event does; country is
// that of the enterprise. A pause is not looked at: it is one of reminders.
func Unasked(s Session, country string, t time.Time) time.Time {
	return workday.Next(t, rhythmOf(s), country)
}

func rhythmOf(s Session) workday.Rhythm {
	if s.Rhythm == nil {
		return workday.Rhythm{}
	}
	return *s.Rhythm
}

func (st *step) rhythm() workday.Rhythm { return rhythmOf(st.s) }

// morning is the hour the person likes best, on that day or the first working
// day after it.
func (st *step) morning(day time.Time) time.Time {
	return workday.At(day, st.rhythm(), st.country(), st.ev.At.Location())
}

// nextMorning is the first such hour at or after t.
func (st *step) nextMorning(t time.Time) time.Time {
	return workday.NextAt(t, st.rhythm(), st.country())
}

// spoken is the first moment at or after t at which something may be said.
func (st *step) spoken(t time.Time) time.Time { return Unasked(st.s, st.country(), t) }

func (st *step) mayWrite() bool { return st.spoken(st.ev.At).Equal(st.ev.At) }
