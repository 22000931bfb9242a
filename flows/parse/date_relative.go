package parse

import "time"

// relative reads what is counted from today.
func (r reader) relative(t []token) (part, bool) {
	switch row(t) {
	case "INU":
		return r.count(t[1].n, t[2].n)
	case "NUA":
		return r.count(-t[0].n, t[1].n)
	case "ANU":
		return r.count(-t[1].n, t[2].n)
	case "DU":
		return r.unit(t[1].n, t[0].n)
	case "UD":
		return r.unit(t[0].n, t[1].n)
	case "W":
		if t[0].text == "mar" && r.lang == "fr" { // it may be the beginning of mars
			return part{}, false
		}
		return r.weekday(t[0].n, 1)
	case "WD":
		return r.weekday(t[0].n, t[1].n)
	case "DW":
		return r.weekday(t[1].n, t[0].n)
	case "WDU":
		return r.weekdayOfWeek(t[0], t[1], t[2])
	case "WUD":
		return r.weekdayOfWeek(t[0], t[2], t[1])
	case "DUW":
		return r.weekdayOfWeek(t[2], t[0], t[1])
	case "UDW":
		return r.weekdayOfWeek(t[2], t[1], t[0])
	}
	return part{}, false
}

// count goes n units from today.
func (r reader) count(n, unit int) (part, bool) {
	day := r.today
	switch unit {
	case unitDay:
		day = day.AddDate(0, 0, n)
	case unitWeek:
		day = day.AddDate(0, 0, 7*n)
	case unitFortnight:
		day = day.AddDate(0, 0, 14*n)
	case unitMonth:
		day = addMonths(day, n)
	case unitQuarter:
		day = addMonths(day, 3*n)
	case unitSemester:
		day = addMonths(day, 6*n)
	case unitYear:
		day = addMonths(day, 12*n)
	}
	return fixed(day, day), inYears(day)
}

// addMonths keeps the day of the month, or takes the last one: a month after
// 31 January is 28 February.
func addMonths(day time.Time, n int) time.Time {
	first := civil(day.Year(), day.Month()+time.Month(n), 1)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), last)-1)
}

// unit reads last, this and next week, month, quarter, half year and year.
func (r reader) unit(unit, which int) (part, bool) {
	year, month := r.today.Year(), int(r.today.Month())
	size := 1
	switch unit {
	case unitWeek:
		monday := r.monday(which)
		return fixed(monday, monday.AddDate(0, 0, 6)), true
	case unitMonth:
	case unitQuarter:
		size = 3
	case unitSemester:
		size = 6
	case unitYear:
		size = 12
	default:
		return part{}, false
	}
	first := (month-1)/size*size + 1 + which*size
	if first < 1 {
		year, first = year-1, first+12
	} else if first > 12 {
		year, first = year+1, first-12
	}
	return months(year, first, first+size-1), true
}

func (r reader) monday(which int) time.Time {
	back := (int(r.today.Weekday()) + 6) % 7
	return r.today.AddDate(0, 0, 7*which-back)
}

// weekday is the first such day after today, or the last one before it.
func (r reader) weekday(weekday, which int) (part, bool) {
	ahead := (weekday - int(r.today.Weekday()) + 7) % 7
	switch {
	case which < 0:
		ahead -= 7
	case ahead == 0:
		ahead = 7
	}
	day := r.today.AddDate(0, 0, ahead)
	return fixed(day, day), true
}

func (r reader) weekdayOfWeek(weekday, which, unit token) (part, bool) {
	if unit.n != unitWeek {
		return part{}, false
	}
	day := r.monday(which.n).AddDate(0, 0, (weekday.n+6)%7)
	return fixed(day, day), true
}
