package formtest

import (
	"fmt"
	"slices"

	"visesbot/flows/form"
)

// Faults tells what is wrong with a dossier as it is kept: everything that is
// kept up with each change is counted anew from the answers and compared. A
// sound dossier has none. all is [Everything] of the dossier.
func Faults(kept *Shared, d *form.Dossier, all []form.Placed) []string {
	f := &faults{q: d.Questionnaire(), kept: kept, d: d, items: kept.Items(), below: map[form.Path]map[string]int{}}
	f.count(all)
	f.head()
	f.perItem()
	f.perList()
	f.waiting()
	f.answers()
	slices.Sort(f.found)
	return f.found
}

type faults struct {
	q     *form.Questionnaire
	kept  *Shared
	d     *form.Dossier
	items []form.Item
	open  []form.Place
	below map[form.Path]map[string]int // open places per item around them, "" for all
	found []string
}

func (f *faults) add(format string, args ...any) {
	f.found = append(f.found, fmt.Sprintf(format, args...))
}

// same compares two things as they are written; nil and empty are the same.
func (f *faults) same(what string, got, want any) {
	if fmt.Sprint(got) != fmt.Sprint(want) {
		f.add("%s: %v, but by full count %v", what, got, want)
	}
}

// count notes every open place at the items around it.
func (f *faults) count(all []form.Placed) {
	for _, at := range all {
		if !at.Status.Open() {
			continue
		}
		f.open = append(f.open, at.Place)
		for up := at.Place.Path(); ; up = up.Parent() {
			if f.below[up] == nil {
				f.below[up] = map[string]int{}
			}
			f.below[up][at.Place.Question()]++
			if up == "" {
				break
			}
		}
	}
}

// at splits what is open within a path: what stands right there, and how much
// stands deeper.
func (f *faults) at(path form.Path) (here []string, deeper []form.Tally) {
	within := f.below[path]
	if len(within) == 0 {
		return nil, nil
	}
	for _, q := range f.q.Questions() {
		switch n := within[q.ID]; {
		case n == 0:
		case len(q.Loop) == path.Depth():
			here = append(here, q.ID)
		default:
			deeper = append(deeper, form.Tally{Question: q.ID, Open: n})
		}
	}
	return here, deeper
}

func (f *faults) head() {
	f.same("indexed", f.d.Indexed(), f.open)
	here, deeper := f.at("")
	f.same("open in the head", f.d.Head().Open, here)
	f.same("below the head", f.d.Head().Below, deeper)
}

func (f *faults) perItem() {
	for _, it := range f.items {
		here, deeper := f.at(it.Path)
		f.same("open of "+string(it.Path), it.Open, here)
		f.same("below "+string(it.Path), it.Below, deeper)
	}
}

func (f *faults) perList() {
	made, archived := map[form.ListKey]int{}, map[form.ListKey]int{}
	for _, it := range f.items {
		k := form.ListKeyOf(it.Collection, it.Path.Parent())
		made[k]++
		if it.Archived {
			archived[k]++
		}
	}
	for _, l := range f.kept.Lists() {
		f.same("made on "+string(l.Key()), l.Made, made[l.Key()])
		f.same("archived on "+string(l.Key()), len(l.Archived), archived[l.Key()])
		f.same("open on "+string(l.Key()), l.Open, f.openOn(l))
		delete(made, l.Key())
	}
	for k := range made {
		f.add("items of %s are on no list", k)
	}
}

// openOn numbers the items of a list that have something open in them.
func (f *faults) openOn(l form.List) []int {
	c, _ := f.q.Collection(l.Collection)
	var out []int
	for n := 1; n <= l.Made; n++ {
		if len(f.below[l.Parent.Join(fmt.Sprint(c.Prefix, n))]) > 0 {
			out = append(out, n)
		}
	}
	return out
}
