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
	return workday.Next(t, RhythmOf(s), country)
}

// RhythmOf is the rhythm that somebody chose, or the usual one.
func RhythmOf(s Session) workday.Rhythm {
	if s.Rhythm == nil {
		return workday.Rhythm{}
	}
	return *s.Rhythm
}
