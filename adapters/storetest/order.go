package storetest

import (
	"testing"
	"time"

	"visesbot/bot"
)

func orderCases() []check {
	return []check{
		{"in order of arrival", inOrder},
		{"in order of due", byDue},
		{"a waiting update holds back the later ones", updateWaits},
		{"a waiting send holds back later sends only", sendWaits},
		{"a dead job is kept and holds back nobody", deadJob},
		{"a job put back keeps what it was given", putBack},
	}
}

func inOrder(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u3"), update("u1"))
	l.enqueue("test:a", update("u2"))
	l.enqueue("test:a", update("u0"), send("s2"), send("s1"))
	var in, out []string
	for _, id := range l.drain() {
		if id[0] == 's' {
			out = append(out, id)
		} else {
			in = append(in, id)
		}
	}
	same(t, in, []string{"u3", "u1", "u2", "u0"})
	same(t, out, []string{"s2", "s1"})
}

func byDue(t *testing.T, site Site) {
	l := newLab(t, site)
	note := func(id string, after time.Duration) bot.Job {
		return bot.Job{ID: id, Kind: bot.JobNote, Due: noon().Add(after)}
	}
	l.enqueue("test:a", note("late", time.Hour), note("soon", time.Minute))
	l.enqueue("test:a", note("now", 0))
	same(t, l.drain(), []string{"now"})
	l.now = noon().Add(2 * time.Hour)
	l.enqueue("test:a", timer("t", noon().Add(30*time.Minute)))
	same(t, l.drain(), []string{"soon", "t", "late"})
}

func updateWaits(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"), update("u2"))
	c := l.take("u1")
	l.commit(c, bot.Outcome{Job: put(c.Job, noon().Add(time.Minute)), Jobs: []bot.Job{send("s1")}})
	l.enqueue("test:a", update("u3"))
	same(t, l.drain(), []string{"s1"})
	l.next(noon().Add(time.Minute))
	l.reopen()
	l.idle()
	l.now = noon().Add(time.Minute)
	same(t, l.drain(), []string{"u1", "u2", "u3"})
}

func sendWaits(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	l.do("u1", bot.Outcome{Jobs: []bot.Job{send("s1"), send("s2")}})
	c := l.take("s1")
	l.commit(c, bot.Outcome{Job: put(c.Job, noon().Add(time.Minute))})
	l.idle()
	l.enqueue("test:a", update("u2"))
	l.do("u2", bot.Outcome{Jobs: []bot.Job{send("s3")}})
	l.idle()
	l.next(noon().Add(time.Minute))
	l.now = noon().Add(time.Minute)
	same(t, l.drain(), []string{"s1", "s2", "s3"})
}

func deadJob(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"), update("u2"))
	c := l.take("u1")
	dead := c.Job
	dead.Dead, dead.Error, dead.Attempts = true, "blocked", 7
	l.commit(c, bot.Outcome{Job: &dead})
	l.do("u2", bot.Outcome{})
	l.next(time.Time{})
	l.now = noon().Add(365 * 24 * time.Hour)
	l.idle()
	l.reopen()
	l.idle()
	l.enqueue("test:a", update("u1"))
	l.idle()
	if got := l.jobs("test:a"); len(got) != 1 || !got[0].Dead || got[0].Error != "blocked" || got[0].Attempts != 7 {
		t.Fatalf("mailbox holds %+v, want the dead job", got)
	}
}

func putBack(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	c := l.take("u1")
	j := c.Job
	j.Due, j.Attempts, j.Error = noon().Add(time.Second), 3, "the channel is away"
	l.commit(c, bot.Outcome{Job: &j})
	l.idle()
	l.now = noon().Add(time.Second)
	same(t, l.take("u1").Job, j)
}
