package digest

import (
	"time"

	"visesbot/flows/workday"
)

// Plan is when somebody wants a digest: once a week, on a working day, at an
// hour that is not a quiet one.
type Plan struct {
	Day  time.Weekday
	Hour int
}

// Usual is the plan of who has chosen none: at the beginning of the week, when
// the quiet hours are over for everybody.
func Usual() Plan { return Plan{Day: time.Monday, Hour: 9} }

// Next is the first moment of a plan after another one, in its location. A
// holiday moves it to the next working day.
func (p Plan) Next(after time.Time, country string) time.Time {
	day := workday.Civil(after)
	day = day.AddDate(0, 0, int(p.Day-day.Weekday())-7)
	for {
		at := workday.At(day, workday.Rhythm{Hour: p.Hour}, country, after.Location())
		if at.After(after) {
			return at
		}
		day = day.AddDate(0, 0, 7)
	}
}

// The moments at which a digest is looked at again after it was sent: an hour
// later, then after twice as long each time.
const (
	lookAgain = time.Hour
	lookMost  = 6
)

// again is when a digest is looked at for the n-th time; zero: never.
func again(now time.Time, n int) time.Time {
	if n >= lookMost {
		return time.Time{}
	}
	return now.Add(lookAgain << n)
}
