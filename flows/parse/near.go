package parse

import (
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// typos is how many typing errors a word or label of n runes may have.
func typos(n int) int {
	switch {
	case n < 5:
		return 0
	case n < 9:
		return 1
	case n < 15:
		return 2
	}
	return 3
}

// distance counts the typing errors between two folded texts, or returns -1
// when there are too many for want's length. The first letter must be right
// ("possible" is not "impossible") and so must every digit ("2026" is not
// "2027"). Two neighbours swapped count as one error.
func distance(typed, want string) int {
	if typed == want {
		return 0
	}
	if typed == "" || want == "" || typed[0] != want[0] || !sameDigits(typed, want) {
		return -1
	}
	if swapped(typed, want) {
		return 1
	}
	limit := typos(utf8.RuneCountInString(want))
	if gap := len(typed) - len(want); gap > limit*2 || -gap > limit*2 || limit == 0 {
		return -1
	}
	if d := levenshtein.ComputeDistance(typed, want); d <= limit {
		return d
	}
	return -1
}

// swapped tells whether two neighbouring letters changed places, in texts of
// at least four bytes.
func swapped(a, b string) bool {
	if len(a) != len(b) || len(a) < 4 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

func sameDigits(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && !isDigit(a[i]) {
			i++
		}
		for j < len(b) && !isDigit(b[j]) {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if a[i] != b[j] {
			return false
		}
		i, j = i+1, j+1
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
