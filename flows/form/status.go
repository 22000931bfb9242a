package form

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

// Status says what is to be done about a place.
type Status int8

// The statuses of a place.
const (
	Irrelevant Status = iota // not asked; what was answered is archived
	Undecided                // not asked yet: it hangs on something unanswered
	ToAsk                    // open: nobody has answered
	ToCheck                  // answered, but something it hangs on has changed
	Settled                  // answered, unknown, not applicable, delegated or declined
)

// Open tells whether somebody has to be asked.
func (s Status) Open() bool { return s == ToAsk || s == ToCheck }

// Status computes what is to be done about a place. It looks at the answers
// alone, never at the index.
func (d *standing) Status(p Place) Status {
	switch d.Relevant(p) {
	case No:
		return Irrelevant
	case Pending:
		return Undecided
	}
	q, _ := d.q.Question(p.Question())
	if q.Type == Calc {
		return Settled
	}
	a := d.Answer(p)
	none := a == nil || a.State == Past
	switch {
	case none && (d.spared(q) || d.planned(q, p.Path())):
		return Settled
	case none:
		return ToAsk
	case a.State == Given && d.stale(q, a):
		return ToCheck
	case a.State == Delegated && d.gone(a.To):
		return ToAsk
	}
	return Settled
}

// stale tells whether an answer has to be looked at again: a constraint fails
// now, a warning strikes that was not confirmed, or what was piped into the
// question reads differently, or an item that was chosen is gone.
func (d *standing) stale(q *Question, a *Answer) bool {
	if d.Strikes(q, a) != nil || q.Type == Ref && slices.ContainsFunc(a.Value.Choices, d.lost) {
		return true
	}
	return len(q.Pipes) > 0 && a.Basis != d.basis(q, a.Place.Path())
}

// lost tells whether an item that was chosen, or one around it, is not there
// any more.
func (d *standing) lost(path string) bool {
	for p := Path(path); p != ""; p = p.Parent() {
		if d.live(p) == No {
			return true
		}
	}
	return false
}

// Strike is a rule that an answer offends.
type Strike struct {
	Rule    Rule
	Warning bool // may be confirmed
}

// Strikes gives the first constraint that an answer fails, or else the first
// warning that was not confirmed; nil if there is none. The answer need not be
// recorded: it is tried as if it were.
func (d *standing) Strikes(q *Question, a *Answer) *Strike {
	if len(q.Must)+len(q.Warn) == 0 {
		return nil
	}
	tried := *a // only where there are rules: most answers need not outlive their turn
	return d.strikes(q, &tried, d.former(a))
}

func (d *standing) strikes(q *Question, a *Answer, former *Value) *Strike {
	defer func(before *Answer) { d.trial = before }(d.trial)
	d.trial = a
	s := scope{
		d: &d.relevance, loop: q.Loop, path: a.Place.Path(),
		value: &a.Value, former: former, kind: q, day: civil(a.At),
	}
	for _, r := range q.Must {
		if s.fails(r.If) {
			return &Strike{Rule: r}
		}
	}
	for _, r := range q.Warn {
		if !d.confirmed(&s, a, r) && s.truth(r.If) == Yes {
			return &Strike{Rule: r, Warning: true}
		}
	}
	return nil
}

// former is the answer that a new one would replace. The answer that stands has
// none: what was said before it changes nothing about it any more.
func (d *standing) former(a *Answer) *Value {
	if stands := d.Answer(a.Place); stands != nil && stands != a && stands.State == Given && !stands.Archived {
		return &stands.Value
	}
	return nil
}

// meaning is what an answer says, whatever its items and options are called.
func (d *standing) meaning(q *Question, a *Answer) string {
	if len(a.Value.Choices) > 0 {
		return strings.Join(a.Value.Choices, "\x00")
	}
	return d.show(q, a, "en")
}

// basis is a fingerprint of the answers that are piped into a question.
// Labels of items are left out: renaming changes no meaning.
func (d *standing) basis(q *Question, path Path) string {
	h := fnv.New32a()
	seen := false
	for _, p := range q.Pipes {
		if p.Question == nil || p.many {
			continue
		}
		if a := d.current(At(p.Question.ID, path.Prefix(len(p.Question.Loop)))); a != nil && a.State == Given {
			_, _ = h.Write([]byte(d.meaning(p.Question, a)))
			seen = true
		}
		_, _ = h.Write([]byte{0})
	}
	if !seen {
		return ""
	}
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}
