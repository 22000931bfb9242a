package parse

import "strings"

// Scale reads a place on a scale from min to max: "4", "4/5", "4 sur 5",
// "4 op 5", "vier", "quatre", "4️⃣". A second number must be max. Places outside
// the scale, fractions and anything with a unit are refused.
func Scale(text, lang string, min, max int) (n int, ok bool) {
	if tooLong(text, longestAnswer) {
		return 0, false
	}
	typed := fold(trimEnds(text))
	for _, by := range [...]string{"/", " sur ", " op ", " van de ", " van ", " out of ", " of "} {
		place, total, found := strings.Cut(typed, by)
		if !found {
			continue
		}
		if top, ok := wholeNumber(total, lang); !ok || top != max {
			return 0, false
		}
		typed = place
		break
	}
	n, ok = wholeNumber(typed, lang)
	if !ok || n < min || n > max {
		return 0, false
	}
	return n, true
}

func wholeNumber(text, lang string) (int, bool) {
	n, unit, ok := Number(text, lang)
	return int(n), ok && unit == "" && n == float64(int(n))
}
