package form

import (
	"slices"
	"strconv"
)

// Gap is one reason why a phase cannot be closed yet. Exactly one of its
// fields tells which: an open place, a rule of the gate, or votes missing.
type Gap struct {
	Place   Place
	Rule    *Rule
	Pending bool // of Rule: an answer that it looks at is missing
	Votes   *Question
	Missing int    // votes
	Outside string // a vote of another role than this one is missing
}

// Gaps lists what keeps the present phase from being closed: core places that
// are open or wait for somebody, rules of the gate, missing votes.
func (d *agenda) Gaps() []Gap {
	p, ok := d.q.Phase(d.head.Phase)
	if !ok {
		return nil
	}
	var gaps []Gap
	d.Walk(p, func(at Placed) {
		if at.Question.Core && at.Question.Respond != Each && d.unsettled(at) && d.somebodyMay(at.Question) {
			gaps = append(gaps, Gap{Place: at.Place})
		}
	})
	gaps = append(gaps, d.uncollected(p)...)
	for _, q := range p.questions {
		if g, missing := d.votes(q); missing {
			gaps = append(gaps, g)
		}
	}
	s := scope{d: &d.relevance}
	for i := range p.Gate {
		if holds := s.truth(p.Gate[i].If); holds != Yes {
			gaps = append(gaps, Gap{Rule: &p.Gate[i], Pending: holds != No})
		}
	}
	return gaps
}

// somebodyMay tells whether anybody has the role that a question is kept for: one
// for an accompanist holds nobody up while there is none.
func (d *agenda) somebodyMay(q *Question) bool {
	return len(q.For) == 0 || slices.ContainsFunc(q.For, func(role string) bool {
		return !outsider(role) || d.present(role)
	})
}

func (d *agenda) unsettled(at Placed) bool {
	if at.Status.Open() {
		return true
	}
	if at.Status != Settled || at.Answer == nil {
		return false
	}
	return at.Answer.State == Delegated || at.Answer.State == Unknown && !at.Answer.Due.After(d.now)
}

// votes tells what a question that each respondent answers still lacks.
func (d *agenda) votes(q *Question) (Gap, bool) {
	if q.Respond != Each || q.Voters == 0 {
		return Gap{}, false
	}
	given, outside := 0, q.Outside == ""
	d.places(q, "", func(p Place) {
		if a := d.current(p); a != nil && a.State == Given {
			given++
			role := d.roleNow(a.Author)
			outside = outside || role != "" && role != q.Outside
		}
	})
	if given >= q.Voters && outside {
		return Gap{}, false
	}
	g := Gap{Votes: q, Missing: max(0, q.Voters-given)}
	if !outside {
		g.Outside = q.Outside
	}
	return g, true
}

// roleNow is the role of who answered as it is known today: people vote before
// anybody has said which role they have, and roles are corrected.
func (d *documents) roleNow(by Author) string {
	c, _, ok := d.q.Respondents()
	if !ok || by.Respondent == "" {
		return by.Role
	}
	for _, q := range d.q.order {
		if q.Name != "role" || len(q.Loop) != 1 || q.Loop[0] != c {
			continue
		}
		if a := d.current(At(q.ID, Path(by.Respondent))); a != nil && len(a.Value.Choices) > 0 {
			return a.Value.Choices[0]
		}
	}
	return by.Role
}

// Close closes the present phase, keeps a snapshot of it, and opens the next
// one; a next phase that the questionnaire does not have ends the cycle there.
// It does nothing and returns false while there are gaps or signatures missing;
// where nobody accompanies, that of the enterprise is given by closing.
func (d *Dossier) Close(next string, by Author) bool {
	p, ok := d.q.Phase(d.head.Phase)
	if !ok || d.ended() || len(d.Gaps()) > 0 {
		return false
	}
	if !outsider(by.Role) && !d.Accompanied() {
		d.Sign("", by)
	}
	if !d.mayClose() {
		return false
	}
	snap := d.snapshot(p, by)
	d.snaps = append(d.snaps, snap)
	h := d.changedHead()
	h.Closed = append(slices.Clone(h.Closed), Closed{Phase: p.ID, At: d.now, By: by.Respondent, Snapshot: snap.ID, Signed: h.Signed})
	h.Signed = nil
	d.record(Record{Kind: RecordClose, Author: by, Phase: p.ID})
	h.Closed[len(h.Closed)-1].Record = h.Records
	if phase, ok := d.q.Phase(next); ok {
		h.Phase = phase.ID
		d.index(phase)
	}
	return true
}

// ended tells whether the last phase is closed.
func (d *documents) ended() bool {
	n := len(d.head.Closed)
	return n > 0 && d.head.Closed[n-1].Phase == d.head.Phase
}

// Ended tells whether every phase of the questionnaire is closed.
func (d *documents) Ended() bool { return d.ended() }

// IsClosed tells whether a phase is closed.
func (d *documents) IsClosed(phase string) bool {
	return slices.ContainsFunc(d.head.Closed, func(c Closed) bool { return c.Phase == phase })
}

// Reopen opens a closed phase again, for a reason; later phases wait. Its
// snapshot stays as it is.
func (d *Dossier) Reopen(phase, reason string, by Author) {
	if !d.IsClosed(phase) {
		return
	}
	h := d.changedHead()
	at := slices.IndexFunc(h.Closed, func(c Closed) bool { return c.Phase == phase })
	h.Closed = slices.Clone(h.Closed[:at])
	d.goBack(Back{Kind: RecordReopen, Phase: phase, By: by, Reason: reason})
	d.retreat(phase)
}

// retreat makes an earlier phase the present one: the places of the later ones
// leave the index, their answers stay. What they decided about others is open
// until they are asked again.
func (d *upkeep) retreat(phase string) {
	was := d.head.Phase
	h := d.changedHead()
	h.Phase = phase
	if was == phase {
		return
	}
	for _, p := range d.q.Phases {
		if d.begun(p) {
			continue
		}
		for _, q := range p.questions {
			d.places(q, "", func(place Place) {
				d.setOpen(q, place, false)
				d.touchAround(q, place)
			})
		}
	}
	d.queue = slices.DeleteFunc(d.queue, func(place Place) bool {
		q, _ := d.q.Question(place.Question())
		return !d.begun(q.Phase)
	})
	d.settle()
}

// snapshot is everything answered in a phase, with the words it was asked in.
func (d *upkeep) snapshot(p *Phase, by Author) Snapshot {
	n := 1
	for _, c := range d.head.Closed {
		if c.Phase == p.ID {
			n++
		}
	}
	s := Snapshot{
		ID: p.ID + "-" + strconv.FormatInt(d.head.Records+int64(n), 10), Phase: p.ID, At: d.now, By: by,
		Content: d.q.Version, Modules: d.src.Deliveries(),
		Signed: d.head.Signed,
	}
	d.Walk(p, func(at Placed) {
		if at.Answer == nil || at.Answer.State == Past || at.Status == Irrelevant {
			return
		}
		s.Answers = append(s.Answers, SnapAnswer{Question: d.Texts(at.Question.Text, at.Place), Answer: *at.Answer})
	})
	return s
}
