package form

import (
	"slices"
	"time"
)

// Some collections follow each other in time: their items are moments, dated
// by the answer to one of their own questions. Such an item has an earlier one,
// whatever the order in which they were named.

// dates gives the question that dates the items of a collection; nil if none.
func (q *Questionnaire) dates(c *Collection) *Question {
	if c == nil || c.Dated == "" {
		return nil
	}
	return q.questions[c.Dated]
}

// inner is the collection of the loop directly around a question.
func (q *Question) inner() *Collection {
	if len(q.Loop) == 0 {
		return nil
	}
	return q.Loop[len(q.Loop)-1]
}

// Sequence lists the live items below a parent in their order in time; those
// without a date yet come last, as they were named.
func (d *relevance) Sequence(c *Collection, parent Path) []Path {
	var items []Path
	d.eachAsked(c, parent, func(p Path) { items = append(items, p) })
	if d.q.dates(c) == nil {
		return items
	}
	slices.SortStableFunc(items, func(a, b Path) int {
		x, y := d.dated(c, a), d.dated(c, b)
		switch {
		case x.IsZero() != y.IsZero() && x.IsZero():
			return 1
		case x.IsZero() != y.IsZero():
			return -1
		}
		return x.Compare(y)
	})
	return items
}

// dated is the day an item stands for: the first one of its period.
func (d *relevance) dated(c *Collection, item Path) time.Time {
	q := d.q.dates(c)
	if a := d.current(At(q.ID, item)); a != nil && a.State == Given {
		return a.Value.Date
	}
	return time.Time{}
}

// Earlier gives the answer to the same question at the nearest earlier moment
// that has one; nil if there is none, or while the moment has no date.
func (d *relevance) Earlier(q *Question, p Place) *Answer {
	c := q.inner()
	if d.q.dates(c) == nil {
		return nil
	}
	here := d.dated(c, p.Path())
	if here.IsZero() {
		return nil
	}
	var found *Answer
	for _, item := range d.Sequence(c, p.Path().Parent()) {
		at := d.dated(c, item)
		if at.IsZero() || !at.Before(here) {
			break
		}
		if a := d.current(At(q.ID, item)); a != nil && a.State == Given {
			found = a
		}
	}
	return found
}

// Others lists what was answered to the same question at the other moments, in
// their order in time.
func (d *relevance) Others(q *Question, p Place) []*Answer {
	c := q.inner()
	if d.q.dates(c) == nil {
		return nil
	}
	return d.series(q, c, p.Path().Parent(), p.Path())
}

// series lists the answers to a question at the moments below a parent but
// for one.
func (d *relevance) series(q *Question, c *Collection, parent, but Path) []*Answer {
	var out []*Answer
	for _, item := range d.Sequence(c, parent) {
		if a := d.current(At(q.ID, item)); item != but && a != nil && a.State == Given {
			out = append(out, a)
		}
	}
	return out
}

// What can be piped into a text beside answers: the value of the moment before,
// and all values of the thing around, with its former versions.
const (
	pipeEarlier = "earlier"
	pipeSeries  = "series"
)

// versioned is the innermost collection around whose items can have versions.
func versioned(loop []*Collection) *Collection {
	for _, c := range slices.Backward(loop) {
		if c.Frozen != nil {
			return c
		}
	}
	return nil
}

func (d *standing) pipedSeries(q *Question, what string, path Path, lang string) string {
	shown := ""
	if what == pipeSeries {
		shown = d.Series(path.Prefix(versioned(q.Loop).Depth()), lang)
	} else if a := d.Earlier(q, At(q.ID, path)); a != nil {
		shown = d.Show(a, lang)
	}
	if shown == "" {
		return notThere
	}
	return shown
}
