package form

import (
	"slices"
	"time"
)

// Follow says that the day given as the answer to a date is one on which
// somebody is asked what became of the item it is about: a decision is followed
// up.
type Follow struct {
	Who string // a ref to the respondent who is asked; may be empty

	who *Question
}

// Promise is one thing that is followed up on a day. Promises are an index like
// [Head.Plans], but what became of them stands here alone: what was signed does
// not change when a decision is carried out, and those of a cycle that is over
// are still followed up.
type Promise struct {
	Place Place     `json:"place,nocopy"` // of the date
	On    time.Time `json:"on"`           // the day, as answered or as moved since
	Who   string    `json:"who,omitempty,nocopy"`
	By    string    `json:"by,omitempty,nocopy"`   // the person who gave the date: asked where who is named is not there
	Fate  string    `json:"fate,omitempty,nocopy"` // what became of it; empty while that is not known

	Given time.Time `json:"given"` // the day that was answered
}

// The fates of a promise.
const (
	Kept      = "kept"
	GivenUp   = "given up"
	Postponed = "postponed" // of records only: the promise goes on, on another day
)

// RecordFollow is the kind of record of what became of a promise; its Reason is
// the fate, its Item the thing that was decided, its At the day it was said.
const RecordFollow = "followed up"

// Promised finds what is followed up at a place; nil if nothing is.
func (d *standing) Promised(p Place) *Promise {
	at := d.promiseAt(p)
	if at < 0 {
		return nil
	}
	return &d.head.Promises[at]
}

func (d *standing) promiseAt(p Place) int {
	return slices.IndexFunc(d.head.Promises, func(o Promise) bool { return o.Place == p })
}

// Promiser is the person who is asked what became of a promise: the respondent
// who was named, or whoever gave the date while that one has not come in. It is
// nil when neither talks with the bot.
func (d *standing) Promiser(p Promise) *Person {
	if named := d.PersonOf(p.Who); named != nil {
		return named
	}
	return d.Person(p.By)
}

// Settle keeps what became of a promise.
func (d *Dossier) Settle(p Place, fate string, by Author) {
	d.follow(p, fate, by, func(o *Promise) { o.Fate = fate })
}

// Postpone moves a promise to another day.
func (d *Dossier) Postpone(p Place, to time.Time, by Author) {
	d.follow(p, Postponed, by, func(o *Promise) { o.On, o.Fate = civil(to), "" })
}

func (d *upkeep) follow(p Place, fate string, by Author, change func(*Promise)) {
	at := d.promiseAt(p)
	if at < 0 {
		return
	}
	h := d.changedHead()
	h.Promises = slices.Clone(h.Promises)
	change(&h.Promises[at])
	kept := h.Promises[at]
	d.record(Record{Kind: RecordFollow, Author: by, Item: &ItemMade{Path: p.Path()}, Promise: &kept, Reason: fate})
}

// setPromise keeps in step what is followed up with what the answers say.
func (d *upkeep) setPromise(q *Question, p Place, s Status) {
	want, ok := d.promise(q, p, s)
	at := d.promiseAt(p)
	if at < 0 && !ok {
		return
	}
	if at >= 0 && ok {
		if old := d.head.Promises[at]; old.Given.Equal(want.Given) {
			want.On, want.Fate = old.On, old.Fate
			if old == want {
				return
			}
		}
	}
	h := d.changedHead()
	h.Promises = slices.Clone(h.Promises)
	if at >= 0 {
		h.Promises = slices.Delete(h.Promises, at, at+1)
	}
	if ok {
		h.Promises = append(h.Promises, want)
		slices.SortFunc(h.Promises, func(a, b Promise) int { return d.Compare(a.Place, b.Place) })
	}
}

func (d *standing) promise(q *Question, p Place, s Status) (Promise, bool) {
	a := d.given(q, p.Path())
	if a == nil || s == Irrelevant || s == Undecided {
		return Promise{}, false
	}
	want := Promise{Place: p, On: civil(a.Value.Date), Given: civil(a.Value.Date), By: a.Author.Person}
	if who := q.Follow.who; who != nil {
		if named := d.given(who, p.Path()); named != nil {
			want.Who = first(named.Value.Choices)
		}
	}
	return want, true
}

// carryPromises takes along what is not settled when a cycle ends: what was
// decided in it falls due in the next.
func (d *Dossier) carryPromises(before []Promise) {
	for _, p := range before {
		if p.Fate == "" && d.promiseAt(p.Place) < 0 {
			h := d.changedHead()
			h.Promises = append(slices.Clone(h.Promises), p)
			slices.SortFunc(h.Promises, func(a, b Promise) int { return d.Compare(a.Place, b.Place) })
		}
	}
}

// follows finds who is asked what became of a thing.
func (l *linker) follows() {
	for _, q := range l.q.order {
		if q.Follow == nil {
			continue
		}
		if q.Type != Date || len(q.Loop) == 0 {
			l.fault("follow", q, "only a date that is asked of an item can be followed up")
			q.Follow = nil
			continue
		}
		q.Follow.who = l.goesBy("follow", q, q.Follow.Who, "who", q.Loop, Ref)
	}
}

// deps are the answers that a promise hangs on besides its own.
func (f *Follow) deps() []dep {
	if f == nil {
		return nil
	}
	return depsOn(f.who)
}
