package form

import (
	"slices"
	"time"

	"github.com/teambition/rrule-go"
)

// Moment is one time at which something is collected: what it is about, from
// the first day to the last, and the day it is due. All are civil dates.
type Moment struct {
	From  time.Time `json:"from"`
	Until time.Time `json:"until"`
	Due   time.Time `json:"due"`
}

// The rhythms a calendar knows: the ids of the options of the question that
// asks for it.
const (
	onceOnly  = "once"
	monthly   = "month"
	quarterly = "quarter"
	halfYears = "half"
	yearly    = "year"
	bothEnds  = "pathway" // at the start and at the end
)

// rhythms lists them.
func rhythms() []string { return []string{onceOnly, monthly, quarterly, halfYears, yearly, bothEnds} }

// rhythm is what an enterprise planned: when first, how often, and over which
// period.
type rhythm struct {
	first, start, end time.Time // start and end may be unknown
	every             string
	most              int
	over              bool // a newer version is followed instead
}

// moments are all there are of a rhythm, in order. The same rhythm gives the
// same moments, whenever it is asked.
func (r rhythm) moments() []Moment {
	if r.over {
		return nil
	}
	months := monthsOf(r.every)
	if months == 0 {
		return r.ends()
	}
	whole := settled(r.first)
	before := monthsBefore(r.first, months)
	var out []Moment
	for _, due := range r.dues(months) {
		m := Moment{From: before.AddDate(0, 0, 1), Until: due, Due: due}
		if whole {
			m.Until = monthEnd(due)
			m.From = m.Until.AddDate(0, 0, 1).AddDate(0, -months, 0)
		}
		out, before = append(out, m), due
	}
	return out
}

func monthsOf(every string) int {
	return map[string]int{monthly: 1, quarterly: 3, halfYears: 6, yearly: 12}[every]
}

// ends are the moments of what does not recur: one, or one at either end.
func (r rhythm) ends() []Moment {
	from := r.first
	if r.every == onceOnly && !r.start.IsZero() && r.start.Before(r.first) {
		from = r.start
	}
	out := []Moment{{From: from, Until: r.first, Due: r.first}}
	if r.every == bothEnds && r.end.After(r.first) {
		out = append(out, Moment{From: r.first.AddDate(0, 0, 1), Until: r.end, Due: r.end})
	}
	return out
}

// dues are the days on which a rhythm recurs. The 31st is the last day of each
// month, however short: RFC 5545 would leave the short ones out.
func (r rhythm) dues(months int) []time.Time {
	opt := rrule.ROption{Freq: rrule.MONTHLY, Interval: months, Dtstart: r.first, Count: max(1, r.most)}
	switch day := r.first.Day(); {
	case r.first.AddDate(0, 0, 1).Day() == 1:
		opt.Bymonthday = []int{-1}
	case day > 28:
		opt.Bymonthday, opt.Bysetpos = daysTo(day), []int{-1}
	}
	rule, err := rrule.NewRRule(opt)
	if err != nil {
		return []time.Time{r.first}
	}
	all := rule.All()
	if after := slices.IndexFunc(all, func(t time.Time) bool { return !r.end.IsZero() && t.After(r.end) }); after >= 0 {
		all = all[:max(1, after)]
	}
	return all
}

func daysTo(last int) []int {
	var days []int
	for d := 28; d <= last; d++ {
		days = append(days, d)
	}
	return days
}

// settling is how many days after the end of a month it is still that month, or
// the months up to it, which are collected; later it is those up to the day.
const settling = 15

func settled(first time.Time) bool { return first.Sub(monthEnd(first)) <= settling*24*time.Hour }

// monthEnd is the last day of a month that is over by the end of a day.
func monthEnd(day time.Time) time.Time {
	if endsSpan(day, 1) {
		return day
	}
	return day.AddDate(0, 0, -day.Day())
}

// endsSpan tells whether a day is the last of a month, quarter, half or year.
func endsSpan(day time.Time, months int) bool {
	next := day.AddDate(0, 0, 1)
	return next.Day() == 1 && (int(next.Month())-1)%months == 0
}

// monthsBefore goes back so many months, to the last day of a month that is
// too short.
func monthsBefore(day time.Time, months int) time.Time {
	first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, -months, 0)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), last)-1)
}
