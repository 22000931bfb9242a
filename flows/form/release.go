package form

import (
	"slices"
	"time"
)

// Release says who may see a part of what a dossier holds. Those that stand in
// [Head.Released] hold now: what is not there is shown to nobody. Each one
// given, and each one taken back, is a record that is kept for ever.
type Release struct {
	Part string    `json:"part,nocopy"`           // the option that made the part, or its path
	To   string    `json:"to,nocopy"`             // the option chosen: cohort, partners, financier, public
	Name string    `json:"name,omitempty,nocopy"` // of whom, where one is named
	At   time.Time `json:"at"`
	By   Author    `json:"by"`
	From Place     `json:"from,nocopy"` // the answer that says so
}

// The kinds of record of a release given, and of one taken back.
const (
	RecordRelease = "part released"
	RecordRevoke  = "release taken back"
)

// ReleasePrivate is the option of a release question that shows nothing to
// anybody.
const ReleasePrivate = "private"

// Releasing says that the answers to a question decide who may see the item
// that it is asked of.
type Releasing struct {
	Name string // the question that names the addressee: without its answer nothing is released where it is asked

	name *Question
}

// Released gives who may see a part now. It is false when nobody may.
func (h Head) Released(part string) (Release, bool) {
	at := slices.IndexFunc(h.Releases, func(r Release) bool { return r.Part == part })
	if at < 0 {
		return Release{}, false
	}
	return h.Releases[at], true
}

// setRelease keeps in step what is released with what the answers say.
func (d *upkeep) setRelease(q *Question, p Place, s Status) {
	want, ok := d.releaseAt(q, p, s)
	at := slices.IndexFunc(d.head.Releases, func(r Release) bool { return r.From == p })
	if at < 0 && !ok || at >= 0 && ok && d.head.Releases[at].same(want) {
		return
	}
	h := d.changedHead()
	h.Releases = slices.Clone(h.Releases)
	if at >= 0 {
		old := h.Releases[at]
		h.Releases = slices.Delete(h.Releases, at, at+1)
		d.record(Record{Kind: RecordRevoke, Author: d.by, Release: &old})
	}
	if ok {
		h.Releases = append(h.Releases, want)
		slices.SortFunc(h.Releases, func(a, b Release) int { return d.Compare(a.From, b.From) })
		d.record(Record{Kind: RecordRelease, Author: d.by, Release: &want})
	}
}

// releaseAt is what the answers at a place release; false when nothing.
func (d *standing) releaseAt(q *Question, p Place, s Status) (Release, bool) {
	a := d.given(q, p.Path())
	if a == nil || s == Irrelevant || s == Undecided {
		return Release{}, false
	}
	r := Release{Part: d.partOf(p.Path()), To: first(a.Value.Choices), At: d.now, By: d.by, From: p}
	if name := q.Releases.name; name != nil && d.Relevant(At(name.ID, p.Path())) != No {
		who := d.given(name, p.Path())
		if who == nil {
			return Release{}, false
		}
		r.Name = who.Value.Text
	}
	return r, r.To != ReleasePrivate
}

// ReleaseAnswer lets somebody see the answer at a place, as it is at any moment;
// once is enough. It holds until it is taken back.
func (d *Dossier) ReleaseAnswer(p Place, to string, by Author) {
	if _, ok := d.head.Released(string(p)); ok {
		return
	}
	r := Release{Part: string(p), To: to, At: d.now, By: by, From: p}
	h := d.changedHead()
	h.Releases = append(slices.Clone(h.Releases), r)
	slices.SortFunc(h.Releases, func(a, b Release) int { return d.Compare(a.From, b.From) })
	d.record(Record{Kind: RecordRelease, Author: by, Release: &r})
}

// TakeBackAnswer ends that; false when it was not released.
func (d *Dossier) TakeBackAnswer(p Place, by Author) bool {
	at := slices.IndexFunc(d.head.Releases, func(r Release) bool { return r.Part == string(p) && r.From == p })
	if at < 0 {
		return false
	}
	h := d.changedHead()
	h.Releases = slices.Clone(h.Releases)
	old := h.Releases[at]
	h.Releases = slices.Delete(h.Releases, at, at+1)
	d.record(Record{Kind: RecordRevoke, Author: by, Release: &old})
	return true
}

func (d *standing) partOf(p Path) string {
	if it := d.Item(p); it != nil && it.Option != "" {
		return it.Option
	}
	return string(p)
}

func (r Release) same(o Release) bool {
	return r.Part == o.Part && r.To == o.To && r.Name == o.Name && r.From == o.From
}

// releasings finds the questions that name an addressee.
func (l *linker) releasings() {
	for _, q := range l.q.order {
		if q.Releases == nil {
			continue
		}
		if q.Type != Single || len(q.Loop) == 0 || !slices.ContainsFunc(q.Options, func(o Option) bool { return o.ID == ReleasePrivate }) {
			l.fault("releases", q, "a question that releases is of type single, asked of an item, and has the option %q", ReleasePrivate)
			q.Releases = nil
			continue
		}
		q.Releases.name = l.goesBy("releases", q, q.Releases.Name, "name", q.Loop, ShortTxt)
	}
}
