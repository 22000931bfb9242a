package parse

import (
	"strings"
	"time"
)

// Period reads a stretch of time and returns its first and last day, both
// included, as civil dates at 00:00 UTC: "2027", "mars 2027", "03/2027",
// "2026-2027", "Q1 2027", "1er trimestre 2027", "eerste semester 2027", "next
// year", and from one of these or a day to another: "januari tot juni 2027",
// "du 1er mars au 30 juin 2027", "01/03/2027 - 30/06/2027", "1-15 mars 2027".
//
// Without a year a part is the first one that is not over yet; when one side
// has a year, the other side gets the one that makes the shortest period. A
// period that ends before it starts is returned as typed. "Tot" and "to"
// include what follows them.
//
// Refused are a single day, a period with only a start ("from March") and
// every text with a word that is not about dates.
func Period(text, lang string, now time.Time) (from, to time.Time, ok bool) {
	if tooLong(text, longestAnswer) {
		return from, to, false
	}
	return reader{lang: lang, today: civil(now.Date())}.period(text)
}

func (r reader) period(text string) (from, to time.Time, ok bool) {
	typed := r.spelt(fold(trimEnds(text)))
	if p, whole := r.part(typed); whole {
		from, to, ok = r.settle(p)
		ok = ok && !p.isDay()
	} else {
		from, to, ok = r.fromTo(typed)
	}
	if !ok || !inYears(from) || !inYears(to) {
		return time.Time{}, time.Time{}, false
	}
	return from, to, true
}

// fromTo tries every place where a text may be cut in a start and an end.
func (r reader) fromTo(typed string) (from, to time.Time, ok bool) {
	typed, between := withoutLead(strings.ReplaceAll(typed, "t.e.m.", "tem"))
	for _, by := range [...]string{
		" tot en met ", " t/m ", " tem ", " tot ", " jusqu'au ", " jusqu'a ", " jusqu'en ", " jusque ", " au ", " a ",
		" to ", " until ", " till ", " through ", " - ", "->", "→", "-", "/", " et ", " en ", " and ",
	} {
		if joins := by == " et " || by == " en " || by == " and "; joins && !between {
			continue
		}
		for at := 0; ; {
			i := strings.Index(typed[at:], by)
			if i < 0 {
				break
			}
			at += i
			if from, to, ok = r.sides(typed[:at], typed[at+len(by):]); ok {
				return from, to, true
			}
			at += len(by)
		}
	}
	return from, to, false
}

// withoutLead drops "from" and "between"; only the latter allows "and".
func withoutLead(typed string) (rest string, between bool) {
	for _, lead := range [...]string{"van ", "vanaf ", "du ", "de ", "d'", "a partir du ", "a partir de ", "depuis ", "from ", "since "} {
		if rest, ok := strings.CutPrefix(typed, lead); ok {
			return rest, false
		}
	}
	for _, lead := range [...]string{"tussen ", "entre ", "between "} {
		if rest, ok := strings.CutPrefix(typed, lead); ok {
			return rest, true
		}
	}
	return typed, false
}

// sides reads the start and the end of a period.
func (r reader) sides(a, b string) (from, to time.Time, ok bool) {
	end, ok := r.part(strings.TrimSpace(b))
	if !ok {
		return from, to, false
	}
	start, ok := r.start(strings.TrimSpace(a), end)
	if !ok || start.isLong() || end.isLong() {
		return from, to, false
	}
	if year, ok := r.shortYear(b); ok && !start.isDay() {
		switch r.short {
		case twoUnclear:
			return from, to, false
		case twoYear:
			end = year
		}
	}
	return r.join(start, end)
}

// shortYear reads "juin 27" as a month of a year.
func (r reader) shortYear(typed string) (part, bool) {
	var buffer [mostTokens]token
	t, ok := r.tokens(strings.TrimSpace(typed), buffer[:0])
	if t = withoutNoise(t); !ok || row(t) != "MN" || len(t[1].text) != 2 || t[1].ordinal {
		return part{}, false
	}
	year := r.year(t[1].text)
	return months(year, t[0].n, t[0].n), true
}

// start reads the start of a period, which may be just the number of a day
// when the end is a day: "du 1er au 15 mars".
func (r reader) start(typed string, end part) (part, bool) {
	var buffer [mostTokens]token
	if tokens, ok := r.tokens(typed, buffer[:0]); ok {
		tokens = withoutNoise(tokens)
		if row(tokens) == "N" && !tokens[0].isYear() {
			p := dayPart(end.year, end.fromMonth, tokens[0].n)
			return p, end.isDay() && !end.fixed && tokens[0].n <= 31
		}
	}
	return r.part(typed)
}

// join gives a side without a year the one that fits the other side.
func (r reader) join(start, end part) (from, to time.Time, ok bool) {
	startSaid, endSaid := start.fixed || start.year != 0, end.fixed || end.year != 0
	if startSaid && !endSaid {
		if from, _, ok = start.days(start.year); !ok {
			return from, to, false
		}
		if _, to, ok = end.days(from.Year()); ok && to.Before(from) {
			_, to, ok = end.days(from.Year() + 1)
		}
		return from, to, ok
	}
	if _, to, ok = r.settle(end); !ok {
		return from, to, false
	}
	if startSaid {
		from, _, ok = start.days(start.year)
		return from, to, ok
	}
	if from, _, ok = start.days(to.Year()); ok && from.After(to) {
		from, _, ok = start.days(to.Year() - 1)
	}
	return from, to, ok
}
