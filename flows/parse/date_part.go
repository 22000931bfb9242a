package parse

import "time"

// lastDay stands for the last day of a month, however long it is.
const lastDay = 99

// part is a part of the calendar as said: a day, a month, a quarter, a year.
// It runs from fromDay/fromMonth to toDay/toMonth of year (0: not said), or
// from first to last when it is fixed.
type part struct {
	year               int
	fromMonth, fromDay int
	toMonth, toDay     int
	weekday            int // 1 + time.Weekday if one was said
	fixed              bool
	first, last        time.Time
}

func dayPart(year, month, day int) part {
	return part{year: year, fromMonth: month, fromDay: day, toMonth: month, toDay: day}
}

func months(year, from, to int) part {
	return part{year: year, fromMonth: from, fromDay: 1, toMonth: to, toDay: lastDay}
}

func fixed(first, last time.Time) part { return part{fixed: true, first: first, last: last} }

func (p part) isDay() bool {
	if p.fixed {
		return p.first.Equal(p.last)
	}
	return p.fromMonth == p.toMonth && p.fromDay == p.toDay
}

// isLong tells whether the part is itself written as from year to year.
func (p part) isLong() bool { return p.fixed && p.first.Year() != p.last.AddDate(0, 0, -7).Year() }

// days returns the first and last day of the part in a year.
func (p part) days(year int) (from, to time.Time, ok bool) {
	if p.fixed {
		return p.first, p.last, true
	}
	from, ok = dayOf(year, p.fromMonth, p.fromDay)
	if !ok || p.year != 0 && !p.onWeekday(from) {
		return from, from, false
	}
	to, ok = dayOf(year, p.toMonth, p.toDay)
	return from, to, ok
}

func (p part) onWeekday(day time.Time) bool {
	return p.weekday == 0 || int(day.Weekday()) == p.weekday-1
}

// dayOf refuses days that do not exist, like 31/02.
func dayOf(year, month, day int) (time.Time, bool) {
	if month < 1 || month > 12 || day < 1 {
		return time.Time{}, false
	}
	if day == lastDay {
		return civil(year, time.Month(month)+1, 0), true
	}
	t := civil(year, time.Month(month), day)
	return t, t.Day() == day && int(t.Month()) == month
}

// edge is the begin (1), middle (2) or end (3) of a part, as a day.
func (p part) edge(which int) (part, bool) {
	switch {
	case which == 1:
		p.toMonth, p.toDay, p.last = p.fromMonth, p.fromDay, p.first
	case which == 3:
		p.fromMonth, p.fromDay, p.first = p.toMonth, p.toDay, p.last
	case p.fixed || p.fromMonth != p.toMonth && p.toMonth-p.fromMonth != 11:
		return p, false // the middle of a quarter or a week is no day
	case p.fromMonth == p.toMonth:
		return dayPart(p.year, p.fromMonth, 15), true
	default:
		return dayPart(p.year, 7, 1), true
	}
	return p, true
}
