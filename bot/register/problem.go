package register

import (
	"cmp"
	"fmt"
	"slices"
)

// Problem is something wrong with a row.
type Problem struct {
	Table   string
	Row     int    // as a spreadsheet counts: the header is 1; 0 is the table as a whole
	Column  string // its name; empty is the row as a whole
	Flaw    Flaw   // what is wrong and what to do
	Warning bool   // it may stay so
}

// String gives a problem in English: partners, row 3, country: …
func (p Problem) String() string {
	at := p.Table
	if p.Row > 0 {
		at += fmt.Sprintf(", row %d", p.Row)
	}
	if p.Column != "" {
		at += ", " + p.Column
	}
	kind := ""
	if p.Warning {
		kind = " [warning]"
	}
	return at + ": " + p.Flaw.Error() + kind
}

// Failed tells whether there is more than warnings.
func Failed(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return !p.Warning })
}

// ordered sorts problems as the tables are read.
func ordered(problems []Problem) []Problem {
	place := map[string]int{}
	for i, t := range Tables() {
		place[t.Name] = i
	}
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(place[a.Table], place[b.Table]), cmp.Compare(a.Row, b.Row))
	})
	return problems
}
