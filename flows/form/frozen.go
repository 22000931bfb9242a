package form

import (
	"slices"
	"strings"
)

// Frozen says which answers about an item cannot change any more once it has
// values, and what a new version of it is asked anew.
type Frozen struct {
	Questions []string // ids: what is frozen
	By        []string // ids: the values, in or below the item
	Anew      []string // ids: what a new version does not take over, beside what is frozen
}

// Freezes lists the values that keep an answer from being changed: those of the
// item that it is about. There are none before the first value.
func (d *standing) Freezes(q *Question, p Place) []*Answer {
	c := q.inner()
	if c == nil || c.Frozen == nil || !slices.Contains(c.Frozen.Questions, q.ID) {
		return nil
	}
	return d.Values(p.Path())
}

// Values lists the values of an item that can have several versions, in their
// order in time.
func (d *relevance) Values(item Path) []*Answer {
	c := d.collectionOf(item)
	if c == nil || c.Frozen == nil {
		return nil
	}
	var out []*Answer
	for _, id := range c.Frozen.By {
		q := d.q.questions[id]
		out = append(out, d.series(q, q.inner(), item, "")...)
	}
	return out
}

func (d *documents) collectionOf(p Path) *Collection {
	it := d.Item(p)
	if it == nil {
		return nil
	}
	c, _ := d.q.Collection(it.Collection)
	return c
}

// Versions lists an item with the versions it goes on from, the first one
// first.
func (d *documents) Versions(p Path) []Path {
	all := []Path{p}
	for it := d.Item(p); it != nil && it.From != "" && it.From.Parent() == p.Parent(); it = d.Item(it.From) {
		all = append(all, it.From)
	}
	slices.Reverse(all)
	return all
}

// Renew makes a new version of an item beside it: an item of its own that says
// where it comes from and takes over what was answered, but for what is frozen
// and what is asked anew. The former version stays as it is. It is false for
// an item that cannot have versions, or has a newer one already.
func (d *Dossier) Renew(p Path, label string, by Author) (Path, bool) {
	c := d.collectionOf(p)
	if c == nil || c.Frozen == nil || d.Item(p).Into != "" {
		return "", false
	}
	old := *d.Item(p)
	via, ok := d.q.Question(old.Via.Question())
	if !ok {
		return "", false
	}
	next := d.add(via, Item{
		Collection: c.ID, Label: label, Lang: by.Lang, Via: old.Via, By: by, From: p,
	}, p.Parent())
	d.changedItem(d.item(p)).Into = next
	d.touchInside(c, p) // it is the newest no more
	d.touchDependents(via, old.Via)
	d.settle()
	d.takeOver(c, p, next)
	return next, true
}

// newest tells whether no version that is still there goes on from an item.
func (d *documents) newest(p Path) bool {
	it := d.Item(p)
	if it == nil || it.Into == "" {
		return true
	}
	next := d.Item(it.Into)
	return next == nil || next.Archived
}

// takeOver copies what was answered about an item to its new version.
func (d *Dossier) takeOver(c *Collection, from, to Path) {
	for _, q := range d.q.order {
		if q.inner() != c || q.Adds != nil || slices.Contains(c.Frozen.Questions, q.ID) || slices.Contains(c.Frozen.Anew, q.ID) {
			continue
		}
		if a := d.current(At(q.ID, from)); a != nil && a.State == Given {
			again := *a
			again.Place = At(q.ID, to)
			d.Put(again)
		}
	}
}

// Break stands between the values of two versions of one thing, where they are
// shown in a row.
const Break = " ⫽ "

// colon stands between a name and a value: in French after a space at which no
// line breaks.
func colon(lang string) string {
	if lang == "fr" {
		return "\u00a0: "
	}
	return ": "
}

// Series shows the values of an item and of its former versions in a row, with
// a visible break between versions.
func (d *standing) Series(item Path, lang string) string {
	var versions []string
	for _, v := range d.Versions(item) {
		var values []string
		for _, a := range d.Values(v) {
			values = append(values, d.Label(a.Place.Path(), lang)+colon(lang)+d.Show(a, lang))
		}
		if len(values) > 0 {
			versions = append(versions, strings.Join(values, "; "))
		}
	}
	return strings.Join(versions, Break)
}
