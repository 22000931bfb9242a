package parse

import (
	"strconv"
	"time"
)

const (
	firstYear = 1900
	lastYear  = 2199
)

// Date reads one day and returns it as a civil date: 00:00 UTC. What is today
// follows from now in its own location. Day comes before month in all three
// languages; weekdays, months and small typing errors in them are understood.
//
//   - 31/12/2027, 31-12-27, 31.12.2027, 2027-12-31, 1er mars 2027, 3 mrt 27,
//     March 1st 2027. A year of two digits is the one within fifty years of now.
//   - 31/12, 3 maart: without a year it is the next such day, today included.
//   - begin, mid and end of a month are its 1st, 15th and last day ("fin mars",
//     "mi-avril"), of a year the 1st of January, 1st of July and 31st of
//     December; without a year the next such day, today included.
//   - "3 maart volgend jaar", "fin mars de l'année prochaine", last year.
//   - vrijdag, next Friday, lundi prochain, deze vrijdag: the first such day
//     after today; "vrijdag volgende week" that of next week (from Monday);
//     vorige vrijdag, last Friday: the last one before today.
//   - today, overmorgen, avant-hier; over 3 weken, dans deux mois, 2 days ago.
//     A month further ends on the last day if the month is shorter.
//
// Refused are impossible days (31/02/2027), a weekday that does not fit the
// date, bare numbers, a month or a year alone, "next week", years before 1900
// or after 2199 and every text with a word that is not about dates.
func Date(text, lang string, now time.Time) (time.Time, bool) {
	if tooLong(text, longestAnswer) {
		return time.Time{}, false
	}
	r := reader{lang: lang, today: civil(now.Date())}
	typed := r.spelt(fold(trimEnds(text)))
	day, ok := r.dayOf(typed)
	if !ok || !inYears(day) {
		return time.Time{}, false
	}
	return day, true
}

// reader reads parts of the calendar in one language, seen from one day.
type reader struct {
	lang  string
	today time.Time
	short int // what two digits behind a month are at the end of a range of months
}

// What two digits behind a month may be, where only the person knows.
const (
	twoUnclear = iota
	twoYear
	twoDay
)

func (r reader) dayOf(typed string) (time.Time, bool) {
	p, ok := r.part(typed)
	if !ok {
		return time.Time{}, false
	}
	day, _, ok := r.settle(p)
	return day, ok && p.isDay()
}

// part reads a folded text as one part of the calendar.
func (r reader) part(typed string) (part, bool) {
	if p, ok := r.numeric(typed); ok {
		return p, true
	}
	if p, ok := r.weekdayAndFigures(typed); ok {
		return p, true
	}
	if offset, ok := dayWord(typed, r.lang); ok {
		day := r.today.AddDate(0, 0, offset)
		return part{fixed: true, first: day, last: day}, true
	}
	var buffer [mostTokens]token
	tokens, ok := r.tokens(typed, buffer[:0])
	if !ok {
		return part{}, false
	}
	return r.read(r.namedYear(withoutNoise(tokens)))
}

// namedYear writes last, this and next year behind a day or a month as a
// number: "eind maart volgend jaar".
func (r reader) namedYear(t []token) []token {
	n := len(t)
	if n < 3 {
		return t
	}
	which, unit := t[n-2], t[n-1]
	if which.kind == kindUnit {
		which, unit = unit, which
	}
	if which.kind != kindWhich || unit.kind != kindUnit || unit.n != unitYear {
		return t
	}
	year := r.today.Year() + which.n
	return append(t[:n-2], token{kind: kindNumber, n: year, text: strconv.Itoa(year)})
}

// settle turns a part into its first and last day. Without a year it is the
// first such part that is not over yet.
func (r reader) settle(p part) (from, to time.Time, ok bool) {
	if p.year != 0 || p.fixed {
		return p.days(p.year)
	}
	for year := r.today.Year(); year < r.today.Year()+9; year++ { // 29 February
		if from, to, ok = p.days(year); ok && !to.Before(r.today) {
			return from, to, p.onWeekday(from)
		}
	}
	return from, to, false
}

func civil(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func inYears(day time.Time) bool { return day.Year() >= firstYear && day.Year() <= lastYear }

// dayWord reads the words that are a number of days from today.
func dayWord(typed, lang string) (offset int, ok bool) {
	switch typed {
	case "ce matin", "ce midi", "ce soir", "cet apres-midi", "cet apres midi", "cette nuit", "vanmorgen", "vanochtend", "vanmiddag", "vanavond", "vannacht",
		"this morning", "this afternoon", "this evening", "tonight":
		return 0, true
	case "aujourd'hui", "aujourdhui", "aujourd hui", "vandaag", "today", "ce jour", "maintenant", "nu", "now", "tout de suite":
		return 0, true
	case "demain", "morgen", "tomorrow":
		return 1, true
	case "apres demain", "apres-demain", "overmorgen", "day after tomorrow", "the day after tomorrow":
		return 2, true
	case "hier":
		return -1, lang == "fr" // "here" in Dutch
	case "gisteren", "yesterday":
		return -1, true
	case "avant hier", "avant-hier", "eergisteren", "day before yesterday", "the day before yesterday":
		return -2, true
	}
	return 0, false
}
