package parse

import "time"

// Span is a stretch of time from its first to its last day, both included.
type Span struct{ From, To time.Time }

// ReadDate reads one day; see [Date]. One part of the calendar alone (a month, a
// quarter, a year) is its first day. Of a range both ends are readings: which
// one is meant only the person knows.
func ReadDate(text, lang string, now time.Time) Reading[time.Time] {
	if day, ok := Date(text, lang, now); ok {
		return only(day)
	}
	if tooLong(text, longestAnswer) {
		return Reading[time.Time]{}
	}
	r := reader{lang: lang, today: civil(now.Date())}
	typed := r.spelt(fold(trimEnds(text)))
	if p, ok := r.part(typed); ok {
		from, to, ok := r.settle(p)
		if !ok || !inYears(from) {
			return Reading[time.Time]{}
		}
		if p.isLong() {
			return Reading[time.Time]{Values: []time.Time{from, to}}
		}
		return only(from)
	}
	if from, to, ok := r.fromTo(typed); ok && inYears(from) && inYears(to) && !to.Before(from) {
		return Reading[time.Time]{Values: []time.Time{from, to}}
	}
	return Reading[time.Time]{}
}

// ReadPeriod reads a stretch of time; see [Period]. Two digits behind the last of
// two months may be its year or a day of it ("janvier - juin 27"): both are
// readings.
func ReadPeriod(text, lang string, now time.Time) Reading[Span] {
	if from, to, ok := Period(text, lang, now); ok {
		return only(Span{from, to})
	}
	if tooLong(text, longestAnswer) {
		return Reading[Span]{}
	}
	var found Reading[Span]
	for _, short := range [...]int{twoYear, twoDay} {
		r := reader{lang: lang, today: civil(now.Date()), short: short}
		if from, to, ok := r.period(text); ok {
			found.Values = append(found.Values, Span{from, to})
		}
	}
	return found
}
