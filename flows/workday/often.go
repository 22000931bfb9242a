package workday

import (
	"slices"
	"time"
)

// Often is how often somebody is reminded at most, of whatever it may be.
type Often string

// How often. A person who has said nothing is reminded daily at most.
const (
	Daily  Often = ""
	Twice  Often = "twice" // in any seven days
	Weekly Often = "week"
	Dated  Often = "dated" // daily at most, and only of what has a date
)

// Oftens lists them.
func Oftens() []Often { return []Often{Daily, Twice, Weekly, Dated} }

// Memory is how many of the last reminders have to be remembered for [Often.Free].
const Memory = 2

// Free is the first day, at 00:00 UTC, on which one more reminder keeps to what
// was agreed, after those that were sent (oldest first). It is zero when any day
// will do.
func (o Often) Free(sent []time.Time, in *time.Location) time.Time {
	if len(sent) == 0 {
		return time.Time{}
	}
	last := Civil(sent[len(sent)-1].In(in))
	switch {
	case o == Weekly:
		return last.AddDate(0, 0, 7)
	case o == Twice && len(sent) > 1:
		week := Civil(sent[len(sent)-2].In(in)).AddDate(0, 0, 7)
		return slices.MaxFunc([]time.Time{last.AddDate(0, 0, 1), week}, time.Time.Compare)
	}
	return last.AddDate(0, 0, 1)
}

// Civil is the date of a moment where it is, at 00:00 UTC: days can be counted
// with it, whatever the clocks do.
func Civil(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
