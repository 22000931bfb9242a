package main

import (
	"slices"
	"strings"

	"visesbot/bot"
)

// taste is a number that differs from person to person.
func taste(a bot.Address) (n int) {
	for _, c := range a {
		n += int(c)
	}
	return n
}

// wanted is the button of a module that leads on; of a check, what a person of
// that taste chooses. Nobody begins another module of their own accord.
func wanted(m bot.Message, taste int) string {
	for _, verb := range []string{"check", "leave", "next", "learn"} {
		var can []string
		for _, b := range slices.Concat(m.Buttons...) {
			if v, _, _ := strings.Cut(b.Data, "~"); v == verb && (verb != "learn" || m.Push != "") {
				can = append(can, b.Data)
			}
		}
		switch last := len(can) - 1; {
		case last < 0:
		case verb == "check" && strings.HasSuffix(can[last], "~"): // enough of several is ticked
			return can[last]
		default:
			return can[taste%len(can)]
		}
	}
	return ""
}

// answer is the first choice of a question; where there is none, that it is passed
// over, or not known yet.
func answer(m bot.Message) string {
	for _, verb := range []string{"a", "s", "u"} {
		for _, b := range slices.Concat(m.Buttons...) {
			if v, _, _ := strings.Cut(b.Data, "~"); v == verb {
				return b.Data
			}
		}
	}
	return ""
}
