package form

import (
	"time"

	"github.com/goodsign/monday"
)

// Day writes a date as a language writes it: "21 november 2026".
func Day(t time.Time, lang string) string {
	if t.IsZero() {
		return "…"
	}
	switch lang {
	case "fr":
		return monday.Format(t, "2 January 2006", monday.LocaleFrFR)
	case "nl":
		return monday.Format(t, "2 January 2006", monday.LocaleNlBE)
	}
	return t.Format("2 January 2006")
}
