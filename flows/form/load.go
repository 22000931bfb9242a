package form

// Load is how much there is to do: so many questions, and the time they take,
// about. The time is an estimate for somebody on a phone who knows the
// enterprise, not a measurement: what matters is that ten buttons do not look
// like ten texts.
type Load struct {
	Questions int
	Seconds   int
}

// Load is that of a person: what is left and what is ahead.
func (d *agenda) Load(w Who) Load {
	var l Load
	d.eachLeft(w, func(q *Question, n int) { l = l.with(q, n) })
	return l.plus(d.Ahead(w))
}

// Minutes are never less than one.
func (l Load) Minutes() int { return max(1, (l.Seconds+30)/60) }

func (l Load) with(q *Question, n int) Load {
	return Load{l.Questions + n, l.Seconds + n*q.Type.seconds()}
}

func (l Load) plus(o Load) Load { return Load{l.Questions + o.Questions, l.Seconds + o.Seconds} }

func (l Load) times(n int) Load { return Load{l.Questions * n, l.Seconds * n} }

func (l Load) over(n int) Load { return Load{l.Questions / n, l.Seconds / n} }

// seconds is how long an answer of this type takes, with reading the question.
func (t Type) seconds() int {
	switch t {
	case Consent, YesNo:
		return 15
	case Single, Scale5:
		return 20
	case Multi, Ref, Number, Money, Date:
		return 30
	case Rank, Period:
		return 40
	case ShortTxt, FileType:
		return 45
	case LongTxt, Repeat:
		return 90
	}
	return 0 // it is shown, and not asked
}
