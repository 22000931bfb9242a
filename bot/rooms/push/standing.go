package push

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"visesbot/bot/register"
)

// Recent is for how long a push is told of in a [Standing].
const Recent = 56 * 24 * time.Hour

// Standing is how a version of a module stands: what became of all its recent
// pushes to some enterprises, each person counted once. Like a receipt it holds
// nobody's name or answer.
type Standing struct {
	Module  string `json:"module"`
	Version string `json:"version,omitempty"` // hash of the module
	Tally
	Checks []Check   `json:"checks,omitempty"`
	Last   time.Time `json:"last"` // when something was last heard of it
}

// Standings tells how the modules stand that were pushed to enterprises, by
// module and version. A push that nobody of them got is not told of.
func Standings(ctx context.Context, r register.Register, in func(enterprise string) bool, now time.Time) ([]Standing, error) {
	all, err := orders(ctx, r)
	if err != nil {
		return nil, err
	}
	by := standings{}
	for _, o := range all {
		if o.State != Sent || o.Message() || o.At.After(now) || now.Sub(o.At) > Recent {
			continue
		}
		entries, err := r.Below(ctx, Marks, o.ID+"/")
		if err != nil {
			return nil, fmt.Errorf("read the marks of a push: %w", err)
		}
		by.add(o, marksOf(o.ID, entries), in)
	}
	return by.all(), nil
}

// wording is a version of a module.
type wording struct{ module, version string }

// standings are the marks of all pushes of a wording, as if it were one.
type standings map[wording]marks

// add adds the marks of a push about the people of some enterprises. What was
// heard of somebody by an earlier push stays.
func (s standings) add(o Order, m marks, in func(enterprise string) bool) {
	whose := map[string]string{} // check marks by person: the mark of that person
	for name, f := range m {
		if !strings.HasPrefix(name, markPerson) || !in(f["enterprise"]) {
			continue
		}
		s.person(o, name, f)
		whose[key(o.ID, f["address"])] = name
	}
	for name, f := range m {
		rest, ok := strings.CutPrefix(name, markQuiz)
		block, who, _ := strings.Cut(rest, "/")
		if person := whose[who]; ok && person != "" {
			s.of(o, m[person]).keep(markQuiz+block+"/"+person, f)
		}
	}
}

// of are the marks of the wording that somebody saw, or else was to see.
func (s standings) of(o Order, person map[string]string) marks {
	w := wording{o.Module, cmp.Or(person["hash"], o.Hash)}
	if s[w] == nil {
		s[w] = marks{}
	}
	return s[w]
}

// person adds what was heard of somebody.
func (s standings) person(o Order, name string, f map[string]string) {
	known := s.of(o, f)
	known.keep(name, map[string]string{})
	for field, value := range f {
		if known[name][field] == "" {
			known[name][field] = value
		}
	}
}

// keep keeps a mark, unless it is there.
func (m marks) keep(name string, f map[string]string) {
	if m[name] == nil {
		m[name] = f
	}
}

func (s standings) all() (all []Standing) {
	for w, m := range s {
		x := Standing{Module: w.module, Version: w.version, Checks: checksOf(m), Last: m.last()}
		for _, f := range m.people() {
			x.count(f)
		}
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(a.Module, b.Module), cmp.Compare(a.Version, b.Version))
	})
	return all
}

// last is when something was last heard.
func (m marks) last() (last time.Time) {
	for f := range maps.Values(m) {
		for _, field := range []string{"at", "offered", heardDelivered, heardStarted, heardFinished} {
			if at := moment(f[field]); at.After(last) {
				last = at
			}
		}
	}
	return last
}
