package form

import "slices"

// Opens tells whether something is open, or waits for its day or for somebody,
// that did not before. It reads nothing but the two heads.
func (h Head) Opens(before Head) bool {
	asked := func(id string) bool { return !slices.Contains(before.Open, id) }
	more := func(t Tally) bool { return t.Open > count(before.Below, t.Question) }
	waits := func(w Waiting) bool { return !slices.Contains(before.Waiting, w) }
	return slices.ContainsFunc(h.Open, asked) || slices.ContainsFunc(h.Below, more) || slices.ContainsFunc(h.Waiting, waits) ||
		!slices.Equal(h.Plans, before.Plans)
}

// Owes tells whether a person has something to answer: now, or once its day has
// come.
func (d *agenda) Owes(w Who) bool {
	if _, open := d.Next(w); open {
		return true
	}
	return slices.ContainsFunc(d.head.Waiting, func(wait Waiting) bool {
		q, ok := d.q.Question(wait.Place.Question())
		return ok && wait.To == "" && d.May(w, q, wait.Place.Path()) && d.Relevant(wait.Place) == Yes
	})
}
