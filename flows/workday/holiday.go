package workday

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/fr"
)

// Holiday tells whether a day is a public holiday of a country: "BE" or "FR". Of
// other countries no holidays are known.
func Holiday(day time.Time, country string) bool {
	y, m, d := day.Date()
	for _, h := range holidays(country) {
		// The library gives days in the time of the machine: only the date counts.
		if on, _ := h.Calc(y); on.Month() == m && on.Day() == d && on.Year() == y {
			return true
		}
	}
	return false
}

func holidays(country string) []*cal.Holiday {
	switch country {
	case "BE":
		return be.Holidays
	case "FR":
		return fr.Holidays
	}
	return nil
}
