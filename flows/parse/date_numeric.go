package parse

import (
	"strconv"
	"strings"
	"unicode"
)

// numeric reads 31/12/2027, 31-12-27, 2027-12-31, 31/12, 03/2027, 2027-03 and
// 2026-2027.
func (r reader) numeric(typed string) (part, bool) {
	if !startsWithDigit(typed) {
		return part{}, false
	}
	if strings.IndexByte(typed, ' ') > 0 {
		typed = withoutSpaces(typed)
	}
	var fields [3]string
	n, sign := cutFields(typed, &fields)
	switch n {
	case 2:
		return r.twoFields(fields[0], fields[1], sign)
	case 3:
		return r.threeFields(fields)
	}
	return part{}, false
}

// weekdayAndFigures reads a weekday before or behind figures: "lundi 30/11",
// "ma. 30-11-2026", "30/11 (Monday)".
func (r reader) weekdayAndFigures(typed string) (part, bool) {
	name, figures, found := strings.Cut(typed, " ")
	if startsWithDigit(typed) {
		at := strings.LastIndexByte(typed, ' ')
		name, figures = typed[at+1:], typed[:max(at, 0)]
	}
	weekday, ok := weekdayWord(strings.Trim(name, ".,()"), r.lang)
	if !found || !ok {
		return part{}, false
	}
	p, ok := r.numeric(strings.TrimSpace(strings.Trim(figures, " ,")))
	p.weekday = weekday + 1
	return p, ok && p.isDay()
}

// withoutSpaces drops the spaces around signs: "31 / 12 / 2027".
func withoutSpaces(typed string) string {
	if strings.IndexFunc(typed, unicode.IsLetter) >= 0 {
		return typed
	}
	for _, sign := range [...]string{"/", "-", "."} {
		typed = strings.ReplaceAll(strings.ReplaceAll(typed, " "+sign, sign), sign+" ", sign)
	}
	return typed
}

// cutFields cuts digits at one kind of sign; n is 0 if there is anything else.
func cutFields(typed string, fields *[3]string) (n int, sign byte) {
	for {
		run := digitRun(typed)
		if run == 0 || run > 4 || n == len(fields) {
			return 0, 0
		}
		fields[n] = typed[:run]
		n++
		if typed = typed[run:]; typed == "" {
			return n, sign
		}
		if sign == 0 && strings.IndexByte("/-.", typed[0]) >= 0 {
			sign = typed[0]
		}
		if typed[0] != sign {
			return 0, 0
		}
		typed = typed[1:]
	}
}

func (r reader) threeFields(f [3]string) (part, bool) {
	day, year := f[0], f[2]
	if len(day) == 4 {
		day, year = year, day
	}
	if len(day) > 2 || len(f[1]) > 2 || len(year) != 2 && len(year) != 4 {
		return part{}, false
	}
	if len(f[0]) == 4 && len(f[2]) > 2 {
		return part{}, false
	}
	p := dayPart(r.year(year), number(f[1]), number(day))
	_, _, ok := p.days(p.year)
	return p, ok
}

func (r reader) twoFields(a, b string, sign byte) (part, bool) {
	switch {
	case len(a) == 4 && len(b) == 4:
		from, to := number(a), number(b)
		p := fixed(civil(from, 1, 1), civil(to, 12, 31))
		return p, isYear(from) && isYear(to)
	case len(a) == 4 && len(b) == 2:
		return yearAndMonth(number(a), number(b), sign)
	case len(a) <= 2 && len(b) == 4:
		month := number(a)
		return months(number(b), month, month), month >= 1 && month <= 12 && isYear(number(b))
	case len(a) > 2 || len(b) > 2 || sign == '.' && len(a)+len(b) < 4:
		return part{}, false
	}
	p := dayPart(0, number(b), number(a))
	_, _, ok := p.days(2028) // a leap year
	return p, ok
}

// yearAndMonth reads 2027-03 as March and 2026-27 as two years; 2011-12 could
// be either.
func yearAndMonth(year, b int, sign byte) (part, bool) {
	next := b == (year+1)%100
	isMonth := b >= 1 && b <= 12
	if !isYear(year) || next == isMonth || sign == '.' {
		return part{}, false
	}
	if next {
		return fixed(civil(year, 1, 1), civil(year+1, 12, 31)), true
	}
	return months(year, b, b), true
}

// year completes a year of two digits to one within fifty years of today.
func (r reader) year(digits string) int {
	n := number(digits)
	if len(digits) > 2 {
		return n
	}
	year := r.today.Year()/100*100 + n
	if year >= r.today.Year()+50 {
		return year - 100
	}
	if year < r.today.Year()-50 {
		return year + 100
	}
	return year
}

func isYear(n int) bool { return n >= firstYear && n <= lastYear }

// number reads digits that were counted before.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
