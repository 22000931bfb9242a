package form

import "slices"

// Relevant tells whether a place is to be asked at all: its phase has begun,
// its items are live and pass their loops' filters, and its condition holds.
func (d *relevance) Relevant(p Place) Tri {
	q, ok := d.q.Question(p.Question())
	if !ok || !d.begun(q.Phase) {
		return No
	}
	path := p.Path()
	truth := Yes
	for i, loop := range q.loops {
		truth = min(truth, d.live(path.Prefix(i+1)))
		if truth == No {
			return No
		}
		if loop.Where != nil {
			s := scope{d: d, loop: q.Loop[:i+1], path: path.Prefix(i + 1)}
			truth = min(truth, s.truth(loop.Where))
		}
	}
	if q.When != nil && truth != No {
		s := scope{d: d, loop: q.Loop, path: path}
		truth = min(truth, s.truth(q.When))
	}
	return truth
}

// Has tells whether a place is one of this dossier: a question, and items that
// were made, archived or not.
func (d *relevance) Has(p Place) bool {
	q, ok := d.q.Question(p.Question())
	path := p.Path()
	if !ok || !p.stands(q.ID, path) || path.Depth() != len(q.Loop) {
		return false
	}
	for i, c := range q.Loop {
		if it := d.Item(path.Prefix(i + 1)); it == nil || it.Collection != c.ID {
			return false
		}
	}
	return true
}

// live tells whether an item is there: neither archived nor made by an answer
// that is not asked any more.
func (d *relevance) live(p Path) Tri {
	it := d.Item(p)
	if it == nil || it.Archived {
		return No
	}
	via, ok := d.q.Question(it.Via.Question())
	if !ok || !via.turns {
		return Yes // the items around are looked at by the caller
	}
	return d.Relevant(it.Via)
}

// eachAsked is each, without the items made by an answer that is not asked any
// more.
func (d *relevance) eachAsked(c *Collection, under Path, f func(Path)) {
	d.each(c, under, func(p Path) {
		for up, of := p, c; of != nil; up, of = up.Parent(), of.Of {
			if of.mayVanish() && d.live(up) == No {
				return
			}
		}
		f(p)
	})
}

// mayVanish tells whether an answer that makes items of c may stop being asked.
func (c *Collection) mayVanish() bool {
	return slices.ContainsFunc(c.adders, func(q *Question) bool { return q.turns })
}

// begun tells whether a phase is the present one or an earlier one.
func (d *documents) begun(p *Phase) bool {
	for _, other := range d.q.Phases {
		if other == p {
			return true
		}
		if other.ID == d.head.Phase {
			return false
		}
	}
	return false
}
