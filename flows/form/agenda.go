package form

import (
	"slices"
)

// Who is the person the agenda is made for.
type Who struct {
	Respondent  string
	Role        string
	Stakeholder Path     // whom a delegate speaks for; empty: the enterprise
	Only        []string // question ids: nothing but these is asked; empty: everything
}

// May tells whether a person may answer a place: by role, and alone where each
// respondent answers for themselves.
func (d *agenda) May(w Who, q *Question, path Path) bool {
	if w.Stakeholder != "" {
		return d.delegateMay(w, q, path)
	}
	if len(q.For) > 0 {
		if !slices.Contains(q.For, w.Role) {
			return false
		}
	} else if outsider(w.Role) {
		return false
	}
	if q.Respond == Each && path.ID() != w.Respondent {
		return false
	}
	return len(w.Only) == 0 || slices.Contains(w.Only, q.ID)
}

// outsider tells whether a role answers nothing but what is meant for it.
func outsider(role string) bool {
	switch role {
	case "accompanist", "researcher", "financier", "trainer":
		return true
	}
	return false
}

// Next gives the first open place of a person: what was handed to them first,
// then the others in document order. It is false when nothing is open.
func (d *agenda) Next(w Who) (Place, bool) {
	if p, ok := d.handed(w); ok {
		return p, true
	}
	open, ok := d.walkPhases(w)
	if due, has := d.due(w); has && (!ok || d.Compare(due, open) < 0) {
		return due, true
	}
	return open, ok
}

// handed is the first place that was delegated to the person.
func (d *agenda) handed(w Who) (Place, bool) {
	for _, wait := range d.head.Waiting {
		if wait.To != "" && d.waitsFor(w, wait) {
			return wait.Place, true
		}
	}
	return "", false
}

// waitsFor tells whether a place that waits is this person's to answer now:
// handed to them, handed on by them and not answered in time, or unknown and
// due again.
func (d *agenda) waitsFor(w Who, wait Waiting) bool {
	q, ok := d.q.Question(wait.Place.Question())
	if !ok || !d.May(w, q, wait.Place.Path()) {
		return false
	}
	if wait.To == "" && wait.Due.After(d.now) {
		return false
	}
	late := wait.From == w.Respondent && !wait.Due.IsZero() && !wait.Due.After(d.now)
	if wait.To != "" && (w.Respondent == "" || d.gone(wait.To) || wait.To != w.Respondent && !late) {
		return false
	}
	return d.Relevant(wait.Place) == Yes
}

// gone tells whether a respondent was taken off the list.
func (d *standing) gone(respondent string) bool {
	it := d.Item(Path(respondent))
	return it == nil || it.Archived
}

// due is the first unknown place whose day has come.
func (d *agenda) due(w Who) (Place, bool) {
	for _, wait := range d.head.Waiting {
		if wait.To == "" && d.waitsFor(w, wait) {
			return wait.Place, true
		}
	}
	return "", false
}

func (d *agenda) walkPhases(w Who) (Place, bool) {
	outside, ok := d.firstOutside(w)
	inside, has := d.firstInside(w)
	if has && (!ok || d.Compare(inside, outside) < 0) {
		return inside, true
	}
	return outside, ok
}

// firstOutside is the first open place that stands in no loop. The head lists
// them in document order.
func (d *agenda) firstOutside(w Who) (Place, bool) {
	for _, id := range d.head.Open {
		if q := d.q.questions[id]; q != nil && d.May(w, q, "") {
			return Place(id), true
		}
	}
	return "", false
}

// firstInside is the first open place that stands in a loop: of the outermost
// loops that the head says have one, in document order.
func (d *agenda) firstInside(w Who) (Place, bool) {
	var tried *Loop
	for _, t := range d.head.Below {
		q := d.q.questions[t.Question]
		if q == nil || len(q.loops) == 0 || q.loops[0] == tried {
			continue
		}
		tried = q.loops[0]
		if p, ok := d.walkLoop(w, tried, ""); ok {
			return p, true
		}
	}
	return "", false
}

// walk looks for the first open place among nodes below a path, passing over
// everything that the index says is settled.
func (d *agenda) walk(w Who, nodes []Node, path Path) (Place, bool) {
	for _, n := range nodes {
		if n.Loop != nil {
			if p, ok := d.walkLoop(w, n.Loop, path); ok {
				return p, true
			}
			continue
		}
		if slices.Contains(d.openAt(path), n.Question.ID) && d.May(w, n.Question, path) {
			return At(n.Question.ID, path), true
		}
	}
	return "", false
}

func (d *documents) openAt(path Path) []string {
	if path == "" {
		return d.head.Open
	}
	return d.item(path).doc.Open
}

func (d *documents) belowOf(path Path) Tallies {
	if path == "" {
		return d.head.Below
	}
	return d.item(path).doc.Below
}

func (d *agenda) walkLoop(w Who, loop *Loop, path Path) (Place, bool) {
	below := d.belowOf(path)
	open := slices.ContainsFunc(loop.questions, func(q *Question) bool { return count(below, q.ID) > 0 })
	if !open {
		return "", false
	}
	for _, n := range d.list(loop.Each, path).doc.Open {
		item := path.Join(loop.Each.id(n))
		if d.keptByOther(w, item) {
			continue
		}
		if p, ok := d.walk(w, loop.Nodes, item); ok {
			return p, true
		}
	}
	return "", false
}

// Left counts the open places of a person, those handed to them and those due
// again among them: core ones, and optional ones.
func (d *agenda) Left(w Who) (core, optional int) {
	d.eachLeft(w, func(q *Question, n int) {
		if q.Core {
			core += n
		} else {
			optional += n
		}
	})
	return core, optional
}

// eachLeft tells of each question how many of its places are left for a person.
func (d *agenda) eachLeft(w Who, add func(q *Question, n int)) {
	for _, id := range d.head.Open {
		if q := d.q.questions[id]; q != nil && d.May(w, q, "") {
			add(q, 1)
		}
	}
	for _, t := range d.head.Below {
		if q := d.q.questions[t.Question]; q != nil {
			add(q, d.mine(w, q, t.Open))
		}
	}
	d.eachKeptByOther(w, func(q *Question) { add(q, -1) })
	for _, wait := range d.head.Waiting {
		if d.waitsFor(w, wait) {
			add(d.q.questions[wait.Place.Question()], 1)
		}
	}
}

// mine is how many of the open places of a question are this person's.
func (d *agenda) mine(w Who, q *Question, open int) int {
	if w.Stakeholder != "" {
		return d.delegated(w, q)
	}
	if q.Respond != Each {
		if d.May(w, q, "") {
			return open
		}
		return 0
	}
	if w.Respondent == "" || !d.May(w, q, Path(w.Respondent)) {
		return 0
	}
	if slices.Contains(d.item(Path(w.Respondent)).doc.Open, q.ID) {
		return 1
	}
	return 0
}
