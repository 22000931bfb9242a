package form

import (
	"strconv"
	"strings"
	"time"

	"github.com/goodsign/monday"
)

// Name says what a moment is about, as a language calls it: "maart 2027",
// "1er trimestre 2027", "2027", or the days from and until.
func (m Moment) Name(lang string) string {
	year := strconv.Itoa(m.Until.Year())
	switch months := m.whole(); months {
	case 1:
		return monthName(m.Until, lang)
	case 3, 6:
		return part((int(m.Until.Month())-1)/months+1, months, lang) + " " + year
	case 12:
		return year
	}
	switch {
	case m.From.Equal(m.Until):
		return Day(m.Until, lang)
	case m.From.Day() == 1 && endsSpan(m.Until, 1):
		from, to := monthName(m.From, lang), monthName(m.Until, lang)
		if m.From.Year() == m.Until.Year() {
			from, _, _ = strings.Cut(from, " ")
		}
		return from + " – " + to
	}
	return Day(m.From, lang) + " – " + Day(m.Until, lang)
}

// whole gives how many months of the calendar the moment is about, where it is
// a whole month, quarter, half or year; otherwise 0.
func (m Moment) whole() int {
	for _, months := range [...]int{1, 3, 6, 12} {
		if endsSpan(m.Until, months) && m.Until.AddDate(0, 0, 1).AddDate(0, -months, 0).Equal(m.From) {
			return months
		}
	}
	return 0
}

func monthName(t time.Time, lang string) string {
	switch lang {
	case "fr":
		return monday.Format(t, "January 2006", monday.LocaleFrFR)
	case "nl":
		return monday.Format(t, "January 2006", monday.LocaleNlBE)
	}
	return t.Format("January 2006")
}

// part names the n-th quarter or half of a year.
func part(n, months int, lang string) string {
	names := map[string][2]string{
		"fr": {" trimestre", " semestre"},
		"nl": {" kwartaal", " semester"},
		"en": {" quarter", " half of"},
	}
	name := names[lang]
	if name[0] == "" {
		name, lang = names["en"], "en"
	}
	return ordinal(n, lang) + name[months/3-1]
}

func ordinal(n int, lang string) string {
	endings := map[string][]string{
		"fr": {"er", "e", "e", "e"},
		"nl": {"e", "e", "e", "e"},
		"en": {"st", "nd", "rd", "th"},
	}
	return strconv.Itoa(n) + endings[lang][n-1]
}
