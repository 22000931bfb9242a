package ferret_test

import (
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/bot"
)

// TestDueChangedByHand has a conversation say that it is due when its jobs are
// not: it is put right, and keeps nobody busy.
func TestDueChangedByHand(t *testing.T) {
	s := newSite(t)
	l := &talk{t: t, store: s.open(t)}
	defer l.store.Close()
	due := noon().Add(time.Hour)
	l.ok(l.store.Enqueue(t.Context(), "test:a", bot.Job{ID: "t1", Kind: bot.JobTimer, Due: due}))
	s.database(t, func(d *driver.Database) error {
		_, err := d.Collection("conversations").UpdateOne(t.Context(), bson.D{{Key: "_id", Value: "test:a"}},
			bson.D{{Key: "$set", Value: bson.D{{Key: "due", Value: noon()}}}})
		return err
	})
	_, err := l.store.Claim(t.Context(), noon(), time.Minute)
	l.is(err, bot.ErrIdle)
	if got, some, err := l.store.NextDue(t.Context()); err != nil || !some || !got.Equal(due) {
		t.Errorf("next due is %v (%v, %v), want %v", got, some, err, due)
	}
}

// TestArrivalDuringATurn lets an update in between claim and commit.
func TestArrivalDuringATurn(t *testing.T) {
	s := newSite(t)
	l := &talk{t: t, store: s.open(t)}
	defer l.store.Close()
	l.enqueue("test:a", "u1")
	c := l.claim()
	l.enqueue("test:a", "u2")
	l.commit(c, bot.Outcome{Jobs: []bot.Job{{ID: "s1", Kind: bot.JobSend, Due: noon().Add(time.Hour)}}})
	jobs, err := l.store.Jobs(t.Context(), "test:a")
	l.ok(err)
	if len(jobs) != 2 || jobs[0].ID != "u2" || jobs[1].ID != "s1" || jobs[1].Seq <= jobs[0].Seq {
		t.Errorf("the mailbox holds %+v", jobs)
	}
	if c := l.claim(); c.Job.ID != "u2" {
		t.Errorf("claimed %q", c.Job.ID)
	}
}
