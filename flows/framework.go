package flows

import (
	"slices"

	"visesbot/flows/form"
)

// Framework is another way to look at impact, and which of our questions speak
// of what it names. It is there for those who have to report in its words:
// nobody has to use it, and nothing is counted, scored or compared by it.
type Framework struct {
	ID    string
	Title form.Text
	About form.Text
	Link  string
	Codes []*Code
}

// Code is something that a framework names. Codes of others' catalogues have no
// label here: what they mean is said by whoever keeps them, behind the link.
type Code struct {
	Code      string
	Label     form.Text
	Link      string
	Pools     []string // of use to these; none: to all
	Questions []string // numbers of the questions that speak of it
}

// About tells whether a code is of use to a pool; where none is known, to all.
func (c *Code) About(pool string) bool {
	return pool == "" || len(c.Pools) == 0 || slices.Contains(c.Pools, pool)
}

// Of lists the codes that a question speaks of.
func (f *Framework) Of(q *form.Question, pool string) []*Code {
	var codes []*Code
	for _, c := range f.Codes {
		if c.About(pool) && (slices.Contains(c.Questions, q.Number) || slices.Contains(c.Questions, q.ID)) {
			codes = append(codes, c)
		}
	}
	return codes
}
