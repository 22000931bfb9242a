package parse

import (
	"math"
	"strings"
	"unicode/utf8"
)

const (
	mostDigits = 15 // what a float64 holds exactly
	mostValue  = 1e15
)

// amount is a number as written: mantissa / 10^decimals * times.
type amount struct {
	mantissa uint64
	decimals int
	times    float64
	negative bool
}

func (a amount) value() float64 {
	n := float64(a.mantissa) * a.times / math.Pow10(a.decimals)
	if a.negative {
		return -n
	}
	return n
}

// figures is a run of digit groups and the signs between them, not yet
// interpreted: "1.234,5" is groups 1, 3, 1 with signs '.' and ','.
type figures struct {
	mantissa uint64
	digits   int // significant ones
	zero     bool
	groups   [8]int
	signs    [8]byte // signs[i] stands before groups[i]
	n        int
}

// readFigures reads digits at the start of text. Spaces (also the unbreakable
// ones) and apostrophes belong to the number only before exactly three digits.
func readFigures(text string) (f figures, rest string, ok bool) {
	rest = f.group(text, 0)
	for {
		sign, size := separator(rest)
		if size == 0 {
			break
		}
		n := digitRun(rest[size:])
		if n == 0 || sign == ' ' && n != 3 {
			break
		}
		if f.n == len(f.groups) {
			return f, text, false
		}
		rest = f.group(rest[size:], sign)
	}
	if f.n == 1 && f.groups[0] == 0 || f.digits > mostDigits {
		return f, text, false
	}
	return f, rest, true
}

func (f *figures) group(text string, sign byte) (rest string) {
	n := digitRun(text)
	if f.n == 0 {
		f.zero = n > 0 && text[0] == '0'
	}
	for i := range n {
		if f.digits > 0 || text[i] != '0' {
			f.digits++
		}
		if f.digits <= mostDigits {
			f.mantissa = f.mantissa*10 + uint64(text[i]-'0')
		}
	}
	f.groups[f.n], f.signs[f.n] = n, sign
	f.n++
	return text[n:]
}

// separator returns '.', ',' or ' ' (for every space and apostrophe).
func separator(text string) (sign byte, size int) {
	r, size := utf8.DecodeRuneInString(text)
	switch r {
	case '.', ',':
		return byte(r), size
	case ' ', '\u00A0', '\u202F', '\u2009', '\'', '’':
		return ' ', size
	}
	return 0, 0
}

func digitRun(text string) int {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return n
}

// settle decides which sign is the decimal one. threeIsGroup tells what
// "1.234" and "1,234" mean when nothing else decides.
func (f figures) settle(threeIsGroup func(sign byte) bool) (a amount, ok bool) {
	a = amount{mantissa: f.mantissa, times: 1}
	whole := f.n // how many groups stand before the decimal sign
	if f.hasDecimals(threeIsGroup) {
		whole--
		a.decimals = f.groups[whole]
	}
	if a.decimals > mostDigits {
		return a, false
	}
	return a, f.grouped(whole)
}

// unclear tells whether one sign stands before exactly three digits: only the
// language tells whether they are thousands.
func (f figures) unclear() bool {
	return f.n == 2 && f.signs[1] != ' ' && f.groups[1] == 3 && f.groups[0] > 0 && f.groups[0] <= 3 && !f.zero
}

func (f figures) hasDecimals(threeIsGroup func(byte) bool) bool {
	last := f.n - 1
	sign := f.signs[last]
	if last == 0 || sign == ' ' {
		return false
	}
	if last > 1 {
		return strings.IndexByte(string(f.signs[1:last]), sign) < 0
	}
	return !f.unclear() || !threeIsGroup(sign)
}

// grouped checks that the first n groups are written like thousands.
func (f figures) grouped(n int) bool {
	if n <= 1 {
		return true
	}
	if f.zero || f.groups[0] == 0 || f.groups[0] > 3 {
		return false
	}
	for i := 1; i < n; i++ {
		if f.groups[i] != 3 || f.signs[i] != f.signs[1] {
			return false
		}
	}
	return true
}
