package parse_test

import (
	"testing"

	"visesbot/flows/parse"
)

func TestClock(t *testing.T) {
	for typed, want := range map[string]string{
		"9": "09:00", "09:30": "09:30", "9h": "09:00", "9 h 30": "09:30", "9h05": "09:05", "9u": "09:00", "9u30": "09:30",
		"14.05": "14:05", "9.30 uur": "09:30", "om 9 uur": "09:00", "à 9 heures": "09:00", "at 2 pm": "14:00", "12 am": "00:00",
		"12 p.m.": "12:00", "midi": "12:00", "Middag": "12:00", "noon": "12:00", "23:59": "23:59", "0:00": "00:00", "10 o'clock": "10:00",
	} {
		if got, ok := parse.Clock(typed); !ok || got != want {
			t.Errorf("%q is read as %q, %v", typed, got, ok)
		}
	}
	for _, typed := range []string{"", "soon", "24:00", "9:60", "13 pm", "0 am", "9:5", "-3", "930 people", "2027-03-01", "1000000000000"} {
		if got, ok := parse.Clock(typed); ok {
			t.Errorf("%q is read as %q", typed, got)
		}
	}
}
