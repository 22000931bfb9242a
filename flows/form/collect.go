package form

import (
	"slices"
)

// Collect makes the items of every moment that has come, and puts aside those
// that a later one has overtaken while nothing was answered: they were missed,
// and can be brought back. It is made so by the day alone: whoever looks first
// on a day, and however long nobody looked, it comes to the same.
func (d *Dossier) Collect() {
	today := civil(d.now)
	for _, plan := range slices.Clone(d.head.Plans) {
		if plan.Next.IsZero() || plan.Next.After(today) {
			continue
		}
		if q, ok := d.q.Question(plan.Place.Question()); ok && d.Collecting(plan.Place) {
			d.bring(q, plan.Place)
		}
	}
}

// Collecting tells whether what is planned at a place is being collected: its
// phase has begun and is not closed.
func (d *relevance) Collecting(p Place) bool {
	q, ok := d.q.Question(p.Question())
	return ok && q.Calendar != nil && d.begun(q.Phase) && !d.IsClosed(q.Phase.ID)
}

func (d *Dossier) bring(q *Question, p Place) {
	today := civil(d.now)
	for _, it := range d.strays(q, p) {
		d.Archive(it.Path, Author{})
	}
	for _, m := range d.wanting(q, p) {
		if m.Due.After(today) {
			break
		}
		d.overtake(q, p)
		path := d.add(q, Item{Collection: q.Adds.ID, Moment: &m, Via: p}, p.Path())
		if span := q.Calendar.span; span != nil {
			d.Put(Answer{
				Place: At(span.ID, path), State: Given, Value: Value{Date: m.From, Until: m.Until}, Confirmed: ruleIDs(span.Warn),
			})
		}
	}
	d.setPlan(q, p, d.Status(p))
}

// overtake puts aside the moments that nobody has answered anything about.
func (d *Dossier) overtake(q *Question, p Place) {
	for _, it := range d.madeBy(q, p) {
		if !it.Archived && !d.touched(q, it.Path) {
			d.Archive(it.Path, Author{})
		}
	}
}

func ruleIDs(rules []Rule) []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	return ids
}

// Moments lists what was and what will be of the calendar at a place, in order.
// It is empty where nothing is planned.
func (d *relevance) Moments(p Place) []Dated {
	q, ok := d.q.Question(p.Question())
	if !ok || !d.planned(q, p.Path()) {
		return nil
	}
	var out []Dated
	r, _ := d.rhythm(q, p.Path())
	planned := r.moments()
	for _, it := range d.madeBy(q, p) {
		if d.touched(q, it.Path) || slices.Contains(planned, *it.Moment) {
			out = append(out, Dated{Moment: *it.Moment, Place: p, Item: it.Path, Fate: d.fate(q, it)})
		}
	}
	for _, m := range d.wanting(q, p) {
		out = append(out, Dated{Moment: m, Place: p, Fate: ToCome})
	}
	slices.SortStableFunc(out, func(a, b Dated) int { return a.Due.Compare(b.Due) })
	return out
}

func (d *relevance) fate(q *Question, it *Item) Fate {
	switch {
	case d.touched(q, it.Path):
		return Collected
	case it.Archived:
		return Missed
	}
	return DueNow
}

// collected tells whether at least one moment at a place has an answer, or the
// place itself says why there is none.
func (d *relevance) collected(p Place) bool {
	if a := d.current(p); a != nil && (a.State == NotApplicable || a.State == Declined) {
		return true
	}
	q, _ := d.q.Question(p.Question())
	found := false
	d.eachOf(q.Adds, p.Path(), func(item Path) {
		d.inside(q.Adds, item, func(at Place) {
			if q.Calendar.span == nil || at.Question() != q.Calendar.span.ID {
				a := d.current(at)
				found = found || a != nil && a.State == Given
			}
		})
	})
	return found
}

// uncollected are the gaps of a phase's calendars: of all that stand beside
// each other, one at least needs a value, or a reason why there is none.
func (d *agenda) uncollected(p *Phase) []Gap {
	var gaps []Gap
	done := map[Path]bool{}
	var missing []Place
	d.Walk(p, func(at Placed) {
		if at.Question.Calendar == nil || !at.Question.Core || at.Status != Settled {
			return
		}
		if d.collected(at.Place) {
			done[at.Place.Path().Parent()] = true
		} else {
			missing = append(missing, at.Place)
		}
	})
	for _, place := range missing {
		if around := place.Path().Parent(); !done[around] {
			done[around] = true
			gaps = append(gaps, Gap{Place: place})
		}
	}
	return gaps
}
