package definition

const ruleReachable = "reachable"

// checkReachable proves that every question can be asked. What is not linked
// cannot be tried, so it waits until the rest is in order.
func checkReachable(l *loader) {
	if Failed(l.problems) {
		return
	}
	for _, q := range l.script.Questionnaire.Unreachable() {
		at := l.questionSpot(q)
		if q.When != nil {
			if spot, ok := l.at[q.When]; ok {
				at = spot
			}
		}
		l.problem(ruleReachable, at, "whatever is answered, %s is never asked: its conditions cannot hold together", shown(q.ID))
	}
}
