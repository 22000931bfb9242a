package digest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"visesbot/bot/register"
	"visesbot/flows/form"
)

// SmallestCell is the fewest enterprises that a pool is told of together: with
// fewer, one could be recognised.
const SmallestCell = 5

// Overview is a programme in numbers. No enterprise stands in it.
type Overview struct {
	Since       time.Time `json:"since"`
	Until       time.Time `json:"until"`
	Enterprises int       `json:"enterprises"`
	Phases      []Cell    `json:"phases"` // in order; not begun is empty
	Moves       int       `json:"moves"`  // phases closed since then
	Stalled     []Cell    `json:"stalled,omitempty"`
	Odd         []Cell    `json:"odd,omitempty"` // cohorts of another size than wanted
	Pools       []Pool    `json:"pools,omitempty"`
	Used        int       `json:"used"` // minutes of guidance
	Budget      int       `json:"budget"`
}

// Cell counts enterprises: in a phase, or in a cohort.
type Cell struct {
	Of   string `json:"of"`
	Name string `json:"name,omitempty"`
	N    int    `json:"n"`
}

// Pool is what was aimed at in a pool, and where its enterprises are: cells of
// fewer than SmallestCell are put together until they are not. Without cells the
// pool is too small to be told of.
type Pool struct {
	Pool     string `json:"pool"`
	Target   int    `json:"target"`
	Realised int    `json:"realised"`
	Cells    []Cell `json:"cells,omitempty"`
}

// stood is how one enterprise stands: little enough to have of thousands.
type stood struct {
	phase string
	idle  bool // something is open, and nobody waits for anybody else
	moves int
	last  time.Time
}

// GatherOverview makes the overview of a programme: heads are read one by one,
// and of the records only the last answers.
func GatherOverview(ctx context.Context, s Store, p *register.Programme, q Query) (Overview, error) {
	stands, err := standings(ctx, s, p.All(register.Enterprises), q)
	if err != nil {
		return Overview{}, err
	}
	hours, err := s.Entries(ctx, register.Hours)
	if err != nil {
		return Overview{}, fmt.Errorf("read hours of guidance: %w", err)
	}
	o := Overview{Since: q.Since, Until: q.Now, Enterprises: len(p.All(register.Enterprises)), Used: register.Minutes(hours)}
	for _, e := range p.All(register.Enterprises) {
		o.Budget += e.Guidance()
		o.Moves += stands[e.ID].moves
	}
	o.Phases = cells(p.All(register.Enterprises), stands, q.Phases)
	for _, c := range p.All(register.Cohorts) {
		o.cohort(c, stands, q.Now)
	}
	for _, pool := range register.Pools() {
		o.Pools = append(o.Pools, poolAs(p, pool, inPool(p, pool), stands, q.Phases))
	}
	return o, nil
}

func (o *Overview) cohort(c register.Entry, stands map[string]stood, now time.Time) {
	name, members := c.Fields["name"], c.List("enterprises")
	if n := len(members); n < register.SmallestCohort || n > register.LargestCohort {
		o.Odd = append(o.Odd, Cell{c.ID, name, n})
	}
	n := 0
	for _, e := range members {
		if stands[e].stalled(now) {
			n++
		}
	}
	if n > 0 {
		o.Stalled = append(o.Stalled, Cell{c.ID, name, n})
	}
}

// stalled tells whether it has answered nothing for long.
func (x stood) stalled(now time.Time) bool {
	return x.idle && !x.last.IsZero() && now.Sub(x.last) >= Patience
}

// standings reads how enterprises stand.
func standings(ctx context.Context, s Store, of []register.Entry, q Query) (map[string]stood, error) {
	ids := make([]string, 0, len(of))
	for _, e := range of {
		ids = append(ids, e.ID)
	}
	stands := make(map[string]stood, len(ids))
	err := s.Heads(ctx, ids, func(h form.Head) error {
		x := stood{phase: strings.Clone(h.Phase), idle: len(h.Signed) == 0 && len(h.Open)+len(h.Below)+len(h.Waiting) > 0}
		for _, c := range h.Closed {
			if !c.At.Before(q.Since) {
				x.moves++
			}
		}
		stands[strings.Clone(h.Dossier)] = x
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read how enterprises stand: %w", err)
	}
	for id, x := range stands {
		if !x.idle {
			continue
		}
		err := s.Latest(ctx, id, func(r form.Record) bool {
			if answered(r) {
				x.last = r.At
			}
			return x.last.IsZero()
		})
		if err != nil {
			return nil, fmt.Errorf("read the last answer of a dossier: %w", err)
		}
		stands[id] = x
	}
	return stands, nil
}

// closed is the cell of those whose cycle is over.
const closed = "closed"

// cells counts enterprises by phase: those not begun first, then in the order of
// the phases, then those whose cycle is over.
func cells(all []register.Entry, stands map[string]stood, phases []string) []Cell {
	n := map[string]int{}
	for _, e := range all {
		phase := stands[e.ID].phase
		if phase != "" && !slices.Contains(phases, phase) {
			phase = closed
		}
		n[phase]++
	}
	var out []Cell
	for _, phase := range append(append([]string{""}, phases...), closed) {
		if n[phase] > 0 {
			out = append(out, Cell{Of: phase, N: n[phase]})
		}
	}
	return out
}

// together puts cells that are too small together, under no name, until none
// is: the smallest of the others with them, if need be. All of it is nothing
// where even that is too small.
func together(all []Cell) []Cell {
	slices.SortStableFunc(all, func(a, b Cell) int { return a.N - b.N })
	rest := 0
	for len(all) > 0 && (all[0].N < SmallestCell || rest > 0 && rest < SmallestCell) {
		rest, all = rest+all[0].N, all[1:]
	}
	if rest > 0 {
		all = append(all, Cell{Of: others, N: rest})
	}
	if rest > 0 && rest < SmallestCell {
		return nil
	}
	return all
}

// others is the cell of what was put together.
const others = "others"
