package workday

import (
	"slices"
	"time"
)

// What holds where somebody has said nothing else.
const (
	usualHour  = 9
	usualFrom  = 8
	usualUntil = 20
)

// Rhythm is when somebody wants to be written to. The zero Rhythm is the usual
// one: from Monday to Friday, from 8 to 20 h, at 9 h what can wait for an hour,
// and as often as once a day.
type Rhythm struct {
	Hour  int            `json:"hour,omitempty"`  // of the day, for what can wait; 0: 9 h
	From  int            `json:"from,omitempty"`  // the hour at which the quiet ends; with Until 0: 8 h
	Until int            `json:"until,omitempty"` // the hour at which it begins; 0: 20 h
	Off   []time.Weekday `json:"off,omitempty"`   // on which the person does not work; Saturday and Sunday always are
	Often Often          `json:"often,omitempty"` // at most
}

// Open gives the hours between which may be written.
func (r Rhythm) Open() (from, until int) {
	if r.Until <= r.From || r.From < 0 || r.Until > 24 {
		return usualFrom, usualUntil
	}
	return r.From, r.Until
}

// At is the hour of the day for what can wait for it; it is never a quiet one.
func (r Rhythm) At() int {
	from, until := r.Open()
	hour := r.Hour
	if hour == 0 {
		hour = usualHour
	}
	return max(from, min(hour, until-1))
}

// Works tells whether the person works on that day of the week. Who has ticked
// off all of them is taken to work on all.
func (r Rhythm) Works(day time.Weekday) bool {
	if day == time.Saturday || day == time.Sunday {
		return false
	}
	return !slices.Contains(r.Off, day) || r.never()
}

func (r Rhythm) never() bool {
	for day := time.Monday; day <= time.Friday; day++ {
		if !slices.Contains(r.Off, day) {
			return false
		}
	}
	return true
}
