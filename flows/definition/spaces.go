package definition

import "strings"

// noBreak is a space at which no line ends.
const noBreak = "\u00a0"

// frenchSpaces keeps : ; ? ! » % and € on the line of the word before them, and
// « on that of the word after it, as French is printed. Writers type a space.
func frenchSpaces(text string) string {
	return strings.NewReplacer(
		" :", noBreak+":", " ;", noBreak+";", " ?", noBreak+"?", " !", noBreak+"!",
		" »", noBreak+"»", "« ", "«"+noBreak, " %", noBreak+"%", " €", noBreak+"€",
	).Replace(text)
}
