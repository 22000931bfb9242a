package definition

const ruleRange = "range"

func checkRanges(l *loader) {
	for _, c := range l.script.Questionnaire.Collections {
		l.minMax(c.Min, c.Max, l.at[&c.Min])
	}
	for _, q := range l.asked {
		l.minMax(q.Min, q.Max, q.has["min"])
		if q.Low != nil && q.High != nil && *q.Low > *q.High {
			l.problem(ruleRange, q.has["low"], "low %g is above high %g", *q.Low, *q.High)
		}
		if n := len(q.Options); n > 0 && q.Min > n {
			l.problem(ruleRange, q.has["min"], "at least %d are wanted of %d options", q.Min, n)
		}
		if q.Adds != nil && q.Max > q.Adds.Max && q.Adds.Max > 0 {
			l.problem(ruleRange, q.has["max"], "max %d is above the %d that %s may have", q.Max, q.Adds.Max, q.Adds.Plural)
		}
	}
}

func (l *loader) minMax(low, high int, at spot) {
	if high > 0 && low > high {
		l.problem(ruleRange, at, "min %d is above max %d", low, high)
	}
}
