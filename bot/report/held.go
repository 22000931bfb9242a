package report

import (
	"context"
	"fmt"
	"slices"

	"visesbot/flows/form"
)

// Snapshots is a store that shows the snapshots of a dossier. Both stores do.
type Snapshots interface {
	Snapshots(ctx context.Context, dossier string) ([]form.Snapshot, error)
}

// held is a dossier that was read as a whole; it is a [form.Source].
type held struct {
	head    form.Head
	answers map[form.Place]form.Answer
	lists   map[form.ListKey]form.List
	items   map[form.Path]form.Item
}

// Held gives the documents of a dossier to read from.
func Held(c form.Changes) form.Source {
	h := held{answers: map[form.Place]form.Answer{}, lists: map[form.ListKey]form.List{}, items: map[form.Path]form.Item{}}
	if c.Head != nil {
		h.head = *c.Head
	}
	for _, a := range c.Answers {
		h.answers[a.Place] = a
	}
	for _, l := range c.Lists {
		h.lists[l.Key()] = l
	}
	for _, i := range c.Items {
		h.items[i.Path] = i
	}
	return h
}

// Head is that of the dossier.
func (h held) Head() form.Head { return h.head }

// Answer gives the answer at a place.
func (h held) Answer(p form.Place) (*form.Answer, bool) {
	a, ok := h.answers[p]
	return &a, ok
}

// List gives the list of a collection.
func (h held) List(k form.ListKey) (*form.List, bool) {
	l, ok := h.lists[k]
	return &l, ok
}

// Item gives an item.
func (h held) Item(p form.Path) (*form.Item, bool) {
	i, ok := h.items[p]
	return &i, ok
}

// Answers are all of them.
func (h held) Answers() []form.Answer {
	var all []form.Answer
	for _, a := range h.answers {
		all = append(all, a)
	}
	return all
}

// Deliveries are none: a report says nothing of who followed which module.
func (h held) Deliveries() []form.Delivery { return nil }

// Copy reads a dossier as a whole, for who cannot stay with its source.
func Copy(q *form.Questionnaire, src form.Source) form.Changes {
	head := src.Head()
	c := form.Changes{Head: &head, Answers: src.Answers()}
	for _, x := range q.Collections {
		if x.Of == nil {
			copyList(q, src, x, "", &c)
		}
	}
	return c
}

func copyList(q *form.Questionnaire, src form.Source, x *form.Collection, parent form.Path, c *form.Changes) {
	l, ok := src.List(form.ListKeyOf(x.ID, parent))
	if !ok {
		return
	}
	c.Lists = append(c.Lists, *l)
	for n := 1; n <= l.Made; n++ {
		p := parent.Join(fmt.Sprintf("%s%d", x.Prefix, n))
		it, ok := src.Item(p)
		if !ok {
			continue
		}
		c.Items = append(c.Items, *it)
		for _, below := range q.Collections {
			if below.Of == x {
				copyList(q, src, below, p, c)
			}
		}
	}
}

// At gives a dossier as it was when a phase was closed last, and the snapshot
// that says so. What was released is what is released now.
func At(q *form.Questionnaire, src form.Source, shots []form.Snapshot, phase string) (form.Source, *form.Snapshot, error) {
	last := latest(shots, phase, nil)
	if last == nil {
		if _, ok := q.Phase(phase); !ok {
			return nil, nil, fmt.Errorf("there is no phase %q: they are %s", phase, phases(q))
		}
		return nil, nil, fmt.Errorf("the phase %q has not been closed yet: leave --snapshot out for the present state", phase)
	}
	c := Copy(q, src)
	c.Answers = nil
	for _, p := range q.Phases {
		if shot := latest(shots, p.ID, last); shot != nil {
			for _, a := range shot.Answers {
				c.Answers = append(c.Answers, a.Answer)
			}
		}
	}
	for i := range c.Items {
		c.Items[i].Archived = c.Items[i].Archived || c.Items[i].At.After(last.At)
	}
	for i := range c.Lists {
		l := &c.Lists[i]
		for n := 1; n <= l.Made; n++ {
			it, ok := src.Item(l.Parent.Join(fmt.Sprintf("%s%d", prefix(q, l.Collection), n)))
			if ok && it.At.After(last.At) && !slices.Contains(l.Archived, n) {
				l.Archived = append(slices.Clone(l.Archived), n)
			}
		}
	}
	c.Head.Closed = slices.DeleteFunc(slices.Clone(c.Head.Closed), func(x form.Closed) bool { return x.At.After(last.At) })
	return Held(c), last, nil
}

func prefix(q *form.Questionnaire, collection string) string {
	if c, ok := q.Collection(collection); ok {
		return c.Prefix
	}
	return ""
}

// latest is the last snapshot of a phase, not after another one.
func latest(shots []form.Snapshot, phase string, before *form.Snapshot) (found *form.Snapshot) {
	for i := range shots {
		s := &shots[i]
		if s.Phase == phase && (before == nil || !s.At.After(before.At)) && (found == nil || s.At.After(found.At)) {
			found = s
		}
	}
	return found
}

func phases(q *form.Questionnaire) string {
	all := ""
	for i, p := range q.Phases {
		if i > 0 {
			all += ", "
		}
		all += p.ID
	}
	return all
}
