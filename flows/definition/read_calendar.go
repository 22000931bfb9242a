package definition

import "visesbot/flows/form"

// readCalendar reads by what the items of a question come by themselves.
func (r reader) readCalendar(m *fields, q *form.Question) {
	n := m.get("calendar")
	if n == nil {
		return
	}
	q.Calendar = &form.Calendar{}
	c := r.fields(m.file, n, "calendar")
	c.str(c.need("first"), &q.Calendar.First)
	c.str(c.need("every"), &q.Calendar.Every)
	c.str(c.get("until"), &q.Calendar.Until)
	c.str(c.get("who"), &q.Calendar.Who)
	c.str(c.get("span"), &q.Calendar.Span)
	c.done()
}

// readFollow reads that what a date is about is followed up on that day.
func (r reader) readFollow(m *fields, q *form.Question) {
	n := m.get("follow")
	if n == nil {
		return
	}
	q.Follow = &form.Follow{}
	f := r.fields(m.file, n, "follow")
	f.str(f.get("who"), &q.Follow.Who)
	f.done()
}

// readReleases reads that a question decides who may see its item.
func (r reader) readReleases(m *fields, q *form.Question) {
	n := m.get("releases")
	if n == nil {
		return
	}
	q.Releases = &form.Releasing{}
	f := r.fields(m.file, n, "release")
	f.str(f.get("name"), &q.Releases.Name)
	f.done()
}
