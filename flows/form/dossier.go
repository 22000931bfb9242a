package form

import (
	"slices"
	"time"
)

// Dossier is the working copy of one dossier during one turn: it reads the
// documents it needs from a [Source], keeps what is changed to itself, and
// gives the changes at the end. It is not safe for concurrent use.
//
// A Dossier also keeps up, with every change, which places are open: per item,
// per list and in the head. That index is only a cache of what [Dossier.Relevant]
// and the answers say (see [Dossier.Recount]); it makes the next question cost
// what it depends on and not what the dossier holds.
//
// What a dossier knows stands in layers, each of which knows those below it and
// none above; here it is changed.
type Dossier struct{ upkeep }

// upkeep keeps up the index of what is open, and what waits, is planned,
// promised and released, after a change.
type upkeep struct{ agenda }

// agenda is what is computed for a person: what they may and have to answer,
// what is next, how much is left.
type agenda struct{ standing }

// standing is how answers stand: whether they are open, given or to check, what
// they read like, and what could be an answer at all.
type standing struct{ relevance }

// relevance is what is asked, from the conditions of the content and the
// calendars.
type relevance struct{ documents }

// documents are the documents of this turn: what was read from the source, and
// what was changed since.
type documents struct {
	q    *Questionnaire
	src  Source
	now  time.Time
	head Head

	answers table[Place, Answer]
	lists   table[listAt, List]
	items   table[Path, Item]
	order   []touched
	records []Record
	snaps   []Snapshot
	changed bool
	lapsed  bool    // what was signed has changed since Open
	by      Author  // who did what is being settled
	trial   *Answer // taken for the answer at its place while rules are tried

	queue []Place
	turns map[Place]Status // what was relevant when it was last looked at, while settling

	firstOrder [8]touched
	firstQueue [8]Place
}

// kept is a document read, and whether it exists and was changed.
type kept[T any] struct {
	doc     *T
	exists  bool
	changed bool
}

// touched remembers the order in which documents were first changed: one of
// the three.
type touched struct {
	answer *Answer
	list   *List
	item   *Item
}

// Open makes a working copy. now is the only time the dossier knows.
func Open(q *Questionnaire, src Source, now time.Time) *Dossier {
	d := new(Dossier)
	d.documents = documents{q: q, src: src, now: now, head: src.Head()}
	d.order, d.queue = d.firstOrder[:0], d.firstQueue[:0]
	return d
}

// Begin founds a new dossier for an enterprise, in the first phase. On one
// that exists it does nothing.
func (d *Dossier) Begin(id string, e Enterprise) {
	if d.head.Version > 0 || d.changed {
		return
	}
	d.changed = true
	d.head = Head{Dossier: id, Content: d.q.Version, Enterprise: e, Phase: d.q.Phases[0].ID}
	d.index(d.q.Phases[0])
}

// Questionnaire is what is asked.
func (d *documents) Questionnaire() *Questionnaire { return d.q }

// Head is the dossier as a whole. The caller must not change what it holds.
func (d *documents) Head() *Head { return &d.head }

// Exists tells whether the dossier was founded.
func (d *documents) Exists() bool { return d.head.Phase != "" }

// civil is the date of a moment where it was, at 00:00 UTC.
func civil(t time.Time) time.Time {
	y, m, day := t.Date()
	return time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
}

func (d *documents) answerDoc(p Place) *kept[Answer] {
	k := d.answers.get(p)
	if k == nil {
		k = d.answers.put(p)
		k.doc, k.exists = d.src.Answer(p)
	}
	return k
}

// Answer gives what was answered at a place, archived or not; nil if nothing.
func (d *documents) Answer(p Place) *Answer {
	if k := d.answerDoc(p); k.exists {
		return k.doc
	}
	return nil
}

