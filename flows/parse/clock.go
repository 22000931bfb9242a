package parse

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Clock reads a time of the day as people type it: "9", "9u", "9h30", "14:05",
// "14.05", "9.30 uur", "à 9 heures", "2 pm", "midi", "middag", "noon". It gives
// "09:30", and false for anything else.
func Clock(text string) (string, bool) {
	if tooLong(text, longestAnswer) {
		return "", false
	}
	typed := strings.ToLower(strings.TrimSpace(text))
	switch strings.Trim(typed, " .!") {
	case "midi", "à midi", "middag", "'s middags", "noon", "at noon":
		return "12:00", true
	}
	m := clockForm.FindStringSubmatch(typed)
	if m == nil {
		return "", false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	switch half := strings.ReplaceAll(m[3], ".", ""); {
	case half != "" && (hour < 1 || hour > 12):
		return "", false
	case half == "pm" && hour < 12:
		hour += 12
	case half == "am" && hour == 12:
		hour = 0
	}
	if hour > 23 || minute > 59 {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", hour, minute), true
}

var clockForm = regexp.MustCompile(`^(?:à|a|om|at|vers|rond|around)?\s*(\d{1,2})\s*(?:heures?|hours?|uur|[:.hu]|o'clock)?\s*(\d{2})?\s*(?:min|minutes|minuten|uur|u|h)?\s*(a\.?m\.?|p\.?m\.?)?\.?$`)
