package sqlite

import (
	"fmt"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"visesbot/bot"
)

// What the schedule has at hand gives the job that the whole mailbox gives: of
// the first of each lane, timers that are not due left out, the one due longest.
func TestFrontsAreWhatTheMailboxSays(t *testing.T) {
	c, err := dial(filepath.Join(t.TempDir(), "fronts.db"), "rwc")
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	if err := migrate(c); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		if err := c.script("DELETE FROM jobs"); err != nil {
			t.Fatal(err)
		}
		for i := range rapid.IntRange(0, 8).Draw(t, "jobs") {
			job := bot.Job{
				ID:   fmt.Sprint(i),
				Kind: rapid.SampledFrom([]bot.JobKind{bot.JobUpdate, bot.JobTimer, bot.JobSend}).Draw(t, "kind"),
				Due:  moment(rapid.Int64Range(1, 5).Draw(t, "place")), Dead: rapid.IntRange(0, 4).Draw(t, "dead") == 0,
			}
			e, _ := newEntry(job)
			err := e.insert(c, addJob, 1, int64(i)+1)
			if later := rapid.Int64Range(1, 9).Draw(t, "due"); err == nil && job.Kind != bot.JobTimer {
				_, err = c.exec("UPDATE jobs SET due = ? WHERE seq = ?", later, i+1)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		all, err := frontsOf(c, 1)
		if err != nil {
			t.Fatal(err)
		}
		for now := range int64(10) {
			want, err := c.number(wholeMailbox, now)
			got := int64(0)
			if x := all.longestDue(now); x != nil {
				got = x.seq
			}
			if got != want || err != nil {
				t.Fatalf("at %d job %d, want %d of %+v (%v)", now, got, want, all, err)
			}
			if woken := all.wake() <= now; woken != (want != 0) {
				t.Fatalf("at %d it is awake: %v, and has job %d of %+v", now, woken, want, all)
			}
		}
	})
}

// wholeMailbox finds the next job in the whole mailbox.
const wholeMailbox = `SELECT seq FROM (
	SELECT * FROM (SELECT seq, due FROM jobs WHERE lane = 'in' AND state = 'waiting' AND (kind <> 'timer' OR due <= ?1) ORDER BY place, seq LIMIT 1)
	UNION ALL
	SELECT * FROM (SELECT seq, due FROM jobs WHERE lane = 'out' AND state = 'waiting' ORDER BY place, seq LIMIT 1)
) WHERE due <= ?1 ORDER BY due, seq LIMIT 1`
