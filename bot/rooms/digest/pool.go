package digest

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// poolMark begins the subject of a digest that is about a pool; the id of no
// cohort does.
const poolMark = "pool_"

// poolOf is the pool that a subject is.
func poolOf(subject string) (string, bool) {
	pool, ok := strings.CutPrefix(subject, poolMark)
	return pool, ok && slices.Contains(register.Pools(), pool)
}

// given tells whether a digest comes to whoever has not said that it should
// not; that of a pool comes to those who asked for it.
func given(subject string) bool {
	_, pool := poolOf(subject)
	return !pool
}

// PoolDigest is what there is to tell of a pool: how many enterprises together,
// and of none by itself. Of a pool of fewer than [SmallestCell] it holds nothing
// but what was aimed at.
type PoolDigest struct {
	Since time.Time `json:"since"`
	Until time.Time `json:"until"`
	Pool
	Moved   Some `json:"moved"`   // enterprises that closed a phase since then
	Stalled Some `json:"stalled"` // enterprises without an answer for long
}

// Some is how many enterprises of a pool there are of which something is true.
// Where they are fewer than [SmallestCell], or all others are, it holds only that.
type Some struct {
	N    int    `json:"n"`
	Veil string `json:"veil,omitempty"`
}

// What is told where a number is not.
const (
	Fewer = "fewer" // some, and fewer than SmallestCell
	More  = "more"  // SmallestCell or more, and not all
)

// some tells of n out of all as much as may be told.
func some(n, all int) Some {
	switch {
	case n > 0 && n < SmallestCell:
		return Some{Veil: Fewer}
	case n > 0 && n < all && all-n < SmallestCell:
		return Some{Veil: More}
	}
	return Some{N: n}
}

func (s Some) none() bool { return s == Some{} }

// Nothing tells whether there is nothing to report.
func (d PoolDigest) Nothing() bool { return d.Moved.none() && d.Stalled.none() }

// GatherPool makes the digest of a pool: of its enterprises it reads what
// [GatherOverview] does.
func GatherPool(ctx context.Context, s Store, p *register.Programme, pool string, q Query) (PoolDigest, error) {
	in := inPool(p, pool)
	d := PoolDigest{Since: q.Since, Until: q.Now}
	stands, err := standings(ctx, s, in, q)
	if err != nil {
		return d, fmt.Errorf("the pool %s: %w", pool, err)
	}
	d.Pool = poolAs(p, pool, in, stands, q.Phases)
	if len(d.Cells) == 0 {
		return d, nil
	}
	moved, stalled := 0, 0
	for _, e := range in {
		x := stands[e.ID]
		if x.moves > 0 {
			moved++
		}
		if x.stalled(q.Now) {
			stalled++
		}
	}
	d.Moved, d.Stalled = some(moved, len(in)), some(stalled, len(in))
	return d, nil
}

// inPool are the enterprises of a pool.
func inPool(p *register.Programme, pool string) []register.Entry {
	return slices.DeleteFunc(slices.Clone(p.All(register.Enterprises)), func(e register.Entry) bool { return e.Fields["pool"] != pool })
}

// poolAs is a pool as its enterprises stand.
func poolAs(p *register.Programme, pool string, in []register.Entry, stands map[string]stood, phases []string) Pool {
	sum := register.SumUp(slices.Concat(p.All(register.Targets), in), pool)
	return Pool{pool, sum.Target, sum.Realised, together(cells(in, stands, phases))}
}

// pool is the digest of a pool, ready to be shown.
func (r Room) pool(v *office.Visit, s Speech, pool string, since, sent time.Time) (page, error) {
	d, err := GatherPool(v.Ctx, v.Store(), v.Programme, pool, QueryOf(v.Script, v.Now(), since))
	d.Until = sent
	return page{card: r.plain(v, poolMark+pool, s.Pool(d)), nothing: d.Nothing()}, err
}

// Pool says what there is to tell of a pool.
func (s Speech) Pool(d PoolDigest) []flows.Line {
	lines := []flows.Line{{Style: flows.Heading, Text: s.Word("digest.title", "cohort", s.Word("digest.pool."+d.Pool.Pool), "day", s.day(d.Until))}}
	lines = append(lines, s.stood(d.Pool)...)
	if len(d.Cells) == 0 {
		return lines
	}
	if d.Nothing() {
		lines = append(lines, body(s.Word("digest.nothing", "day", s.day(d.Since))))
	}
	if !d.Moved.none() {
		lines = append(lines, body(s.Word("digest.pool.moved", "day", s.day(d.Since), "n", s.some(d.Moved))))
	}
	if !d.Stalled.none() {
		lines = append(lines, body(s.Word("digest.pool.stalled", "n", s.some(d.Stalled))))
	}
	return append(lines, flows.Line{Style: flows.Hint, Text: s.Word("digest.pool.together", "least", strconv.Itoa(SmallestCell))})
}

// some says how many there are, as far as that is told.
func (s Speech) some(n Some) string {
	switch n.Veil {
	case Fewer:
		return s.Word("digest.some.fewer", "least", strconv.Itoa(SmallestCell))
	case More:
		return s.Word("digest.some.more", "least", strconv.Itoa(SmallestCell))
	}
	return strconv.Itoa(n.N)
}