// current gives the answer at a place unless its branch is closed.
func (d *documents) current(p Place) *Answer {
	if d.trial != nil && d.trial.Place == p {
		return d.trial
	}
	if a := d.Answer(p); a != nil && !a.Archived {
		return a
	}
	return nil
}

// listAt is what a list is of, and below which item.
type listAt struct {
	of     *Collection
	parent Path
}

func (d *documents) list(c *Collection, parent Path) *kept[List] {
	key := listAt{c, parent}
	k := d.lists.get(key)
	if k == nil {
		k = d.lists.put(key)
		if k.doc, k.exists = d.src.List(ListKeyOf(c.ID, parent)); !k.exists {
			k.doc = new(List)
			k.doc.Collection, k.doc.Parent = c.ID, parent
		}
	}
	return k
}

func (d *documents) item(p Path) *kept[Item] {
	k := d.items.get(p)
	if k == nil {
		k = d.items.put(p)
		if k.doc, k.exists = d.src.Item(p); !k.exists {
			k.doc = new(Item)
		}
	}
	return k
}

// Item gives an item, archived or not; nil if there is none.
func (d *documents) Item(p Path) *Item {
	if k := d.item(p); k.exists {
		return k.doc
	}
	return nil
}

func (d *documents) changedAnswer(p Place) *kept[Answer] {
	k := d.answerDoc(p)
	if !k.exists && !k.changed {
		k.doc = new(Answer)
	}
	if !k.changed {
		k.changed, d.changed = true, true
		d.order = append(d.order, touched{answer: k.doc})
	}
	k.exists = true
	return k
}

func (d *documents) changedList(k *kept[List]) *List {
	if !k.changed {
		k.changed, d.changed = true, true
		k.doc.Archived, k.doc.Open = slices.Clone(k.doc.Archived), slices.Clone(k.doc.Open)
		d.order = append(d.order, touched{list: k.doc})
	}
	k.exists = true
	return k.doc
}

func (d *documents) changedItem(k *kept[Item]) *Item {
	if !k.changed {
		k.changed, d.changed = true, true
		k.doc.Open, k.doc.Below = slices.Clone(k.doc.Open), slices.Clone(k.doc.Below)
		d.order = append(d.order, touched{item: k.doc})
	}
	k.exists = true
	return k.doc
}

// changedHead gives the head to be changed. Its slices may be shared with the
// source: they are replaced, never written into.
func (d *documents) changedHead() *Head {
	d.changed = true
	return &d.head
}

// Changes gives everything that changed since Open.
func (d *documents) Changes() Changes {
	if !d.changed {
		return Changes{}
	}
	head := d.head
	head.Version++
	c := Changes{Head: &head, Records: d.records, Snapshots: d.snaps}
	c.Answers, c.Lists, c.Items = d.room()
	for _, t := range d.order {
		switch {
		case t.answer != nil:
			c.Answers = append(c.Answers, *t.answer)
		case t.list != nil:
			c.Lists = append(c.Lists, *t.list)
		default:
			c.Items = append(c.Items, *t.item)
		}
	}
	return c
}

// room makes room for the documents that changed, and no more.
func (d *documents) room() (answers []Answer, lists []List, items []Item) {
	var a, l, i int
	for _, t := range d.order {
		switch {
		case t.answer != nil:
			a++
		case t.list != nil:
			l++
		default:
			i++
		}
	}
	return slices.Grow(answers, a), slices.Grow(lists, l), slices.Grow(items, i)
}

// Aside lists the answers that were archived since Open, in the order in
// which they were.
func (d *documents) Aside() []Answer {
	var out []Answer
	for _, t := range d.order {
		if t.answer != nil && t.answer.Archived {
			out = append(out, *t.answer)
		}
	}
	return out
}

// record keeps one thing done.
func (d *documents) record(r Record) {
	h := d.changedHead()
	h.Records++
	r.Seq = h.Records
	if r.At.IsZero() {
		r.At = d.now
	}
	d.records = append(d.records, r)
	d.lapse(r)
}
