package register

import "strconv"

// Sum is what was aimed at in a pool, what was reported as reached, and how
// many enterprises the register has.
type Sum struct{ Target, Realised, Enterprises int }

// SumUp counts a pool over all partners.
func SumUp(entries []Entry, pool string) (s Sum) {
	for _, e := range entries {
		switch {
		case e.Fields["pool"] != pool:
		case e.Table == Targets:
			s.Target += number(e.Fields["target"])
			s.Realised += number(e.Fields["realised"])
		case e.Table == Enterprises:
			s.Enterprises++
		}
	}
	return s
}

// number is a field that Read found to be one; 0 where it is empty.
func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}
