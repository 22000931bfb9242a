package office

import (
	"strings"
	"time"

	"visesbot/flows/parse"
)

// Day reads a day as a form gives it, or as the visitor typed it.
func (v *Visit) Day(text string) (time.Time, bool) {
	text = strings.TrimSpace(text)
	if day, err := time.ParseInLocation(time.DateOnly, text, v.Now().Location()); err == nil {
		return day, true
	}
	return parse.Date(text, v.Lang, v.Now())
}

// Clock reads 9, 9:30, 9h30, 9u30 and 9.30, as the time since midnight.
func Clock(text string) (time.Duration, bool) {
	text = strings.NewReplacer("h", ":", "u", ":", ".", ":", " ", "").Replace(strings.ToLower(text))
	text = strings.TrimSuffix(text, ":")
	if !strings.Contains(text, ":") {
		text += ":00"
	}
	at, err := time.Parse("15:4", text)
	return time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute, err == nil
}

// On is that time of that day, also on days with a change of the clocks.
func On(day time.Time, clock time.Duration) time.Time {
	y, m, d := day.Date()
	return time.Date(y, m, d, 0, int(clock.Minutes()), 0, 0, day.Location())
}
