package form

import (
	"fmt"
	"slices"
	"strconv"
)

// each calls f for every live item of a collection below the given path,
// however deep, in order.
func (d *documents) each(c *Collection, under Path, f func(Path)) {
	if c.Depth() <= under.Depth() {
		return
	}
	if c.Depth() == under.Depth()+1 {
		d.eachOf(c, under, f)
		return
	}
	d.each(c.Of, under, func(p Path) { d.eachOf(c, p, f) })
}

// eachOf calls f for the live items of one list.
func (d *documents) eachOf(c *Collection, parent Path, f func(Path)) {
	l := *d.list(c, parent).doc
	for n := 1; n <= l.Made; n++ {
		if !slices.Contains(l.Archived, n) {
			f(parent.Join(c.id(n)))
		}
	}
}

func (c *Collection) id(n int) string { return c.Prefix + strconv.Itoa(n) }

// num reads the number of an item's id.
func (c *Collection) num(p Path) int {
	n, _ := strconv.Atoi(p.ID()[len(c.Prefix):])
	return n
}

// Items lists the live items of a collection below a path, however deep.
func (d *documents) Items(c *Collection, under Path) []Path {
	var out []Path
	d.each(c, under, func(p Path) { out = append(out, p) })
	return out
}

// Shelved lists the archived items of a collection below a parent, those of
// former cycles left out.
func (d *documents) Shelved(c *Collection, parent Path) []Path {
	var out []Path
	for _, n := range d.list(c, parent).doc.Archived {
		if p := parent.Join(c.id(n)); !d.item(p).doc.Past {
			out = append(out, p)
		}
	}
	return out
}

// Label gives an item's name: its own words, or the text of the option that
// made it.
func (d *relevance) Label(p Path, lang string) string {
	it := d.Item(p)
	if it == nil {
		return ""
	}
	switch {
	case it.Label != "":
		return it.Label
	case it.Moment != nil:
		return it.Moment.Name(lang)
	case it.Option == "":
		return ""
	}
	if q, ok := d.q.Question(it.Via.Question()); ok {
		return q.option(it.Option).Text.In(lang)
	}
	return it.Option
}

// words gives an item's name for conditions: its own words, or the id of the
// option that made it, whatever the language.
func (d *relevance) words(p Path) string {
	it := d.Item(p)
	switch {
	case it == nil:
		return ""
	case it.Option != "":
		return it.Option
	case it.Label == "" && it.Moment != nil:
		return it.Moment.Name("en")
	}
	return it.Label
}

// comesFrom is the id of the collection of the item that an item goes on from.
func (d *relevance) comesFrom(p Path) string {
	it := d.Item(p)
	if it == nil || it.From == "" {
		return ""
	}
	return d.Item(it.From).Collection
}

func (q *Question) option(id string) Option {
	for _, o := range q.Options {
		if o.ID == id {
			return o
		}
	}
	return Option{ID: id, Text: Text{FR: id, NL: id, EN: id}}
}

// Add makes an item with the enterprise's own label, named at place via.
func (d *Dossier) Add(via Place, label string, by Author) (Path, error) {
	q, ok := d.q.Question(via.Question())
	if !ok || q.Adds == nil {
		return "", fmt.Errorf("add an item: %s adds none", via)
	}
	c, parent := q.Adds, via.Path()
	if c.Max > 0 && len(d.Items(c, parent)) >= c.Max {
		return "", fmt.Errorf("add an item: there can be at most %d", c.Max)
	}
	return d.add(q, Item{Collection: c.ID, Label: label, Lang: by.Lang, Via: via, By: by}, parent), nil
}

func (d *upkeep) add(q *Question, it Item, parent Path) Path {
	c := q.Adds
	l := d.changedList(d.list(c, parent))
	l.Made++
	it.Path, it.At = parent.Join(c.id(l.Made)), d.now
	k := d.item(it.Path)
	*k.doc = it
	d.changedItem(k)
	d.record(Record{
		Kind: RecordAdd, Author: it.By,
		Item: &ItemMade{Path: it.Path, Label: it.Label, Option: it.Option, Via: it.Via, From: it.From},
	})
	d.touchInside(c, it.Path)
	d.touchHanded(it.Path)
	d.touchDependents(q, it.Via)
	d.settle()
	return it.Path
}

// Rename changes an item's label everywhere.
func (d *Dossier) Rename(p Path, label string, by Author) {
	k := d.item(p)
	if !k.exists || k.doc.Label == label {
		return
	}
	it := d.changedItem(k)
	it.Label, it.Lang = label, by.Lang
	d.record(Record{Kind: RecordRename, Author: by, Item: &ItemMade{Path: p, Label: label}})
	if q, ok := d.q.Question(it.Via.Question()); ok {
		d.touchDependents(q, it.Via)
		d.settle()
	}
}

// Archive takes an item away, with everything that hangs on it. Nothing is
// deleted: Restore brings all of it back.
func (d *Dossier) Archive(p Path, by Author) { d.shelve(p, true, by) }

// Restore brings an archived item back.
func (d *Dossier) Restore(p Path, by Author) { d.shelve(p, false, by) }

func (d *upkeep) shelve(p Path, away bool, by Author) {
	k := d.item(p)
	if !k.exists || k.doc.Archived == away {
		return
	}
	d.by = by
	it := d.changedItem(k)
	it.Archived = away
	c, _ := d.q.Collection(it.Collection)
	l := d.changedList(d.list(c, p.Parent()))
	n := c.num(p)
	if away {
		l.Archived = insert(l.Archived, n)
	} else {
		l.Archived = remove(l.Archived, n)
	}
	kind := RecordArchive
	if !away {
		kind = RecordRestore
	}
	d.record(Record{Kind: kind, Author: by, Item: &ItemMade{Path: p}})
	d.inside(c, p, func(place Place) {
		d.touch(place)
		d.touchDependents(d.q.questions[place.Question()], place)
	})
	d.touchHanded(p)
	if q, ok := d.q.Question(it.Via.Question()); ok {
		d.touchDependents(q, it.Via)
	}
	d.settle()
}

// touchHanded queues what was handed to a respondent who comes or goes.
func (d *upkeep) touchHanded(p Path) {
	for _, w := range d.head.Waiting {
		if w.To == string(p) {
			d.touch(w.Place)
		}
	}
}

// insert puts n into a sorted slice, once.
func insert(s []int, n int) []int {
	i, found := slices.BinarySearch(s, n)
	if found {
		return s
	}
	return slices.Insert(s, i, n)
}

// remove takes n out of a sorted slice.
func remove(s []int, n int) []int {
	i, found := slices.BinarySearch(s, n)
	if !found {
		return s
	}
	return slices.Delete(s, i, i+1)
}

// Hanging lists the answered places of an item and everything below it: what
// is archived with it, told before it is.
func (d *relevance) Hanging(p Path) []Place {
	it := d.Item(p)
	if it == nil {
		return nil
	}
	var out []Place
	c, _ := d.q.Collection(it.Collection)
	d.inside(c, p, func(place Place) {
		if a := d.current(place); a != nil && a.State == Given {
			out = append(out, place)
		}
	})
	return out
}
