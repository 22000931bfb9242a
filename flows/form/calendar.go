package form

import (
	"slices"
	"time"
)

// Calendar says that the items of a repeat question come by themselves, each
// when it is due: what is collected every month is asked for every month. What
// it goes by is named as in expressions.
type Calendar struct {
	First string // a date: when first
	Every string // a choice among once, month, quarter, half, year, pathway
	Until string // a period: over which; may be empty
	Who   string // a ref to the respondent who sees to it; may be empty
	Span  string // a period asked of each item: answered from the calendar

	first, every, until, who, span *Question
}

// Plan is when a calendar has to be looked at again. Plans are an index like
// [Head.Open]: kept up with every change, so that nothing has to be searched.
type Plan struct {
	Place Place     `json:"place,nocopy"`            // of the question whose items come by themselves
	Next  time.Time `json:"next,omitempty,omitzero"` // the day the next one is due; none: no more come
	Who   string    `json:"who,omitempty,nocopy"`    // the respondent who sees to it
}

// Fate says how a moment of a calendar stands.
type Fate string

// The fates of a moment.
const (
	ToCome    Fate = "to come"
	DueNow    Fate = "due"
	Collected Fate = "collected" // something was answered
	Missed    Fate = "missed"    // a later one was due before anything was answered; it may still be
)

// Dated is a moment with what became of it.
type Dated struct {
	Moment
	Place Place // of the question whose items come by themselves
	Item  Path  // empty while it is to come
	Fate  Fate
}

// rhythm is what was planned at a place; false while that is not known.
func (d *relevance) rhythm(q *Question, path Path) (rhythm, bool) {
	c := q.Calendar
	first, every := d.given(c.first, path), d.given(c.every, path)
	if first == nil || every == nil || len(every.Value.Choices) == 0 {
		return rhythm{}, false
	}
	r := rhythm{first: first.Value.Date, every: every.Value.Choices[0], most: q.Most()}
	if it := d.Item(path); it != nil && it.Into != "" {
		r.over = true
	}
	if c.until != nil {
		if over := d.given(c.until, path); over != nil {
			r.start, r.end = over.Value.Date, over.Value.Until
		}
	}
	return r, true
}

// given is what was answered to a question at a path, or around it.
func (d *relevance) given(q *Question, path Path) *Answer {
	a := d.current(At(q.ID, path.Prefix(len(q.Loop))))
	if a == nil || a.State != Given {
		return nil
	}
	return a
}

// planned tells whether the items of a question come by themselves.
func (d *relevance) planned(q *Question, path Path) bool {
	if q.Calendar == nil {
		return false
	}
	_, ok := d.rhythm(q, path)
	return ok
}

// keeper is the respondent who sees to what is planned at a path.
func (d *relevance) keeper(q *Question, path Path) string {
	if q.Calendar.who == nil {
		return ""
	}
	a := d.given(q.Calendar.who, path)
	if a == nil {
		return ""
	}
	return first(a.Value.Choices)
}

// setPlan keeps up when a calendar has to be looked at again.
func (d *upkeep) setPlan(q *Question, p Place, s Status) {
	plan, ok := Plan{Place: p}, false
	if s != Irrelevant && s != Undecided && d.planned(q, p.Path()) {
		plan, ok = d.plan(q, p), true
	}
	at := slices.IndexFunc(d.head.Plans, func(o Plan) bool { return o.Place == p })
	if at < 0 && !ok || at >= 0 && ok && d.head.Plans[at] == plan {
		return
	}
	h := d.changedHead()
	h.Plans = slices.Clone(h.Plans)
	if at >= 0 {
		h.Plans = slices.Delete(h.Plans, at, at+1)
	}
	if ok {
		h.Plans = append(h.Plans, plan)
		slices.SortFunc(h.Plans, func(a, b Plan) int { return d.Compare(a.Place, b.Place) })
	}
}

func (d *relevance) plan(q *Question, p Place) Plan {
	plan := Plan{Place: p, Who: d.keeper(q, p.Path())}
	for _, m := range d.wanting(q, p) {
		plan.Next = m.Due
		break
	}
	for _, it := range d.strays(q, p) {
		plan.Next = it.Moment.Due
	}
	return plan
}

// strays are the moments that came under another plan, of which nobody has
// answered anything, and which the present plan does not have.
func (d *relevance) strays(q *Question, p Place) []*Item {
	r, ok := d.rhythm(q, p.Path())
	if !ok {
		return nil
	}
	planned := r.moments()
	return slices.DeleteFunc(d.madeBy(q, p), func(it *Item) bool {
		return it.Archived || slices.Contains(planned, *it.Moment) || d.touched(q, it.Path)
	})
}

// wanting are the moments of a calendar that have no item yet. What was
// collected under an earlier plan stays, and is not asked for again.
func (d *relevance) wanting(q *Question, p Place) []Moment {
	r, ok := d.rhythm(q, p.Path())
	if !ok {
		return nil
	}
	var out []Moment
	made, last := d.madeBy(q, p), d.lastCollected(q, p)
	for _, m := range r.moments() {
		if m.Due.After(last) && !slices.ContainsFunc(made, func(it *Item) bool { return *it.Moment == m }) {
			out = append(out, m)
		}
	}
	return out
}

// madeBy are the items that a calendar has made, archived or not.
func (d *relevance) madeBy(q *Question, p Place) []*Item {
	var out []*Item
	parent := p.Path()
	for n, last := 1, d.list(q.Adds, parent).doc.Made; n <= last; n++ {
		if it := d.Item(parent.Join(q.Adds.id(n))); it != nil && it.Moment != nil {
			out = append(out, it)
		}
	}
	return out
}

// lastCollected is when the last moment was due of which something is known,
// also of a former version of what is followed.
func (d *relevance) lastCollected(q *Question, p Place) (last time.Time) {
	for _, version := range d.Versions(p.Path()) {
		for _, it := range d.madeBy(q, At(q.ID, version)) {
			if d.touched(q, it.Path) && it.Moment.Due.After(last) {
				last = it.Moment.Due
			}
		}
	}
	return last
}

// touched tells whether anybody has answered anything about an item.
func (d *documents) touched(q *Question, p Path) bool {
	found := false
	d.inside(q.Adds, p, func(at Place) {
		if q.Calendar.span != nil && at.Question() == q.Calendar.span.ID {
			return
		}
		found = found || d.Answer(at) != nil
	})
	return found
}
