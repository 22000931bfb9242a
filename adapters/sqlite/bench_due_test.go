package sqlite

import (
	"context"
	"fmt"
	"testing"
	"time"

	"visesbot/bot"
)

// dueAtOnce is how many reminders fall due on one morning.
const dueAtOnce = 1000

// BenchmarkDue measures what it takes to find and claim the reminders that are
// due, of all that are scheduled over a year and a half: one operation is 1,000
// claims, each with the session and the job, and the finding that nothing else
// is due. Every one of them is read from the file, none from what an earlier
// operation left in the schedule.
func BenchmarkDue(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprintf("scheduled=%d", n), func(b *testing.B) { benchmarkDue(b, n) })
	}
}

func benchmarkDue(b *testing.B, n int) {
	w := newWorld(b)
	w.begin(0, typedBefore)
	w.remind(n)
	b.ResetTimer()
	for range b.N {
		claimed := w.claimDue()
		b.StopTimer()
		for _, c := range claimed {
			w.store.schedule.release(w.store.schedule.tenure(c))
		}
		w.store.schedule.forget()
		b.StartTimer()
	}
	b.StopTimer()
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/dueAtOnce, "us/claim")
}

// morning is when the first reminders are due.
func morning() time.Time { return start().AddDate(0, 0, 1) }

// remind makes n conversations after the likeness of the first, each with one
// reminder: dueAtOnce of them, spread over all, are due on the first morning, the
// others one after the other over the eighteen months after it.
func (w *world) remind(n int) {
	w.b.Helper()
	const count = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM n WHERE n < ?1) "
	first, rest := millis(morning()), int64(18*30*24*time.Hour/time.Millisecond)/int64(n)
	err := w.store.write(context.Background(), &write{do: func(c *conn) error {
		for _, x := range []struct {
			sql  string
			args []any
		}{
			{"DELETE FROM jobs", nil},
			{count + "INSERT INTO conversations (id, address, receipts, session) SELECT 100 + n, printf('bench:%07d', n), receipts, session " +
				"FROM n JOIN conversations c ON c.address = 'bench:0000000'", []any{n}},
			{count + "INSERT INTO jobs (conversation, lane, place, due, id, kind, state, doc) SELECT 100 + n, 'in', due, due, 't-remind', 'timer', 'waiting', " +
				"'{\"id\":\"t-remind\",\"kind\":\"timer\",\"event\":{\"kind\":\"timer\",\"timer\":\"remind\"}}' FROM (" +
				"SELECT n, CASE WHEN n % ?2 = 0 THEN ?3 + n / ?2 ELSE ?3 + 86400000 + n * ?4 END AS due FROM n)", []any{n, n / dueAtOnce, first, rest}},
		} {
			if _, err := c.exec(x.sql, x.args...); err != nil {
				return fmt.Errorf("%s: %w", x.sql, err)
			}
		}
		return nil
	}})
	if err != nil {
		w.b.Fatal(err)
	}
	if err := w.store.writer.conn.script("PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		w.b.Fatal(err)
	}
	w.store.schedule.forget()
}

// claimDue claims all that is due on the first morning.
func (w *world) claimDue() (all []bot.Claim) {
	w.b.Helper()
	now := morning().Add(time.Minute)
	for {
		c, err := w.store.Claim(context.Background(), now, time.Hour)
		if err != nil {
			if len(all) != dueAtOnce {
				w.b.Fatalf("%d are due: %v", len(all), err)
			}
			return all
		}
		if c.Session.Address == "" {
			w.b.Fatal("a claim without its session")
		}
		all = append(all, c)
	}
}
