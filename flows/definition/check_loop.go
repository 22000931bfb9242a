package definition

import "visesbot/flows/form"

const ruleLoop = "loop"

// checkLoops sees that a loop over parts of something stands in the loop over
// that something, or outside all loops (then it goes through all of them).
func checkLoops(l *loader) {
	for _, in := range l.loops {
		if around := in.around; around != nil && around.Each != nil && !partOf(in.Each, around.Each) {
			l.problem(ruleLoop, l.at[in.Loop], "a loop over %q cannot stand inside a loop over %q: a %s is no part of a %s",
				in.Each.ID, around.Each.ID, in.Each.ID, around.Each.ID)
		}
	}
}

// partOf tells whether items of c stand below items of whole.
func partOf(c, whole *form.Collection) bool {
	for depth := 0; c.Of != nil && depth < deepest; depth++ {
		if c = c.Of; c == whole {
			return true
		}
	}
	return false
}
