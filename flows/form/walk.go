package form

// Placed is a place with what became of it.
type Placed struct {
	Place    Place
	Question *Question
	Status   Status
	Answer   *Answer // nil when there is none
}

// Walk calls f for every place of a phase in document order, archived items
// left out. It reads the whole phase: for reviews and for checking the index.
func (d *standing) Walk(p *Phase, f func(Placed)) {
	for _, b := range p.Blocks {
		d.WalkBlock(b, f)
	}
}

// WalkBlock is Walk for one block.
func (d *standing) WalkBlock(b *Block, f func(Placed)) { d.walkAll(b.Nodes, "", f) }

func (d *standing) walkAll(nodes []Node, path Path, f func(Placed)) {
	for _, n := range nodes {
		if n.Loop != nil {
			d.eachOf(n.Loop.Each, path, func(p Path) { d.walkAll(n.Loop.Nodes, p, f) })
			continue
		}
		place := At(n.Question.ID, path)
		f(Placed{Place: place, Question: n.Question, Status: d.Status(place), Answer: d.Answer(place)})
	}
}

// Recount computes from the answers alone what the index must hold: the open
// places in document order. Tests compare it with the index at every step.
func (d *standing) Recount() []Place {
	var open []Place
	for _, p := range d.q.Phases {
		if !d.begun(p) {
			break
		}
		d.Walk(p, func(at Placed) {
			if at.Status.Open() {
				open = append(open, at.Place)
			}
		})
	}
	return open
}

// Indexed lists the open places as the index has them, in document order.
func (d *documents) Indexed() []Place {
	var open []Place
	for _, p := range d.q.Phases {
		for _, b := range p.Blocks {
			d.indexed(b.Nodes, "", func(p Place) { open = append(open, p) })
		}
	}
	return open
}

func (d *documents) indexed(nodes []Node, path Path, f func(Place)) {
	for _, n := range nodes {
		if n.Loop != nil {
			for _, i := range d.list(n.Loop.Each, path).doc.Open {
				d.indexed(n.Loop.Nodes, path.Join(n.Loop.Each.id(i)), f)
			}
			continue
		}
		for _, id := range d.openAt(path) {
			if id == n.Question.ID {
				f(At(id, path))
			}
		}
	}
}
