package form

// Keeper is the person who sees to what a plan is about: the respondent who was
// named, or whoever planned it while that one has not come in. It is nil when
// neither talks with the bot.
func (d *Dossier) Keeper(p Plan) *Person {
	if named := d.PersonOf(p.Who); named != nil {
		return named
	}
	q, ok := d.q.Question(p.Place.Question())
	if !ok || q.Calendar == nil {
		return nil
	}
	if a := d.given(q.Calendar.first, p.Place.Path()); a != nil {
		return d.Person(a.Author.Person)
	}
	return nil
}

// DueOf gives the first place of a calendar's moments that is open for a
// person.
func (d *Dossier) DueOf(w Who, p Place) (Place, bool) {
	q, ok := d.q.Question(p.Question())
	if !ok || q.Adds == nil {
		return "", false
	}
	for _, n := range d.list(q.Adds, p.Path()).doc.Open {
		if at, open := d.OpenOf(w, p.Path().Join(q.Adds.id(n))); open {
			return at, true
		}
	}
	return "", false
}

// OpenOf gives the first open place of a calendar's item for a person.
func (d *Dossier) OpenOf(w Who, item Path) (Place, bool) {
	it := d.Item(item)
	if it == nil || it.Moment == nil {
		return "", false
	}
	for _, id := range it.Open {
		if q := d.q.questions[id]; q != nil && d.May(w, q, item) {
			return At(id, item), true
		}
	}
	return "", false
}
