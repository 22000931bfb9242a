package workday

import "time"

// Next is the first moment at or after t at which somebody of that rhythm may be
// written to unasked. t stands in the person's time zone; country is that of the
// enterprise.
func Next(t time.Time, r Rhythm, country string) time.Time {
	from, until := r.Open()
	day := Civil(t)
	if Works(day, r, country) {
		switch hour := t.Hour(); {
		case hour < from:
			return clock(day, from, t.Location())
		case hour < until:
			return t
		}
	}
	return clock(working(day.AddDate(0, 0, 1), r, country), from, t.Location())
}

// Allowed tells whether somebody of that rhythm may be written to at t.
func Allowed(t time.Time, r Rhythm, country string) bool { return Next(t, r, country).Equal(t) }

// At is the hour that somebody likes best, on that day, or on the first day after
// it on which they work. Only the date of day counts; the moment stands in the
// location.
func At(day time.Time, r Rhythm, country string, in *time.Location) time.Time {
	return clock(working(Civil(day), r, country), r.At(), in)
}

// NextAt is the first of those hours at or after t.
func NextAt(t time.Time, r Rhythm, country string) time.Time {
	at := At(t, r, country, t.Location())
	if at.Before(t) {
		at = At(Civil(t).AddDate(0, 0, 1), r, country, t.Location())
	}
	return at
}

// Before is the hour that somebody likes best on the last day before the given
// one on which they work.
func Before(day time.Time, r Rhythm, country string, in *time.Location) time.Time {
	before := Civil(day).AddDate(0, 0, -1)
	for range longest {
		if Works(before, r, country) {
			break
		}
		before = before.AddDate(0, 0, -1)
	}
	return clock(before, r.At(), in)
}

// Works tells whether somebody of that rhythm works on a day.
func Works(day time.Time, r Rhythm, country string) bool {
	return r.Works(day.Weekday()) && !Holiday(day, country)
}

// longest is more days than anybody is free in a row: one working day a week,
// and that a holiday for weeks.
const longest = 60

// working is the day, or the first after it on which somebody works.
func working(day time.Time, r Rhythm, country string) time.Time {
	for range longest {
		if Works(day, r, country) {
			break
		}
		day = day.AddDate(0, 0, 1)
	}
	return day
}

// clock is when it is so many o'clock on a day: the first time, where it is that
// late twice; where it never is, the first moment after.
func clock(day time.Time, hour int, in *time.Location) time.Time {
	y, m, d := day.Date()
	at := time.Date(y, m, d, hour, 0, 0, 0, in)
	if shown(at, d, hour) {
		if before := at.Add(-time.Hour); shown(before, d, hour) {
			return before
		}
		return at
	}
	// The clocks leave this hour out: Go gives a moment on one side of the gap.
	_, gap := at.ZoneBounds()
	if begun, _ := at.ZoneBounds(); !begun.IsZero() && at.Sub(begun) < 3*time.Hour {
		return begun
	}
	return gap
}

// shown tells whether the clock on the wall shows this day and hour.
func shown(t time.Time, day, hour int) bool { return t.Day() == day && t.Hour() == hour }
