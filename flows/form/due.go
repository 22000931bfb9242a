package form

// Dues lists, of each moment of a calendar that has come, the first place that
// is open for a person. Nothing is read while none of its questions is open
// anywhere.
func (d *agenda) Dues(w Who, p Place) []Place {
	q, ok := d.q.Question(p.Question())
	if !ok || q.Adds == nil || !d.openBelow(q.Adds) {
		return nil
	}
	var all []Place
	for _, n := range d.list(q.Adds, p.Path()).doc.Open {
		if at, open := d.OpenOf(w, p.Path().Join(q.Adds.id(n))); open {
			all = append(all, at)
		}
	}
	return all
}

// openBelow tells whether anything is open that is asked of the items of a
// collection themselves.
func (d *agenda) openBelow(c *Collection) bool {
	for _, t := range d.head.Below {
		if q := d.q.questions[t.Question]; q != nil && len(q.Loop) > 0 && q.Loop[len(q.Loop)-1] == c {
			return true
		}
	}
	return false
}
