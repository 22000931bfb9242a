package parse

// read understands a row of tokens as one part of the calendar.
func (r reader) read(t []token) (part, bool) {
	switch row(t) {
	case "N":
		return months(t[0].n, 1, 12), t[0].isYear()
	case "M":
		return months(0, t[0].n, t[0].n), true
	case "MN", "NM":
		return r.monthAndNumber(t[0], t[1])
	case "NMN":
		return r.day(t[0], t[1], t[2])
	case "MNN":
		return r.day(t[1], t[0], t[2])
	case "NNN":
		return r.day(t[0], token{n: t[1].n}, t[2])
	case "WNM", "WMN", "WNMN", "WMNN":
		p, ok := r.read(t[1:])
		p.weekday = t[0].n + 1
		return p, ok && p.isDay()
	case "S":
		return months(0, t[0].n/100, t[0].n%100), true
	case "SN":
		return months(t[1].n, t[0].n/100, t[0].n%100), t[1].isYear()
	case "NS":
		return months(t[0].n, t[1].n/100, t[1].n%100), t[0].isYear()
	}
	if len(t) > 1 && t[0].kind == kindEdge {
		return r.edge(t[0], t[1:])
	}
	if p, ok := r.stretch(t); ok {
		return p, true
	}
	return r.relative(t)
}

// monthAndNumber reads "3 maart", "March 3" and "maart 2027".
func (r reader) monthAndNumber(a, b token) (part, bool) {
	if a.kind == kindNumber {
		a, b = b, a
	}
	if b.isYear() {
		return months(b.n, a.n, a.n), true
	}
	p := dayPart(0, a.n, b.n)
	_, _, ok := p.days(2028)
	return p, ok && len(b.text) <= 2
}

// day reads day, month and year; a year of two digits only behind a name.
func (r reader) day(day, month, year token) (part, bool) {
	named := month.kind == kindMonth
	if !year.isYear() && (!named || len(year.text) != 2 || year.ordinal) || len(day.text) > 2 {
		return part{}, false
	}
	p := dayPart(r.year(year.text), month.n, day.n)
	_, _, ok := p.days(p.year)
	return p, ok
}

// edge reads "end of March", "fin 2027", "eind volgende maand", "end of the
// year". Of a week it would not be clear which day is meant.
func (r reader) edge(edge token, rest []token) (part, bool) {
	if row(rest) == "U" {
		rest = append([]token{{kind: kindWhich}}, rest...)
	}
	p, ok := r.read(rest)
	if !ok || p.isDay() || p.fixed && p.last.Sub(p.first).Hours() < 20*24 {
		return part{}, false
	}
	return p.edge(edge.n)
}

// stretch reads "1er trimestre 2027", "trimestre 1 2027", "dernier trimestre
// de 2027"; without a year "tweede semester".
func (r reader) stretch(t []token) (part, bool) {
	var which, unit, year token
	switch row(t) {
	case "NU":
		which, unit = t[0], t[1]
	case "NUN", "DUN":
		which, unit, year = t[0], t[1], t[2]
	case "UN":
		unit, which = t[0], t[1]
	case "UNN":
		unit, which, year = t[0], t[1], t[2]
	default:
		return part{}, false
	}
	size := 3
	if unit.n == unitSemester {
		size = 6
	} else if unit.n != unitQuarter {
		return part{}, false
	}
	n := which.n
	if which.kind == kindWhich && n == -1 { // the last of that year
		n = 12 / size
	}
	if n < 1 || n*size > 12 || year.kind != kindNone && !year.isYear() {
		return part{}, false
	}
	return months(year.n, (n-1)*size+1, n*size), true
}
