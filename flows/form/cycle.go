package form

import (
	"slices"
	"time"
)

// Cycle says how the next cycle of a questionnaire begins when the last phase
// of this one is closed: what is taken along, what is asked anew, and what the
// last values become.
type Cycle struct {
	By     string   // id of the question that says which way
	At     string   // id of the question that says when
	Ways   []Way    // one per option of By that leads to a next cycle; the others are a pause
	Renew  []string // ids of questions and phases: asked anew, with the former answer beside
	Shelve []string // ids of collections: the next cycle begins with none of their items
	Start  []Carry  // what the last values become
	Grow   *Grow    // what becomes of things found on the way
}

// Way is one way to go on: from which phase, and what it asks anew beside what
// every way does.
type Way struct {
	Option string
	Begin  string // id of the phase
	Renew  []string
}

// Carry gives an answer at the beginning: the last of a series, the answer to
// another question about the same item, or a fixed choice.
type Carry struct {
	At   string // id of the question that is answered
	Last string // id of the question below whose last value is taken
	Is   string // this option, where Last has a value
}

// Grow makes of every item of a collection one of another collection: of each
// unexpected effect a change.
type Grow struct {
	Each  string  // id of the collection
	Adds  string  // id of the question that adds the new items
	Below string  // id of the ref question that says below which items
	Copy  []Carry // what is answered about the new item: Last of the old one, or Is
}

// Way finds how an option leads on; false for a pause.
func (c *Cycle) Way(option string) (Way, bool) {
	if c == nil {
		return Way{}, false
	}
	i := slices.IndexFunc(c.Ways, func(w Way) bool { return w.Option == option })
	if i < 0 {
		return Way{}, false
	}
	return c.Ways[i], true
}

// RecordCycle is the kind of record of a next cycle; its Reason is the way, its
// Phase where it begins.
const RecordCycle = "cycle begun"

// NextCycle begins the next cycle in one of the ways, when the last phase is
// closed. Nothing is lost: what is not taken along is archived, or stands as a
// former answer beside the question, and the snapshots stay as they are.
func (d *Dossier) NextCycle(option string, by Author) bool {
	way, ok := d.q.Cycle.Way(option)
	if !ok || !d.ended() {
		return false
	}
	c := d.q.Cycle
	h := d.changedHead()
	h.Cycle++
	promises := h.Promises
	d.record(Record{Kind: RecordCycle, Author: by, Phase: way.Begin, Reason: option})
	starts := d.lasts(c.Start)
	d.grow(c.Grow, by)
	d.shelvePast(c.Shelve, by)
	d.makePast(slices.Concat(c.Renew, way.Renew))
	for _, a := range starts {
		d.Put(a.by(by))
	}
	d.carryPromises(promises)
	d.beginAt(way.Begin)
	return true
}

// beginAt makes a phase the present one, and those before it the closed ones.
func (d *Dossier) beginAt(phase string) {
	h := d.changedHead()
	var closed []Closed
	for _, p := range d.q.Phases {
		if p.ID == phase {
			break
		}
		if i := slices.IndexFunc(h.Closed, func(c Closed) bool { return c.Phase == p.ID }); i >= 0 {
			closed = append(closed, h.Closed[i])
		}
	}
	h.Closed = closed
	d.retreat(phase)
	for _, p := range d.q.Phases {
		if d.begun(p) {
			d.index(p)
		}
	}
}

// lasts are the answers that the last values become.
func (d *agenda) lasts(starts []Carry) []Answer {
	var out []Answer
	for _, s := range starts {
		at, last := d.q.questions[s.At], d.q.questions[s.Last]
		d.places(at, "", func(p Place) {
			series := d.series(last, last.inner(), p.Path(), "")
			if len(series) > 0 && d.Relevant(series[0].Place) == Yes {
				out = append(out, s.carry(at, p, series[len(series)-1]))
			}
		})
	}
	return out
}

// carry makes an answer of another one, or of the choice that is fixed.
func (s Carry) carry(q *Question, p Place, from *Answer) Answer {
	v := from.Value
	switch {
	case s.Is != "":
		v = Value{Choices: []string{s.Is}}
	case q.Type == Date && !v.Until.IsZero():
		v = Value{Date: v.Until} // the last day of the period
	}
	return Answer{Place: p, State: Given, Value: v, Author: Author{Lang: from.Author.Lang}}
}

// by is the answer as somebody takes it along: own words stay in the language
// that they were written in.
func (a Answer) by(who Author) Answer {
	if a.Author.Lang != "" {
		who.Lang = a.Author.Lang
	}
	a.Author = who
	return a
}

// grow makes the new items, below every item that was chosen.
func (d *Dossier) grow(g *Grow, by Author) {
	if g == nil {
		return
	}
	each, _ := d.q.Collection(g.Each)
	var from []Path
	d.eachAsked(each, "", func(p Path) { from = append(from, p) })
	for _, p := range from {
		below := d.current(At(g.Below, p))
		if below == nil || below.State != Given {
			continue
		}
		for _, parent := range below.Value.Choices {
			if !d.lost(parent) {
				d.growOne(g, p, Path(parent), by)
			}
		}
	}
}

func (d *Dossier) growOne(g *Grow, from, parent Path, by Author) {
	adds, it := d.q.questions[g.Adds], *d.Item(from)
	made := d.add(adds, Item{
		Collection: adds.Adds.ID, Label: it.Label, Lang: it.Lang, Via: At(adds.ID, parent), By: it.By, From: from,
	}, parent)
	for _, c := range g.Copy {
		source := &Answer{}
		if c.Last != "" {
			if source = d.current(At(c.Last, from)); source == nil || source.State != Given {
				continue
			}
		}
		d.Put(c.carry(d.q.questions[c.At], At(c.At, made), source).by(by))
	}
}

// shelvePast archives the items that the next cycle begins without.
func (d *Dossier) shelvePast(collections []string, by Author) {
	for _, id := range collections {
		c, _ := d.q.Collection(id)
		for _, p := range d.Items(c, "") {
			d.shelve(p, true, by)
			d.changedItem(d.item(p)).Past = true
		}
	}
}

// makePast takes answers of this cycle for former ones: they are asked again.
func (d *Dossier) makePast(ids []string) {
	for _, id := range ids {
		questions := []*Question{d.q.questions[id]}
		if p, ok := d.q.Phase(id); ok {
			questions = p.questions
		}
		for _, q := range questions {
			d.places(q, "", func(p Place) { d.pastAnswer(q, p) })
		}
	}
	d.settle()
}

func (d *Dossier) pastAnswer(q *Question, p Place) {
	a := d.current(p)
	if a == nil || a.State == Past {
		return
	}
	k := d.changedAnswer(p)
	from := *k.doc
	k.doc.State, k.doc.Revision = Past, from.Revision+1
	k.doc.To, k.doc.Due, k.doc.Confirmed, k.doc.Differs = "", time.Time{}, nil, nil
	kept := *k.doc
	d.record(Record{Kind: RecordAnswer, Author: kept.Author, Answer: &kept})
	d.rewait(k.doc, "")
	d.undiffer(p, from)
	d.touch(p)
	d.touchDependents(q, p)
}
