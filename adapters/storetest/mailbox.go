package storetest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"visesbot/bot"
)

func mailboxCases() []check {
	return []check{
		{"a job seen before is ignored", seenBefore},
		{"a job that waits is not put in again", waitsAlready},
		{"the last 200 ids are remembered", seenLong},
		{"ids belong to one mailbox", seenElsewhere},
		{"what came in is there after a restart", keptOverRestart},
		{"a job comes back as it was put in", jobEqual},
		{"next due", nextDue},
		{"due longest first", dueLongest},
	}
}

func seenBefore(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	l.enqueue("test:a", update("u1"), update("u2"))
	if got := ids(l.jobs("test:a")); !slices.Equal(got, []string{"u1", "u2"}) {
		t.Fatalf("mailbox holds %v", got)
	}
	l.do("u1", bot.Outcome{})
	l.enqueue("test:a", update("u1"), update("u2"), update("u1"))
	l.do("u2", bot.Outcome{})
	l.enqueue("test:a", update("u1"))
	l.idle()
	l.reopen()
	l.enqueue("test:a", update("u1"), update("u2"))
	l.idle()
}

func waitsAlready(t *testing.T, site Site) {
	l := newLab(t, site)
	l.arm("u1", timer("remind", noon().Add(time.Hour)), send("s1"))
	l.enqueue("test:a", update("remind"), update("s1"))
	if got := ids(l.jobs("test:a")); !slices.Equal(got, []string{"s1", "remind"}) {
		t.Fatalf("mailbox holds %v", got)
	}
	l.do("s1", bot.Outcome{})
	l.idle()
}

func seenLong(t *testing.T, site Site) {
	l := newLab(t, site)
	var all []bot.Job
	for i := range 200 {
		all = append(all, update(fmt.Sprintf("u%d", i)))
	}
	done := 0
	for portion := range slices.Chunk(all, 20) {
		l.enqueue("test:a", portion...)
		done += len(l.drain())
	}
	l.enqueue("test:a", all...)
	l.idle()
	// One more pushes out the oldest at most; what the conversation makes
	// itself pushes out nothing.
	l.enqueue("test:a", update("v1"))
	l.do("v1", bot.Outcome{Jobs: []bot.Job{send("s1"), send("s2")}})
	l.enqueue("test:a", all[1:]...)
	if got := l.drain(); done != 200 || !slices.Equal(got, []string{"s1", "s2"}) {
		t.Fatalf("%d jobs were done, and again: %v", done, got)
	}
}

func seenElsewhere(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"))
	l.enqueue("test:b", update("u1"))
	if got := l.drain(); len(got) != 2 {
		t.Fatalf("done: %v", got)
	}
}

func keptOverRestart(t *testing.T, site Site) {
	l := newLab(t, site)
	l.enqueue("test:a", update("u1"), update("u2"))
	old := l.claim()
	l.reopen()
	l.now = l.now.Add(lease)
	c := l.take("u1")
	if c.Fence <= old.Fence {
		t.Fatalf("fence went from %d to %d over a restart", old.Fence, c.Fence)
	}
	l.refuse(old, bot.Outcome{}, bot.ErrLeaseLost)
	l.commit(c, bot.Outcome{})
	l.do("u2", bot.Outcome{})
	l.idle()
}

func jobEqual(t *testing.T, site Site) {
	l := newLab(t, site)
	for i, kind := range []bot.JobKind{bot.JobUpdate, bot.JobNote, bot.JobTimer, bot.JobSend} {
		var want bot.Job
		fill(&want, i)
		want.ID, want.Kind, want.Dead, want.Due = string(kind), kind, false, noon().Add(1500*time.Microsecond)
		l.now = noon().Add(time.Second)
		l.enqueue("test:a", want)
		c := l.take(want.ID)
		want.Seq, want.Due = c.Job.Seq, noon().Add(time.Millisecond)
		same(t, c.Job, want)
		same(t, l.jobs("test:a")[0], want)
		l.commit(c, bot.Outcome{})
	}
}

func nextDue(t *testing.T, site Site) {
	l := newLab(t, site)
	l.next(time.Time{})
	l.enqueue("test:a", update("u1"))
	l.enqueue("test:b", timer("t1", noon().Add(time.Hour)))
	l.next(noon())
	c := l.claim()
	l.next(noon().Add(lease))
	l.commit(c, bot.Outcome{})
	l.next(noon().Add(time.Hour))
	l.reopen()
	l.next(noon().Add(time.Hour))
	l.now = noon().Add(time.Hour)
	l.do("t1", bot.Outcome{})
	l.next(time.Time{})
}

func dueLongest(t *testing.T, site Site) {
	l := newLab(t, site)
	for _, i := range []int{3, 1, 4, 2, 5} {
		j := update(fmt.Sprintf("u%d", i))
		j.Due = noon().Add(time.Duration(i) * time.Second)
		l.enqueue(bot.Address(fmt.Sprintf("test:%d", i)), j)
	}
	l.now = noon().Add(4 * time.Second)
	if got := l.drain(); !slices.Equal(got, []string{"u1", "u2", "u3", "u4"}) {
		t.Fatalf("done: %v", got)
	}
}

func ids(jobs []bot.Job) []string {
	var all []string
	for _, j := range jobs {
		all = append(all, j.ID)
	}
	return all
}
