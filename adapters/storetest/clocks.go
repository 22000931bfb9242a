package storetest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"visesbot/bot"
)

func clockCases() []check {
	return []check{
		{"arrival is the order, however the clocks differ", clocksDiffer},
		{"arrival is the order, also when the clock goes back", clockGoesBack},
		{"a claim given back can be taken at once", givenBack},
		{"a lease drawn out lasts", drawnOut},
		{"a probe writes and changes nothing", probed},
	}
}

// clocksDiffer has two programs take in updates in turns, and send in turns; the
// clock of one is ahead.
func clocksDiffer(t *testing.T, site Site) {
	l := newLab(t, site)
	for n, apart := range []time.Duration{200 * time.Millisecond, 2 * time.Second, 300 * time.Second} {
		talk := bot.Address(fmt.Sprintf("test:a%d", n))
		var want []string
		for i := range 6 {
			at := noon().Add(time.Duration(i) * 100 * time.Millisecond)
			if i%2 == 0 {
				at = at.Add(apart)
			}
			said, shown := update(fmt.Sprintf("u%d", i)), send(fmt.Sprintf("s%d", i))
			said.Due, shown.Due = at, at
			l.enqueue(talk, said, shown)
			want = append(want, said.ID)
		}
		l.now = noon().Add(time.Hour)
		var in, out []string
		for _, id := range l.drain() {
			if id[0] == 's' {
				out = append(out, "u"+id[1:])
			} else {
				in = append(in, id)
			}
		}
		same(t, in, want)
		same(t, out, want)
	}
}

// clockGoesBack sets the clock back an hour while updates wait.
func clockGoesBack(t *testing.T, site Site) {
	l := newLab(t, site)
	var want []string
	for i := range 4 {
		u := update(fmt.Sprintf("u%d", i))
		if i > 1 {
			u.Due = noon().Add(time.Duration(i)*time.Second - time.Hour)
		}
		l.enqueue("test:a", u)
		want = append(want, u.ID)
		if i == 2 {
			l.reopen()
		}
	}
	same(t, l.drain(), want)
}

func givenBack(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"), update("u2"))
	first := l.take("u1")
	l.idle()
	l.ok(l.store.Release(l.ctx(), first), "release")
	second := l.take("u1")
	if second.Fence <= first.Fence || second.Job.Attempts != 0 {
		t.Fatalf("claimed again with fence %d after %d, as %+v", second.Fence, first.Fence, second.Job)
	}
	l.ok(l.store.Release(l.ctx(), first), "release a claim that is over")
	l.idle()
	l.refuse(first, everything("d1", 1, "first"), bot.ErrLeaseLost)
	l.commit(second, bot.Outcome{})
	same(t, l.drain(), []string{"u2"})
}

func drawnOut(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	first := l.take("u1")
	l.ok(l.store.Renew(l.ctx(), first, first.Until.Add(lease)), "renew")
	l.now = first.Until
	l.idle()
	l.next(first.Until.Add(lease))
	l.now = first.Until.Add(lease)
	second := l.take("u1")
	if err := l.store.Renew(l.ctx(), first, l.now.Add(lease)); !errors.Is(err, bot.ErrLeaseLost) {
		t.Errorf("to renew a claim that is over gave %v", err)
	}
	l.commit(second, bot.Outcome{})
}

func probed(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	for range 2 {
		l.ok(l.store.Probe(l.ctx()), "probe")
	}
	same(t, l.drain(), []string{"u1"})
}
