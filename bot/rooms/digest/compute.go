package digest

import (
	"cmp"
	"slices"
	"time"

	"visesbot/flows/form"
)

// Patience is after how long without an answer an enterprise has stalled, and
// Ahead how far a digest looks.
const (
	Patience = 14 * 24 * time.Hour
	Ahead    = 14 * 24 * time.Hour
)

// View is what a digest is made of.
type View struct {
	Cohort, Name string
	Now, Since   time.Time
	Seen         []Seen
	Meetings     []time.Time
	Checks       []string       // questions that only who accompanies may answer
	Blocks       map[string]int // of each module
}

// Compute makes the digest of a cohort. It is pure.
func Compute(v View) Digest {
	d := Digest{Cohort: v.Cohort, Name: v.Name, Since: v.Since, Until: v.Now}
	for _, s := range v.Seen {
		d.Stands = append(d.Stands, Stand{Enterprise: s.ID, Name: s.Name, Phase: s.Head.Phase, Used: s.Used, Budget: s.Budget})
		d.Waits = append(d.Waits, v.waits(s)...)
		d.Moves = append(d.Moves, v.moves(s)...)
		if stall, ok := v.stalled(s); ok {
			d.Stalled = append(d.Stalled, stall)
		}
		d.Due = append(d.Due, v.due(s)...)
		for _, kind := range []string{WorryTrust, WorryFew, WorrySensitive} {
			if n := s.Worries[kind]; n > 0 {
				d.Worries = append(d.Worries, Worry{s.ID, kind, n})
			}
		}
		if s.Chosen != "" {
			d.Chosen = append(d.Chosen, Chosen{s.ID, s.Chosen})
		}
	}
	for _, at := range v.Meetings {
		if v.soon(at) {
			d.Due = append(d.Due, Due{Kind: DueMeeting, Day: at})
		}
	}
	slices.SortStableFunc(d.Due, func(a, b Due) int { return a.Day.Compare(b.Day) })
	slices.SortStableFunc(d.Waits, func(a, b Wait) int { return cmp.Compare(rank(a.Kind), rank(b.Kind)) })
	d.Modules, d.Remarks = v.modules(), v.remarks()
	return d
}

// rank says what waits first: who calls for help.
func rank(kind string) int {
	return slices.Index([]string{WaitsHelp, WaitsSign, WaitsCheck, WaitsReopened}, kind)
}

// waits is what of an enterprise waits for who accompanies.
func (v View) waits(s Seen) (all []Wait) {
	if at := latest(s.Helps); !at.IsZero() {
		all = append(all, Wait{Enterprise: s.ID, Kind: WaitsHelp, N: len(s.Helps), At: at})
	}
	if own := unanswered(s.Head); own != nil {
		all = append(all, Wait{Enterprise: s.ID, Kind: WaitsSign, Phase: own.Phase, At: own.At})
	}
	if n := v.checks(s.Head); n > 0 {
		all = append(all, Wait{Enterprise: s.ID, Kind: WaitsCheck, N: n})
	}
	for _, b := range s.Head.Backs {
		if b.Kind == form.RecordReopen && v.fresh(b.At) {
			all = append(all, Wait{Enterprise: s.ID, Kind: WaitsReopened, Phase: b.Phase, At: b.At})
		}
	}
	return all
}

// unanswered is the enterprise's signature, while that of who accompanies is
// wanted.
func unanswered(h form.Head) (own *form.Sign) {
	for i, sign := range h.Signed {
		if sign.Outside() {
			return nil
		}
		own = &h.Signed[i]
	}
	return own
}

func (v View) checks(h form.Head) (n int) {
	for _, id := range h.Open {
		if slices.Contains(v.Checks, id) {
			n++
		}
	}
	for _, t := range h.Below {
		if slices.Contains(v.Checks, t.Question) {
			n += t.Open
		}
	}
	return n
}

func latest(all []time.Time) (last time.Time) {
	for _, at := range all {
		if at.After(last) {
			last = at
		}
	}
	return last
}

func (v View) moves(s Seen) (all []Move) {
	for _, c := range s.Head.Closed {
		if v.fresh(c.At) {
			all = append(all, Move{s.ID, c.Phase, c.At})
		}
	}
	return all
}

// stalled tells whether an enterprise has left something open for long. Who has
// signed waits for others, and who has nothing open for a day to come.
func (v View) stalled(s Seen) (Stall, bool) {
	h := s.Head
	if s.Last == nil || len(h.Signed) > 0 || len(h.Open)+len(h.Below)+len(h.Waiting) == 0 || v.Now.Sub(s.Last.At) < Patience {
		return Stall{}, false
	}
	return Stall{s.ID, s.Last.Question, s.Last.At}, true
}

func (v View) due(s Seen) (all []Due) {
	for _, p := range s.Head.Plans {
		if v.soon(p.Next) {
			all = append(all, Due{s.ID, DueValues, p.Next})
		}
	}
	for _, p := range s.Head.Promises {
		if p.Fate == "" && v.soon(p.On) {
			all = append(all, Due{s.ID, DueDecision, p.On})
		}
	}
	return slices.Compact(all)
}

func (v View) fresh(at time.Time) bool { return !at.Before(v.Since) && !at.After(v.Now) }

// soon tells whether a day, or a moment, is one of those to come; today is.
func (v View) soon(at time.Time) bool {
	return !at.IsZero() && !at.Before(v.Now.Add(-24*time.Hour)) && !at.After(v.Now.Add(Ahead))
}
