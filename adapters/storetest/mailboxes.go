package storetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

func mailboxesCases() []check {
	return []check{
		{"dead jobs of all mailboxes", deadOfAll},
		{"a dead job is revived in its place", revivedInPlace},
		{"what waits in all mailboxes", waitingOfAll},
		{"the sessions of all conversations", sessionsOfAll},
	}
}

// die lets the next job, which has this id, be given up.
func (l *lab) die(id string, due time.Time) {
	l.Helper()
	c := l.take(id)
	j := c.Job
	j.Dead, j.Attempts, j.Error, j.Due = true, 3, "blocked", due
	l.commit(c, bot.Outcome{Job: &j})
}

func (l *lab) all(dead bool, limit int) []string {
	l.Helper()
	jobs, err := l.store.AllJobs(l.ctx(), dead, limit)
	l.ok(err, "all jobs")
	var names []string
	for _, p := range jobs {
		names = append(names, fmt.Sprintf("%s/%s", p.To, p.Job.ID))
		if p.Job.Dead != dead || p.Job.Seq == 0 {
			l.Errorf("listed among the others: %+v", p.Job)
		}
	}
	return names
}

func (l *lab) load(want bot.Load) {
	l.Helper()
	got, err := l.store.Load(l.ctx(), l.now)
	l.ok(err, "load")
	if got != want {
		l.Errorf("the load is %+v, want %+v", got, want)
	}
}

func deadOfAll(t *testing.T, site Site) {
	l := newLab(t, site)
	l.load(bot.Load{})
	longest := send("s1")
	longest.Due = noon().Add(-time.Minute)
	l.enqueue("test:a", send("s1"), send("s2"))
	l.enqueue("test:b", longest)
	l.load(bot.Load{Due: 2})
	l.die("s1", noon().Add(time.Second))
	l.die("s1", noon().Add(2*time.Second))
	l.die("s2", noon().Add(3*time.Second))
	l.now = noon().Add(time.Minute)
	for range 2 {
		l.load(bot.Load{Dead: 3})
		same(t, l.all(true, 10), []string{"test:b/s1", "test:a/s1", "test:a/s2"})
		same(t, l.all(true, 2), []string{"test:b/s1", "test:a/s1"})
		same(t, len(l.all(false, 10)), 0)
		l.reopen()
	}
	l.enqueue("test:b", update("u1"))
	replaced := send("s1")
	replaced.Message.Lang = "fr"
	l.do("u1", bot.Outcome{Jobs: []bot.Job{replaced}})
	l.load(bot.Load{Due: 1, Dead: 2})
	l.do("s1", bot.Outcome{})
	same(t, l.all(true, 10), []string{"test:a/s1", "test:a/s2"})
}

func revivedInPlace(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", send("s1"), send("s2"), send("s3"))
	l.die("s1", noon())
	c := l.take("s2")
	l.commit(c, bot.Outcome{Job: put(c.Job, noon().Add(time.Hour))})
	l.now = noon().Add(time.Minute)
	for _, id := range []string{"s2", "s4"} {
		if err := l.store.Revive(l.ctx(), "test:a", id, l.now); !errors.Is(err, bot.ErrNotFound) {
			t.Errorf("revive %s, which is not dead: %v", id, err)
		}
	}
	if err := l.store.Revive(l.ctx(), "test:c", "s1", l.now); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("revive in a mailbox that is not there: %v", err)
	}
	l.idle()
	l.ok(l.store.Revive(l.ctx(), "test:a", "s1", l.now), "revive")
	l.next(l.now)
	l.load(bot.Load{Due: 1})
	l.reopen()
	c = l.take("s1")
	if c.Job.Dead || c.Job.Attempts != 0 || !c.Job.Due.Equal(l.now) || c.Job.Message == nil {
		t.Errorf("it came back as %+v", c.Job)
	}
	l.commit(c, bot.Outcome{})
	l.idle()
	l.now = noon().Add(time.Hour)
	same(t, l.drain(), []string{"s2", "s3"})
	l.load(bot.Load{})
}

func waitingOfAll(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", timer("t1", noon().Add(time.Hour)))
	l.enqueue("test:b", update("u1"), update("u2"))
	l.load(bot.Load{Due: 1})
	same(t, l.all(false, 10), []string{"test:b/u1", "test:b/u2", "test:a/t1"})
	same(t, l.all(false, 2), []string{"test:b/u1", "test:b/u2"})
	l.now = noon().Add(time.Hour)
	l.load(bot.Load{Due: 2})
}

func sessionsOfAll(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	l.enqueue("test:b", update("u2"))
	l.enqueue("test:c", update("u3"))
	l.do("u1", bot.Outcome{Session: &flows.Session{Dossier: "d1", Lang: "nl"}})
	l.do("u2", bot.Outcome{})
	l.do("u3", bot.Outcome{Session: &flows.Session{Dossier: "d2", Lang: "fr"}})
	var got []string
	l.ok(l.store.Sessions(l.ctx(), func(a bot.Address, s flows.Session) error {
		got = append(got, fmt.Sprintf("%s %s %s", a, s.Dossier, s.Lang))
		return nil
	}), "sessions")
	slices.Sort(got)
	same(t, got, []string{"test:a d1 nl", "test:c d2 fr"})
	enough, n := errors.New("enough"), 0
	err := l.store.Sessions(l.ctx(), func(bot.Address, flows.Session) error { n++; return enough })
	if !errors.Is(err, enough) || n != 1 {
		t.Errorf("after %d: %v", n, err)
	}
}
