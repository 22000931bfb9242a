package storetest

import (
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

func leaseCases() []check {
	return []check{
		{"one worker at a time has a conversation", oneAtATime},
		{"an expired lease can be taken", expiredLease},
		{"a late writer keeps nothing", lateWriter},
		{"a late writer keeps nothing after the other is done", lateAfterDone},
		{"a commit after the lease, when nobody took it", lateAlone},
		{"a second commit of one claim", secondCommit},
	}
}

func oneAtATime(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"), update("u2"), send("s1"))
	c := l.take("u1")
	if c.Address != "test:a" || !c.Until.Equal(noon().Add(lease)) {
		t.Fatalf("claimed %q until %v", c.Address, c.Until)
	}
	l.now = noon().Add(lease - time.Millisecond)
	l.idle()
	l.enqueue("test:b", update("u1"))
	if other := l.claim(); other.Address != "test:b" {
		t.Fatalf("claimed %q, which somebody has", other.Address)
	}
	l.idle()
	l.enqueue("test:a", update("u3"))
	l.idle()
}

func expiredLease(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	first := l.take("u1")
	l.now = first.Until
	second := l.take("u1")
	if second.Fence <= first.Fence {
		t.Fatalf("fence went from %d to %d", first.Fence, second.Fence)
	}
	l.idle()
	l.commit(second, bot.Outcome{})
	l.enqueue("test:a", update("u2"))
	if third := l.take("u2"); third.Fence <= second.Fence {
		t.Fatalf("fence went from %d to %d", second.Fence, third.Fence)
	}
}

// everything is an outcome that touches all a store has.
func everything(dossier string, version int64, mark string) bot.Outcome {
	return bot.Outcome{
		Session:   &flows.Session{Address: "test:a", Dossier: dossier, Person: mark},
		Dossier:   dossier,
		Changes:   answered(dossier, version, "Q1", mark),
		Jobs:      []bot.Job{send("s-" + mark), timer("t-"+mark, noon().Add(time.Hour))},
		Elsewhere: []bot.Posted{{To: "test:z", Job: bot.Job{ID: "n-" + mark, Kind: bot.JobNote, Due: noon()}}},
		Receipts:  map[string]bot.Receipt{"c-" + mark: "r"},
	}
}

// only wants everything of mark to be kept, and nothing else.
func (l *lab) only(mark string) {
	l.Helper()
	l.now = noon().Add(24 * time.Hour)
	c := l.peek("test:a")
	if c.Session.Person != mark || len(c.Receipts) != 1 || c.Receipts["c-"+mark] != "r" {
		l.Errorf("session of %q, receipts %v, want those of %q", c.Session.Person, c.Receipts, mark)
	}
	v := l.view(c, "d1")
	if a, _ := v.Answer("Q1"); a.Value.Text != mark || v.Head().Version != 1 {
		l.Errorf("answer %q at version %d, want %q at 1", a.Value.Text, v.Head().Version, mark)
	}
	if r := l.records("d1"); len(r) != 1 || r[0].Answer.Value.Text != mark {
		l.Errorf("records are %v, want one of %q", r, mark)
	}
	same(l, ids(l.jobs("test:a")), []string{"s-" + mark, "t-" + mark})
	same(l, ids(l.jobs("test:z")), []string{"n-" + mark})
}

func lateWriter(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	first := l.claim()
	l.now = first.Until
	second := l.claim()
	l.refuse(first, everything("d1", 1, "first"), bot.ErrLeaseLost)
	l.commit(second, everything("d1", 1, "second"))
	l.only("second")
}

func lateAfterDone(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	first := l.claim()
	l.now = first.Until
	l.commit(l.claim(), everything("d1", 1, "second"))
	l.refuse(first, everything("d1", 1, "first"), bot.ErrLeaseLost)
	l.refuse(first, everything("d1", 2, "first"), bot.ErrLeaseLost)
	l.only("second")
}

func lateAlone(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	c := l.claim()
	l.now = c.Until.Add(time.Hour)
	l.commit(c, everything("d1", 1, "late"))
	l.only("late")
}

func secondCommit(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	c := l.claim()
	l.commit(c, everything("d1", 1, "once"))
	l.refuse(c, everything("d1", 1, "twice"), bot.ErrLeaseLost)
	l.refuse(c, bot.Outcome{Job: &c.Job}, bot.ErrLeaseLost)
	l.only("once")
}
