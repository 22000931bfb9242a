package parse

import "strings"

// Kinds of words about the calendar. A text is read by the row of its kinds:
// "vrijdag 3 mei 2027" is "WNMN".
const (
	kindNumber  = 'N'
	kindMonth   = 'M' // n: 1-12
	kindWeekday = 'W' // n: 0 for Sunday
	kindEdge    = 'E' // n: 1 begin, 2 middle, 3 end
	kindUnit    = 'U' // n: one of the units below
	kindWhich   = 'D' // n: -1 last, 0 this, 1 next
	kindStretch = 'S' // n: first month * 100 + last month
	kindIn      = 'I' // over, dans, in
	kindAgo     = 'A'
	kindTime    = 'T'
	kindNoise   = ' '
	kindNone    = 0
)

const (
	unitDay = iota
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitSemester
	unitYear
)

// monthWord reads a month, whole or abbreviated. Folded, so without accents.
func monthWord(w, lang string) (int, bool) {
	switch w {
	case "janvier", "januari", "january", "jan", "janv":
		return 1, true
	case "fevrier", "februari", "february", "feb", "fev", "fevr", "febr":
		return 2, true
	case "mars", "maart", "march", "mrt":
		return 3, true
	case "mar", "maa":
		return 3, lang != "fr" // in French it may be mardi
	case "avril", "april", "avr", "apr":
		return 4, true
	case "mai", "mei", "may":
		return 5, true
	case "juin", "juni", "june", "jun":
		return 6, true
	case "juillet", "juli", "july", "jul", "juil", "juill":
		return 7, true
	case "aout", "aou", "augustus", "august", "aug", "oogst":
		return 8, true
	case "septembre", "september", "sep", "sept":
		return 9, true
	case "octobre", "oktober", "october", "oct", "okt":
		return 10, true
	case "novembre", "november", "nov":
		return 11, true
	case "decembre", "december", "dec":
		return 12, true
	}
	return misspeltMonth(w)
}

// misspeltMonth forgives one error in months of six letters and more.
func misspeltMonth(w string) (int, bool) {
	if len(w) < 5 || len(w) > 11 {
		return 0, false
	}
	for i, names := range [...][3]string{
		0:  {"janvier", "januari", "january"},
		1:  {"fevrier", "februari", "february"},
		6:  {"juillet", "juillet", "juillet"},
		7:  {"augustus", "august", "august"},
		8:  {"septembre", "september", "september"},
		9:  {"octobre", "oktober", "october"},
		10: {"novembre", "november", "november"},
		11: {"decembre", "december", "december"},
	} {
		for _, name := range names {
			if d := distance(w, name); d == 0 || d == 1 {
				return i + 1, true
			}
		}
	}
	return 0, false
}

// weekdayWord reads a day of the week; the abbreviations only in their own
// language.
func weekdayWord(w, lang string) (int, bool) {
	switch w {
	case "dimanche", "zondag", "sunday":
		return 0, true
	case "lundi", "maandag", "monday":
		return 1, true
	case "mardi", "dinsdag", "tuesday":
		return 2, true
	case "mercredi", "woensdag", "wednesday":
		return 3, true
	case "jeudi", "donderdag", "thursday":
		return 4, true
	case "vendredi", "vrijdag", "friday":
		return 5, true
	case "samedi", "zaterdag", "saturday":
		return 6, true
	}
	return shortWeekday(w + "/" + lang)
}

func shortWeekday(w string) (int, bool) {
	switch w {
	case "dim/fr", "di/fr", "zo/nl", "zon/nl", "sun/en":
		return 0, true
	case "lun/fr", "lu/fr", "ma/nl", "mon/en":
		return 1, true
	case "mar/fr", "ma/fr", "di/nl", "din/nl", "tue/en", "tues/en":
		return 2, true
	case "mer/fr", "me/fr", "wo/nl", "woe/nl", "wed/en", "weds/en":
		return 3, true
	case "jeu/fr", "je/fr", "do/nl", "don/nl", "thu/en", "thur/en", "thurs/en":
		return 4, true
	case "ven/fr", "ve/fr", "vr/nl", "vrij/nl", "fri/en":
		return 5, true
	case "sam/fr", "sa/fr", "za/nl", "zat/nl", "sat/en":
		return 6, true
	}
	return 0, false
}

