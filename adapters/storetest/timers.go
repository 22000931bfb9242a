package storetest

import (
	"testing"
	"time"

	"visesbot/bot"
)

func timerCases() []check {
	return []check{
		{"a timer comes when it is due", timerDue},
		{"a timer is replaced", timerReplaced},
		{"a timer is cancelled", timerCancelled},
		{"a timer is set again while it is done", timerAgain},
		{"a timer put back holds back nobody", timerPutBack},
		{"a job waiting is replaced", jobReplaced},
	}
}

// arm sets a timer by way of an update.
func (l *lab) arm(update string, jobs ...bot.Job) {
	l.Helper()
	l.enqueue("test:a", bot.Job{ID: update, Kind: bot.JobUpdate, Due: l.now})
	l.do(update, bot.Outcome{Jobs: jobs})
}

func timerDue(t *testing.T, site Site) {
	l := newLab(t, site)
	due := noon().Add(72 * time.Hour)
	l.arm("u1", timer("remind", due))
	l.idle()
	l.next(due)
	l.reopen()
	l.now = due.Add(-time.Millisecond)
	l.idle()
	l.enqueue("test:a", update("u2"))
	l.do("u2", bot.Outcome{})
	l.now = due
	l.do("remind", bot.Outcome{})
	l.idle()
	l.next(time.Time{})
}

func timerReplaced(t *testing.T, site Site) {
	l := newLab(t, site)
	l.arm("u1", timer("remind", noon().Add(time.Hour)))
	l.arm("u2", timer("remind", noon().Add(3*time.Hour)))
	l.next(noon().Add(3 * time.Hour))
	l.arm("u3", timer("remind", noon().Add(2*time.Hour)))
	l.next(noon().Add(2 * time.Hour))
	l.now = noon().Add(time.Hour)
	l.idle()
	l.now = noon().Add(4 * time.Hour)
	same(t, l.drain(), []string{"remind"})
	l.arm("u4", timer("remind", noon().Add(5*time.Hour)))
	l.now = noon().Add(5 * time.Hour)
	same(t, l.drain(), []string{"remind"})
}

func timerCancelled(t *testing.T, site Site) {
	l := newLab(t, site)
	l.arm("u1", timer("remind", noon().Add(time.Hour)), timer("other", noon().Add(2*time.Hour)))
	l.arm("u2", timer("remind", time.Time{}), timer("never was", time.Time{}))
	l.next(noon().Add(2 * time.Hour))
	same(t, ids(l.jobs("test:a")), []string{"other"})
	l.now = noon().Add(24 * time.Hour)
	same(t, l.drain(), []string{"other"})
}

func timerAgain(t *testing.T, site Site) {
	l := newLab(t, site)
	l.arm("u1", timer("remind", noon().Add(time.Hour)))
	l.now = noon().Add(time.Hour)
	l.do("remind", bot.Outcome{Jobs: []bot.Job{timer("remind", noon().Add(2*time.Hour))}})
	l.idle()
	l.next(noon().Add(2 * time.Hour))
	l.now = noon().Add(2 * time.Hour)
	same(t, l.drain(), []string{"remind"})
}

func timerPutBack(t *testing.T, site Site) {
	l := newLab(t, site)
	l.arm("u1", timer("remind", noon().Add(time.Second)))
	l.now = noon().Add(time.Minute)
	c := l.take("remind")
	l.commit(c, bot.Outcome{Job: put(c.Job, noon().Add(time.Hour))})
	l.arm("u2")
	l.now = noon().Add(time.Hour)
	same(t, l.drain(), []string{"remind"})
}

func jobReplaced(t *testing.T, site Site) {
	l := newLab(t, site)
	l.arm("u1", send("s1"), send("s2"))
	again := send("s1")
	again.Message.Lang = "fr"
	l.enqueue("test:a", bot.Job{ID: "u2", Kind: bot.JobNote, Due: noon().Add(-time.Second)})
	l.do("u2", bot.Outcome{Jobs: []bot.Job{again}})
	l.do("s2", bot.Outcome{})
	if c := l.take("s1"); c.Job.Message.Lang != "fr" {
		t.Fatalf("the job was not replaced: %+v", c.Job.Message)
	}
}
