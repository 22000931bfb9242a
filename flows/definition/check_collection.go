package definition

import (
	"slices"

	"visesbot/flows/form"
)

const ruleCollection = "collection"

// deepest is how many items may stand in each other.
const deepest = 4

func checkCollections(l *loader) {
	for _, c := range l.script.Questionnaire.Collections {
		checkNesting(l, c)
		if c.Max == 0 {
			l.problem(ruleCollection, l.at[c], "%s has no max: a loop over %s would have no end", c.ID, c.Plural)
		}
	}
	for _, loop := range l.loops {
		if !l.isFilled(loop.Each) {
			l.problem(ruleCollection, l.at[loop.Loop], "no question adds items of %q, so nothing in this loop would ever be asked", loop.Each.ID)
		}
	}
	for _, q := range l.asked {
		if len(q.Of) > 0 && !slices.ContainsFunc(q.Of, l.isFilled) {
			l.problem(ruleCollection, q.has["of"], "no question adds items to choose from")
		}
	}
}

// checkNesting also cuts a collection that is part of itself loose, so that
// whoever walks up from it comes to an end.
func checkNesting(l *loader, c *form.Collection) {
	var seen []*form.Collection
	for up := c; up != nil; up = up.Of {
		if slices.Contains(seen, up) {
			l.problem(ruleCollection, l.at[c], "%s is part of itself", c.ID)
			c.Of = nil
			return
		}
		seen = append(seen, up)
	}
	if len(seen) > deepest {
		l.problem(ruleCollection, l.at[c], "%s stands %d deep: items stand in each other at most %d deep", c.ID, len(seen), deepest)
	}
}

// isFilled tells whether some question adds items of a collection.
func (l *loader) isFilled(c *form.Collection) bool {
	return slices.ContainsFunc(l.asked, func(q *asked) bool { return q.Adds == c })
}
