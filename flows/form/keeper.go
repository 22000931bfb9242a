package form

import "slices"

// Keeper is the person who sees to what a plan is about: the respondent who was
// named, or whoever planned it while that one has not come in, or any colleague
// if that one has withdrawn. It is nil when none of them talks with the bot.
func (d *agenda) Keeper(p Plan) *Person {
	if named := d.PersonOf(p.Who); named != nil {
		return named
	}
	q, ok := d.q.Question(p.Place.Question())
	if !ok || q.Calendar == nil {
		return nil
	}
	if a := d.given(q.Calendar.first, p.Place.Path()); a != nil {
		planner := d.Person(a.Author.Person)
		if planner == nil || planner.Respondent != "" || a.Author.Respondent == "" {
			return planner
		}
		return d.personWhere(func(p Person) bool { return p.Respondent != "" && p.Delegate == "" })
	}
	return nil
}

// DueOf gives the first place of a calendar's moments that is open for a
// person.
func (d *agenda) DueOf(w Who, p Place) (Place, bool) {
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
func (d *agenda) OpenOf(w Who, item Path) (Place, bool) {
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

// Theirs tells whether a place stands in a moment of a calendar that somebody
// else sees to, who talks with the bot: it is not asked of this person by
// itself, and may be answered by them all the same.
func (d *agenda) Theirs(w Who, p Place) bool {
	for item := p.Path(); item != ""; item = item.Parent() {
		if d.keptByOther(w, item) {
			return true
		}
	}
	return false
}

func (d *agenda) keptByOther(w Who, item Path) bool {
	it := d.Item(item)
	if it == nil || it.Moment == nil {
		return false
	}
	at := slices.IndexFunc(d.head.Plans, func(o Plan) bool { return o.Place == it.Via })
	return at >= 0 && d.other(w, d.head.Plans[at].Who)
}

// other tells whether a respondent is somebody else who talks with the bot.
func (d *agenda) other(w Who, respondent string) bool {
	return respondent != "" && respondent != w.Respondent && d.PersonOf(respondent) != nil && !d.gone(respondent)
}

// eachKeptByOther calls f for every open place that would be this person's if
// nobody else saw to it.
func (d *agenda) eachKeptByOther(w Who, f func(*Question)) {
	for _, plan := range d.head.Plans {
		q := d.q.questions[plan.Place.Question()]
		if q == nil || q.Adds == nil || !d.other(w, plan.Who) {
			continue
		}
		for _, n := range d.list(q.Adds, plan.Place.Path()).doc.Open {
			it := d.Item(plan.Place.Path().Join(q.Adds.id(n)))
			if it == nil || it.Moment == nil {
				continue
			}
			for _, id := range it.Open {
				if asked := d.q.questions[id]; asked != nil && d.May(w, asked, it.Path) {
					f(asked)
				}
			}
		}
	}
}
