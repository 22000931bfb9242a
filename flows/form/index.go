package form

import "slices"

// index enters all places of a phase that begins.
func (d *upkeep) index(p *Phase) {
	for _, q := range p.questions {
		d.places(q, "", d.touch)
	}
	d.settle()
}

// places calls f for every place of a question below a path whose items are
// not archived.
func (d *documents) places(q *Question, under Path, f func(Place)) {
	n := len(q.Loop)
	if n == 0 {
		f(Place(q.ID))
		return
	}
	if under.Depth() == n {
		f(At(q.ID, under))
		return
	}
	d.each(q.Loop[n-1], under, func(p Path) { f(At(q.ID, p)) })
}

// inside calls f for every place that stands in an item of c or below it.
func (d *documents) inside(c *Collection, p Path, f func(Place)) {
	depth := c.Depth()
	for _, q := range d.q.order {
		if len(q.Loop) >= depth && q.Loop[depth-1] == c {
			d.places(q, p, f)
		}
	}
}

func (d *upkeep) touch(p Place) { d.queue = append(d.queue, p) }

func (d *upkeep) touchInside(c *Collection, p Path) { d.inside(c, p, d.touch) }

// touchDependents queues every place whose status hangs on the answer at p.
func (d *upkeep) touchDependents(q *Question, p Place) {
	for _, x := range q.dependents {
		if d.begun(x.question.Phase) {
			d.places(x.question, p.Path().Prefix(x.depth), d.touch)
		}
	}
	for _, other := range q.pipedInto {
		if d.begun(other.Phase) {
			d.places(other, p.Path().Prefix(shared(q.Loop, other.Loop)), d.touch)
		}
	}
}

// settle recomputes every queued place, and what hangs on those that changed.
func (d *upkeep) settle() {
	for i := 0; i < len(d.queue); i++ {
		d.recompute(d.queue[i])
	}
	d.queue, d.turns = d.queue[:0], nil
}

func (d *upkeep) recompute(p Place) {
	q, _ := d.q.Question(p.Question())
	status := d.Status(p)
	flipped := d.archiveAnswer(p, status)
	if flipped {
		status = d.Status(p)
	}
	d.setOpen(q, p, status.Open())
	if q.Calendar != nil {
		d.setPlan(q, p, status)
	}
	if q.Releases != nil {
		d.setRelease(q, p, status)
	}
	if q.Follow != nil {
		d.setPromise(q, p, status)
	}
	if flipped || d.turned(q, p, status) {
		d.touchAround(q, p)
	}
}

// touchAround queues what hangs on a place that is asked now, or not any more.
func (d *upkeep) touchAround(q *Question, p Place) {
	d.touchDependents(q, p)
	if q.Adds != nil {
		d.eachOf(q.Adds, p.Path(), func(item Path) { d.touchInside(q.Adds, item) })
	}
}

// turned tells whether a place may have become relevant or irrelevant since
// what hangs on it was last looked at. Relevance is not stored: the first look
// in a settling counts as a turn.
func (d *upkeep) turned(q *Question, p Place, s Status) bool {
	if !q.turns || len(q.dependents) == 0 && q.Adds == nil {
		return false
	}
	s = min(s, ToAsk) // irrelevant, undecided, or asked
	if before, seen := d.turns[p]; seen && before == s {
		return false
	}
	if d.turns == nil {
		d.turns = map[Place]Status{}
	}
	d.turns[p] = s
	return true
}

// archiveAnswer archives the answer of a closed branch and restores that of
// one that is open again, or may be; it tells whether it did. An answer is
// archived by what the others say now, never by how they came about.
func (d *upkeep) archiveAnswer(p Place, s Status) bool {
	a := d.Answer(p)
	away := s == Irrelevant
	if a == nil || a.Archived == away {
		return false
	}
	k := d.changedAnswer(p)
	k.doc.Archived = away
	d.rewait(k.doc, k.doc.Author.Respondent)
	return true
}

// setOpen enters a place into the index, or takes it out.
func (d *upkeep) setOpen(q *Question, p Place, open bool) {
	if len(q.Loop) == 0 {
		d.setOpenHead(q, open)
		return
	}
	path := p.Path()
	k := d.item(path)
	if !k.exists || slices.Contains(k.doc.Open, q.ID) == open {
		return
	}
	it := d.changedItem(k)
	if open {
		it.Open = d.inOrder(append(it.Open, q.ID))
	} else {
		it.Open = slices.DeleteFunc(it.Open, func(id string) bool { return id == q.ID })
	}
	step := -1
	if open {
		step = 1
	}
	for up := path.Parent(); up != ""; up = up.Parent() {
		it := d.changedItem(d.item(up))
		it.Below = d.tally(it.Below, q.ID, step)
	}
	h := d.changedHead()
	h.Below = d.tally(slices.Clone(h.Below), q.ID, step)
	d.setOpenLists(q, path)
}

func (d *upkeep) setOpenHead(q *Question, open bool) {
	if slices.Contains(d.head.Open, q.ID) == open {
		return
	}
	h := d.changedHead()
	kept := make([]string, 0, len(h.Open)+1)
	for _, id := range h.Open {
		if id != q.ID {
			kept = append(kept, id)
		}
	}
	if open {
		kept = d.inOrder(append(kept, q.ID))
	}
	h.Open = kept
}

// setOpenLists marks in each list around a place whether its item has
// something open.
func (d *upkeep) setOpenLists(q *Question, path Path) {
	for i := len(q.Loop) - 1; i >= 0; i-- {
		here := path.Prefix(i + 1)
		it := d.item(here).doc
		k := d.list(q.Loop[i], here.Parent())
		n := q.Loop[i].num(here)
		has := len(it.Open) > 0 || len(it.Below) > 0
		if slices.Contains(k.doc.Open, n) == has {
			continue
		}
		l := d.changedList(k)
		if has {
			l.Open = insert(l.Open, n)
		} else {
			l.Open = remove(l.Open, n)
		}
	}
}

// inOrder sorts ids of questions in document order.
func (d *documents) inOrder(ids []string) []string {
	slices.SortFunc(ids, d.compareIDs)
	return ids
}

func (d *documents) compareIDs(a, b string) int {
	return d.q.questions[a].Index - d.q.questions[b].Index
}

// tally adds step to the count of a question; a count of nothing is left out.
func (d *upkeep) tally(t []Tally, question string, step int) []Tally {
	for i := range t {
		if t[i].Question != question {
			continue
		}
		if t[i].Open += step; t[i].Open == 0 {
			return slices.Delete(t, i, i+1)
		}
		return t
	}
	t = append(t, Tally{Question: question, Open: step})
	slices.SortFunc(t, func(a, b Tally) int { return d.compareIDs(a.Question, b.Question) })
	return t
}

func count(t []Tally, question string) int {
	for _, n := range t {
		if n.Question == question {
			return n.Open
		}
	}
	return 0
}
