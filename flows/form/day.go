package form

import (
	"strings"
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
		return frenchFirst(monday.Format(t, "2 January 2006", monday.LocaleFrFR))
	case "nl":
		return monday.Format(t, "2 January 2006", monday.LocaleNlBE)
	}
	return t.Format("2 January 2006")
}

// frenchFirst writes the first of a month as French does: "1er mars 2026".
func frenchFirst(day string) string {
	if rest, ok := strings.CutPrefix(day, "1 "); ok {
		return "1er " + rest
	}
	return day
}
