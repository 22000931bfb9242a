package form

import (
	"slices"
	"time"
)

// Sign is a signature below a phase: the enterprise's, or that of whoever
// accompanies it (which one it is, the role of By tells).
type Sign struct {
	Phase   string    `json:"phase,nocopy"`
	By      Author    `json:"by"`
	At      time.Time `json:"at"`
	Reserve string    `json:"reserve,omitempty,nocopy"` // agreed, but; kept beside the agreement
}

// Outside tells whether it is the signature of somebody who accompanies.
func (g Sign) Outside() bool { return outsider(g.By.Role) }

// Back tells that a phase went back to work, and why.
type Back struct {
	Kind   string    `json:"kind,nocopy"` // RecordSendBack or RecordReopen
	Phase  string    `json:"phase,nocopy"`
	By     Author    `json:"by"`
	At     time.Time `json:"at"`
	Reason string    `json:"reason,nocopy"`
}

// The kinds of record that signing makes.
const (
	RecordSign     = "phase signed"
	RecordSendBack = "phase sent back"
)

// SignPatience is how long an enterprise waits for the signature of whoever
// accompanies it; after that its own is enough.
const SignPatience = 14 * 24 * time.Hour

// Accompanied tells whether somebody who accompanies the enterprise has joined.
func (d *documents) Accompanied() bool { return d.present("accompanist") }

// present tells whether somebody of a role has joined.
func (d *documents) present(role string) bool {
	return d.personWhere(func(p Person) bool { return p.Role == role }) != nil
}

// Signed gives the signature of one side below the present phase; nil when it
// is not there.
func (d *documents) Signed(outside bool) *Sign {
	i := slices.IndexFunc(d.head.Signed, func(s Sign) bool { return s.Outside() == outside })
	if i < 0 {
		return nil
	}
	return &d.head.Signed[i]
}

// Sign keeps a signature below the present phase: one for each side. It does
// nothing and returns false while there are gaps, where the side has signed,
// and for who accompanies before the enterprise has.
func (d *Dossier) Sign(reserve string, by Author) bool {
	s := Sign{Phase: d.head.Phase, By: by, At: d.now, Reserve: reserve}
	if d.ended() || len(d.Gaps()) > 0 || d.Signed(s.Outside()) != nil || s.Outside() && d.Signed(false) == nil {
		return false
	}
	d.record(Record{Kind: RecordSign, Author: by, Phase: s.Phase, Reason: reserve})
	h := d.changedHead()
	h.Signed = append(slices.Clone(h.Signed), s)
	return true
}

// SendBack takes the signatures below the present phase away, for a reason. It
// does nothing and returns false where there are none.
func (d *Dossier) SendBack(reason string, by Author) bool {
	if len(d.head.Signed) == 0 {
		return false
	}
	d.goBack(Back{Kind: RecordSendBack, Phase: d.head.Phase, By: by, Reason: reason})
	return true
}

// goBack keeps why a phase is worked on again. What was signed is so no more.
func (d *upkeep) goBack(b Back) {
	b.At = d.now
	h := d.changedHead()
	h.Signed = nil
	h.Backs = append(slices.Clone(h.Backs), b)
	d.record(Record{Kind: b.Kind, Author: b.By, Phase: b.Phase, Reason: b.Reason})
}

// Lapsed tells whether what was done since Open has ended the enterprise's
// signature: a change of what was signed.
func (d *documents) Lapsed() bool { return d.lapsed }

// lapse ends the signatures when the enterprise changes what was signed. What
// accompanists answer for themselves is not what the enterprise signed.
func (d *documents) lapse(r Record) {
	if len(d.head.Signed) == 0 || outsider(r.Author.Role) {
		return
	}
	switch r.Kind {
	case RecordAnswer, RecordAdd, RecordRename, RecordArchive, RecordRestore:
		d.changedHead().Signed = nil
		d.lapsed = true
	}
}

// mayClose tells whether the signatures that closing takes are there: the
// enterprise's, and that of whoever accompanies it, unless nobody does or it
// was waited for long enough.
func (d *standing) mayClose() bool {
	own := d.Signed(false)
	switch {
	case own == nil:
		return false
	case d.Signed(true) != nil || !d.Accompanied():
		return true
	}
	return d.now.Sub(own.At) >= SignPatience
}
