package storetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"visesbot/bot"
	"visesbot/flows/form"
)

func standingCases() []check {
	return []check{
		{"the heads of many dossiers", headsOfMany},
		{"a reader of heads says enough", headsEnough},
		{"records from the last one back", latestFirst},
	}
}

// founded makes so many dossiers, "d/000" and on, each with its number of records.
func (l *lab) founded(n int) (ids []string) {
	l.Helper()
	for i := range n {
		id, d := fmt.Sprintf("u%d", i), fmt.Sprintf("d/%03d", i)
		l.enqueue("test:a", update(id))
		l.do(id, bot.Outcome{Dossier: d, Changes: answered(d, 1, "Q1", id)})
		ids = append(ids, d)
	}
	return ids
}

func headsOfMany(t *testing.T, site Site) {
	l := newLab(t, site)
	ids := l.founded(3)
	var got []string
	read := func(of []string) {
		got = nil
		l.ok(l.store.Heads(l.ctx(), of, func(h form.Head) error { got = append(got, h.Dossier); return nil }), "heads")
		slices.Sort(got)
	}
	read(append(slices.Clone(ids), "d", "d/0", "nobody"))
	same(t, got, ids)
	read(ids[1:2])
	same(t, got, ids[1:2])
	read(nil)
	if len(got) != 0 {
		t.Errorf("nothing was asked for, and there came %v", got)
	}
	many := slices.Clone(ids)
	for i := range 250 {
		many = append(many, fmt.Sprintf("x%d", i))
	}
	slices.Reverse(many)
	read(many)
	same(t, got, ids)
}

func headsEnough(t *testing.T, site Site) {
	l := newLab(t, site)
	ids, enough, n := l.founded(3), errors.New("enough"), 0
	err := l.store.Heads(l.ctx(), ids, func(form.Head) error { n++; return enough })
	if !errors.Is(err, enough) || n != 1 {
		t.Errorf("%v after %d heads", err, n)
	}
}

func latestFirst(t *testing.T, site Site) {
	l := newLab(t, site)
	var want []int64
	for n := range int64(12) {
		id := fmt.Sprintf("u%d", n)
		l.enqueue("test:a", update(id))
		l.do(id, bot.Outcome{Dossier: "d1", Changes: answered("d1", n+1, "Q1", id)})
		want = append(want, n+1)
	}
	slices.Reverse(want)
	latest := func(d string, most int) (got []int64) {
		l.ok(l.store.Latest(l.ctx(), d, func(r form.Record) bool { got = append(got, r.Seq); return len(got) < most }), "latest")
		return got
	}
	same(t, latest("d1", 100), want)
	same(t, latest("d1", 3), want[:3])
	if got := latest("d", 100); len(got) != 0 {
		t.Errorf("another dossier has %v", got)
	}
	same(t, latest("d1", 1), want[:1])
}
