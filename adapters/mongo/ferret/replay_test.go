package ferret_test

import (
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"

	"visesbot/adapters/mongo"
	"visesbot/bot"
)

// crashAfter begins the turn of u1 on d1 and stops the program after k
// commands of the commit.
func crashAfter(t *testing.T, s *site, k int) {
	t.Helper()
	l := &talk{t: t, store: s.open(t)}
	l.enqueue("test:a", "u1")
	c := l.claim()
	o := l.answer(l.view(c, "d1"), c, "P0-01", "first")
	s.gate.Limit(k)
	if err := l.store.Commit(t.Context(), c, o); err == nil {
		t.Fatal("the commit went through")
	}
	l.ok(l.store.Close())
	s.gate.Limit(-1)
}

// TestHalfWrittenRecordsAreRepaired breaks off in the middle of the command
// that writes the records, after the head: no proxy can do that, so documents
// are taken away.
func TestHalfWrittenRecordsAreRepaired(t *testing.T) {
	s := local(t)
	crashAfter(t, s, 1)
	lost := []string{"d1/answer/P0-01", "d1/item/st1", "d1/list/stakeholder", "d1~record/000000000001"}
	s.database(t, func(d *driver.Database) error {
		res, err := d.Collection("dossiers").DeleteMany(t.Context(), bson.D{{Key: "_id", Value: bson.D{{Key: "$in", Value: lost}}}})
		if err == nil && res.DeletedCount != int64(len(lost)) {
			t.Errorf("%d documents were taken away", res.DeletedCount)
		}
		return err
	})
	l := &talk{t: t, store: s.open(t), later: time.Hour}
	defer l.store.Close()

	// Another conversation sees the answer, and goes on from it.
	l.ok(l.store.Enqueue(t.Context(), "test:b", bot.Job{ID: "u1", Kind: bot.JobUpdate, Due: noon().Add(-time.Hour)}))
	b := l.claim()
	v := l.view(b, "d1")
	if a, _ := v.Answer("P0-01"); a.Value.Text != "first" || v.Replay() != nil {
		t.Fatalf("another conversation reads %q, replay %v", a.Value.Text, v.Replay())
	}
	if i, ok := v.Item("st1"); !ok || i.Label != "first" {
		t.Fatalf("another conversation reads item %+v", i)
	}
	o := l.answer(v, b, "P0-02", "second")
	l.commit(b, o)

	// The job comes again, with its outcome; what is newer stays.
	a := l.claim()
	again := l.view(a, "d1").Replay()
	if again == nil {
		t.Fatal("no replay")
	}
	l.commit(a, *again)
	l.settled("first", "second")
}

// settled wants the two answers and their records to be in place, and the item
// that both wrote as the second left it.
func (l *talk) settled(first, second string) {
	l.t.Helper()
	v := l.view(bot.Claim{Address: "test:none"}, "d1")
	one, _ := v.Answer("P0-01")
	two, _ := v.Answer("P0-02")
	item, _ := v.Item("st1")
	if one.Value.Text != first || two.Value.Text != second || item.Label != second || v.Head().Version != 2 {
		l.t.Errorf("answers %q and %q, item %q at version %d", one.Value.Text, two.Value.Text, item.Label, v.Head().Version)
	}
	records, err := l.store.Records(l.t.Context(), "d1")
	l.ok(err)
	if len(records) != 2 || records[0].Answer.Place != "P0-01" || records[1].Answer.Place != "P0-02" {
		l.t.Errorf("records %+v", records)
	}
}

// TestTheSameTimerIsNoReplay uses a job id twice.
func TestTheSameTimerIsNoReplay(t *testing.T) {
	s := newSite(t)
	l := &talk{t: t, store: s.open(t)}
	defer l.store.Close()
	l.enqueue("test:a", "u1")
	c := l.claim()
	l.commit(c, bot.Outcome{Jobs: []bot.Job{{ID: "remind", Kind: bot.JobTimer, Due: noon()}}})
	for i := range 2 {
		c := l.claim()
		v := l.view(c, "d1")
		if c.Job.ID != "remind" || v.Replay() != nil {
			t.Fatalf("job %q, replay %v", c.Job.ID, v.Replay())
		}
		o := l.answer(v, c, "P0-01", "again")
		o.Jobs = []bot.Job{{ID: "remind", Kind: bot.JobTimer, Due: noon().Add(time.Duration(i))}}
		l.commit(c, o)
	}
}

// TestLostAnswers loses the answer of every command of a commit in turn, and
// commits again with the same claim, as a bot does that goes on living.
func TestLostAnswers(t *testing.T) {
	for k, want := range []error{nil, bot.ErrLeaseLost} {
		s := local(t)
		l := &talk{t: t, store: s.open(t)}
		l.enqueue("test:a", "u1")
		c := l.claim()
		o := l.answer(l.view(c, "d1"), c, "P0-01", "first")
		s.gate.Swallow(k + 1)
		if err := l.store.Commit(t.Context(), c, o); err == nil {
			t.Fatalf("command %d: the commit went through", k)
		}
		s.gate.Swallow(0)
		l.is(l.store.Commit(t.Context(), c, o), want) // lost: it was done, and nobody may do it twice
		jobs, err := l.store.Jobs(t.Context(), "test:a")
		l.ok(err)
		if len(jobs) != 1 || jobs[0].ID != "s-first" {
			t.Errorf("command %d: the mailbox holds %+v", k, jobs)
		}
		l.ok(l.store.Close())
	}
}

// TestTwoPrograms has one program commit late what another has claimed since:
// they share no memory. Whatever the order, the job has one outcome.
func TestTwoPrograms(t *testing.T) {
	for name, lateFirst := range map[string]bool{"the late one first": true, "the late one last": false} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			one := &talk{t: t, store: s.open(t)}
			two := &talk{t: t, store: s.open(t), later: time.Hour}
			defer one.store.Close()
			defer two.store.Close()
			one.enqueue("test:a", "u1")
			c1, c2 := one.claim(), two.claim()
			o1 := one.answer(one.view(c1, "d1"), c1, "P0-01", "one")
			o2 := two.answer(two.view(c2, "d1"), c2, "P0-01", "two")
			want := "two"
			if lateFirst {
				want = "one"
				one.is(one.store.Commit(t.Context(), c1, o1), bot.ErrLeaseLost)
			}
			two.ok(two.store.Commit(t.Context(), c2, o2))
			if !lateFirst {
				one.is(one.store.Commit(t.Context(), c1, o1), bot.ErrLeaseLost)
			}
			oneOutcome(t, two.store, want)
		})
	}
}

// oneOutcome wants the answer, the records and the message to be of one outcome.
func oneOutcome(t *testing.T, store *mongo.Store, want string) {
	t.Helper()
	l := &talk{t: t, store: store}
	v := l.view(bot.Claim{Address: "test:none"}, "d1")
	a, _ := v.Answer("P0-01")
	records, err := store.Records(t.Context(), "d1")
	l.ok(err)
	jobs, err := store.Jobs(t.Context(), "test:a")
	l.ok(err)
	if a.Value.Text != want || len(records) != 1 || records[0].Answer.Value.Text != want || len(jobs) != 1 || jobs[0].ID != "s-"+want {
		t.Errorf("want all of %q: answer %q, %d records, jobs %+v", want, a.Value.Text, len(records), jobs)
	}
}
