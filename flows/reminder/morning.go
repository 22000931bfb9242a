package reminder

import (
	"time"

	"visesbot/flows/talk"
	"visesbot/flows/workday"
)

// nextMorning is the hour the person likes best, the first at or after that moment.
func nextMorning(t *talk.Turn, at time.Time) time.Time {
	return workday.NextAt(at, t.Rhythm(), t.Country())
}
