package definition

import (
	"slices"

	"visesbot/flows"
)

const ruleFramework = "framework"

// checkFrameworks sees that what is mapped exists here, and that each code says
// what it is or where that is said.
func checkFrameworks(l *loader) {
	numbers := l.numbers()
	ids := taken{}
	for _, f := range l.script.Frameworks {
		l.form(&f.ID, wordID("16"), "id of a framework")
		l.take(ids, &f.ID, "framework")
		l.checkAddress(ruleFramework, &f.Link)
		codes := taken{}
		for _, c := range f.Codes {
			l.take(codes, &c.Code, "code")
			l.checkCode(c, numbers)
		}
	}
}

func (l *loader) checkCode(c *flows.Code, numbers []string) {
	l.checkAddress(ruleFramework, &c.Link)
	l.oneOfAll(c.Pools, pools())
	if c.Label.Empty() && c.Link == "" {
		l.problem(ruleFramework, l.at[c], "say what %q is with \"label\", or where that is said with \"link\"", shown(c.Code))
	}
	for i, n := range c.Questions {
		if !slices.Contains(numbers, n) {
			l.unknown(ruleFramework, l.at[&c.Questions[i]], "question", n, numbers)
		}
	}
}

// numbers are the ids and the numbers of all questions.
func (l *loader) numbers() []string {
	var all []string
	for _, q := range l.asked {
		all = append(all, q.ID)
		if q.Number != q.ID {
			all = append(all, q.Number)
		}
	}
	return all
}
