package register

import (
	"regexp"
	"strconv"
	"strings"
)

// groups is a number whose thousands stand apart, as in 1,000 or 12 500.
const groups = `^[0-9]{1,3}([.,'’ \x{a0}\x{202f}][0-9]{3})+$`

// readNumber reads a number from 0 in its normal form. Parts are behind a comma or
// a point. What separates exactly three digits separates thousands.
func readNumber(s string, parts bool) (normal string, ok bool) {
	if strings.Trim(s, "0123456789") == "" {
		x, err := strconv.Atoi(s)
		return strconv.Itoa(x), err == nil
	}
	if regexp.MustCompile(groups).MatchString(s) {
		s = strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, s)
	}
	x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	whole := x == float64(int(x))
	if err != nil || !(x >= 0 && x <= 1e9) || !whole && !parts || strings.Trim(s, "0123456789.,") != "" {
		return "", false
	}
	return strconv.FormatFloat(x, 'f', -1, 64), true
}