func unitWord(w, lang string) (int, bool) {
	switch w {
	case "jour", "jours", "dag", "dagen", "day", "days":
		return unitDay, true
	case "semaine", "semaines", "week", "weken", "weeks":
		return unitWeek, true
	case "quinzaine", "fortnight":
		return unitFortnight, true
	case "mois", "maand", "maanden", "month", "months":
		return unitMonth, true
	case "trimestre", "kwartaal", "trimester", "quarter":
		return unitQuarter, true
	case "semestre", "semester", "jaarhelft", "halfjaar":
		return unitSemester, true
	case "an":
		return unitYear, lang != "en"
	case "ans", "annee", "annees", "jaar", "jaren", "year", "years":
		return unitYear, true
	}
	return 0, false
}

func whichWord(w string) (int, bool) {
	switch w {
	case "prochain", "prochaine", "suivant", "suivante", "volgende", "volgend", "komende", "komend", "aanstaande", "next", "coming":
		return 1, true
	case "ce", "cet", "cette", "deze", "dit", "this", "huidige", "huidig", "current":
		return 0, true
	case "dernier", "derniere", "passe", "passee", "vorige", "vorig", "afgelopen", "laatste", "last", "previous", "past":
		return -1, true
	}
	return 0, false
}

func edgeWord(w string) (int, bool) {
	switch w {
	case "debut", "begin", "beginning", "start", "commencement":
		return 1, true
	case "mi", "milieu", "midden", "half", "halfweg", "halverwege", "medio", "mid", "middle":
		return 2, true
	case "fin", "eind", "einde", "end":
		return 3, true
	}
	return 0, false
}

// ordinalWord reads "premier", "derde", "twelfth", up to 31.
func ordinalWord(w string) (int, bool) {
	for _, n := range [...]int{englishOrdinal(w), dutchOrdinal(w), frenchOrdinal(w)} {
		if n > 0 {
			return n, true
		}
	}
	return 0, false
}

func englishOrdinal(w string) int {
	for i, name := range [...]string{
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
		"fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
	} {
		if w == name {
			return i + 1
		}
	}
	if w == "thirtieth" {
		return 30
	}
	return 0
}

func dutchOrdinal(w string) int {
	switch w {
	case "eerste":
		return 1
	case "derde":
		return 3
	case "achtste":
		return 8
	}
	for _, end := range [...]string{"ste", "de"} {
		if name, ok := strings.CutSuffix(w, end); ok {
			if n, ok := dutch100(name); ok && n > 1 && n < 32 && (end == "ste") == (n >= 20) {
				return n
			}
		}
	}
	return 0
}

func frenchOrdinal(w string) int {
	switch w {
	case "premier", "premiere", "premiers", "premieres":
		return 1
	case "second", "seconde":
		return 2
	case "cinquieme":
		return 5
	case "neuvieme":
		return 9
	}
	name, ok := strings.CutSuffix(w, "ieme")
	if !ok {
		return 0
	}
	for _, name := range [...]string{name, name + "e"} {
		if n := frenchUnit(name); n > 1 {
			return n
		}
		if n := frenchTens(name); n > 0 && n <= 30 {
			return n
		}
	}
	return 0
}

// stretchWord reads Q1, T2, K3, S1, H2 ...
func stretchWord(w string) (int, bool) {
	if len(w) < 2 || len(w) > 3 || !isDigit(w[len(w)-1]) {
		return 0, false
	}
	n := int(w[len(w)-1] - '0')
	size := 0
	switch w[:len(w)-1] {
	case "q", "t", "k", "kw":
		size = 3
	case "s", "h":
		size = 6
	}
	if size == 0 || n < 1 || n*size > 12 {
		return 0, false
	}
	return ((n-1)*size+1)*100 + n*size, true
}

func isDateNoise(w string) bool {
	switch w {
	case "le", "la", "l", "les", "de", "du", "d", "des", "en", "au", "van", "het", "den", "der", "op", "om", "on", "the", "of", "at",
		"tout", "toute", "heel", "hele", "gans", "volledig", "whole", "full", "entire", "complete", "et", "and":
		return true
	}
	return false
}
