package digest

import (
	"cmp"
	"maps"
	"slices"
)

// followed is a version of a module, and who followed it.
type followed struct{ module, version string }

// modules counts who followed which module since then.
func (v View) modules() (all []Module) {
	blocks := map[followed]map[string]map[string]bool{} // by person
	for _, s := range v.Seen {
		for _, r := range s.Records {
			if d := r.Delivery; d != nil {
				key, who := followed{d.Module, d.Version}, s.ID+"/"+d.Person
				if blocks[key] == nil {
					blocks[key] = map[string]map[string]bool{}
				}
				if blocks[key][who] == nil {
					blocks[key][who] = map[string]bool{}
				}
				blocks[key][who][d.Block] = true
			}
		}
	}
	for key, people := range blocks {
		m := Module{Module: key.module, Version: key.version, People: len(people)}
		for _, got := range people {
			if n := v.Blocks[key.module]; n > 0 && len(got) >= n {
				m.Finished++
			}
		}
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b Module) int {
		return cmp.Or(cmp.Compare(a.Module, b.Module), cmp.Compare(a.Version, b.Version))
	})
	return all
}

// remarks counts what was said of questions and modules since then.
func (v View) remarks() []Remark {
	n := map[Remark]int{}
	for _, s := range v.Seen {
		for _, r := range s.Records {
			if f := r.Feedback; f != nil {
				n[Remark{On: f.On, Verdict: f.Verdict}]++
			}
		}
	}
	all := slices.Collect(maps.Keys(n))
	for i, r := range all {
		all[i].N = n[r]
	}
	slices.SortFunc(all, func(a, b Remark) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.On, b.On), cmp.Compare(a.Verdict, b.Verdict))
	})
	return all
}
