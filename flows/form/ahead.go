package form

import "slices"

// Ahead estimates how many more questions come for a person than are open yet:
// those about items that are usually named where nobody has named any.
func (d *agenda) Ahead(w Who) Load {
	var n Load
	for _, id := range d.head.Open {
		if q := d.q.questions[id]; q != nil && q.ahead.Questions > 0 && d.May(w, q, "") {
			n = n.plus(d.aheadAt(q, ""))
		}
	}
	for _, t := range d.head.Below {
		if q := d.q.questions[t.Question]; q != nil && q.ahead.Questions > 0 && d.May(w, q, "") {
			n = n.plus(d.aheadIn(q, "", q.Loop))
		}
	}
	return n
}

// aheadIn is what is ahead at the open places of a question, found by way of
// the index.
func (d *agenda) aheadIn(q *Question, path Path, loop []*Collection) Load {
	if len(loop) == 0 {
		if !slices.Contains(d.openAt(path), q.ID) {
			return Load{}
		}
		return d.aheadAt(q, path)
	}
	var n Load
	for _, i := range d.list(loop[0], path).doc.Open {
		n = n.plus(d.aheadIn(q, path.Join(loop[0].id(i)), loop[1:]))
	}
	return n
}

func (d *agenda) aheadAt(q *Question, path Path) Load {
	if l := d.list(q.Adds, path).doc; l.Made > len(l.Archived) {
		return Load{}
	}
	return q.ahead
}

// expecting counts what comes with the usual items of each question: the core
// questions of its phase that are asked of such an item, and half of those that
// are asked on a condition. What a calendar brings comes later.
func (l *linker) expecting() {
	for _, q := range l.q.order {
		q.ahead = Load{}
		if q.Usual == 0 || q.Adds == nil {
			continue
		}
		var always, perhaps Load
		for _, other := range q.Phase.questions {
			switch n := len(other.Loop); {
			case n == 0 || other.Loop[n-1] != q.Adds || !other.Core || other.Calendar != nil || len(other.For) > 0:
			case other.When == nil:
				always = always.with(other, 1)
			default:
				perhaps = perhaps.with(other, 1)
			}
		}
		q.ahead = always.plus(perhaps.over(2)).times(q.Usual)
	}
}
