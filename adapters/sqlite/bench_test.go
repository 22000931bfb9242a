package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"testing"

	"visesbot/bot"
)

// atATime is how many conversations are busy at once.
const atATime = 64

// warm is how many turns a store has behind it when it is measured: a program
// that has just made a hundred thousand dossiers has a disk that is busy with
// them, and caches that are empty.
const warm = 4000

// BenchmarkTurn measures durable turns of the real bot with the real content: a
// typed answer is accepted, claimed, stepped and committed, and each message
// that comes of it is claimed, handed to a channel that takes it at once, and
// committed as sent. Beside it stands the bare rate: the rows of one such turn
// written without the bot, one turn or [atATime] turns a transaction. Garbage is
// collected as in the program (see main in cmd/visesbot).
func BenchmarkTurn(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprintf("conversations=%d", n), func(b *testing.B) { benchmarkTurn(b, n) })
	}
	for _, batch := range []int{1, atATime} {
		b.Run(fmt.Sprintf("bare/batch=%d", batch), func(b *testing.B) { benchmarkBare(b, batch) })
	}
}

func benchmarkTurn(b *testing.B, n int) {
	w := newWorld(b)
	w.populate(n)
	c := &crowd{world: w, said: make([]atomic.Int64, n)}
	c.talk(warm)
	w.rest()
	w.phone.sent.Store(0)
	before := w.number("SELECT count(*) FROM records")
	b.ResetTimer()
	c.talk(b.N)
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "turns/s")
	b.ReportMetric(float64(w.phone.sent.Load())/float64(b.N), "messages/turn")
	w.counted(n, before)
}

// crowd is the people of a benchmark, each at their line.
type crowd struct {
	*world
	said []atomic.Int64
	turn atomic.Int64
}

// talk has so many lines said, [atATime] at once.
func (c *crowd) talk(n int) {
	last := c.turn.Load() + int64(n)
	var all sync.WaitGroup
	for range atATime {
		all.Go(func() {
			for i := c.turn.Add(1); i <= last; i = c.turn.Add(1) {
				c.next(i)
			}
		})
	}
	all.Wait()
	c.turn.Store(last)
}

// next is the i-th line. 7919 is prime: the turns visit all conversations, far
// apart.
func (c *crowd) next(i int64) {
	who := int(i*7919) % len(c.said)
	if err := c.answer(who, int(c.said[who].Add(1))-1, fmt.Sprintf("b%d", i)); err != nil {
		c.b.Error(err)
	}
}

// counted wants an answer on record for at least every other turn (now and then
// somebody is only asked whether to go on), a message for each, and nothing
// left to do but the reminders.
func (w *world) counted(n int, before int64) {
	w.b.Helper()
	if got := w.number("SELECT count(*) FROM records") - before; got < int64(w.b.N)/2 {
		w.b.Errorf("%d turns left %d records", w.b.N, got)
	}
	if got := w.phone.sent.Load(); got < int64(w.b.N) {
		w.b.Errorf("%d turns sent %d messages", w.b.N, got)
	}
	for sql, want := range map[string]int64{
		"SELECT count(*) FROM jobs WHERE kind <> 'timer' OR state <> 'waiting'": 0,
		"SELECT count(*) FROM conversations":                                    int64(n),
	} {
		if got := w.number(sql); got != want {
			w.b.Errorf("%s: %d, want %d", sql, got, want)
		}
	}
}

// benchmarkBare writes the rows of a turn by hand: what it changed in the
// dossier, the session, and the jobs that come and go.
func benchmarkBare(b *testing.B, batch int) {
	o := newWorld(b).example()
	s, err := Open(filepath.Join(b.TempDir(), "bare.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	t := newBareTurn(b, s.writer.conn, o)
	b.ResetTimer()
	for i := 0; i < b.N; i += batch {
		t.run("BEGIN IMMEDIATE")
		for k := i; k < min(i+batch, b.N); k++ {
			t.write(k)
		}
		t.run("COMMIT")
	}
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "turns/s")
}

// bareTurn is a turn's rows, encoded.
type bareTurn struct {
	b             *testing.B
	conn          *conn
	docs          *documents
	session, sent string
	jobs          int
}

func newBareTurn(b *testing.B, c *conn, o bot.Outcome) *bareTurn {
	b.Helper()
	docs, err := encodeChanges("d", o.Changes)
	if err != nil {
		b.Fatal(err)
	}
	t := &bareTurn{b: b, conn: c, docs: docs, jobs: 1 + len(o.Jobs)}
	t.session, _ = encode(o.Session)
	t.sent, _ = encode(o.Jobs[0])
	return t
}

func (t *bareTurn) run(sql string, args ...any) {
	if _, err := t.conn.exec(sql, args...); err != nil {
		t.b.Fatal(err)
	}
}

func (t *bareTurn) write(k int) {
	d, n := string(bench(k*7919%1000)), int64(k%1000+1)
	t.run("INSERT INTO documents (dossier, part, key, version, doc) VALUES (?, 'head', '', 1, ?) ON CONFLICT DO UPDATE SET version = version + 1, doc = excluded.doc", d, t.docs.head)
	for _, r := range t.docs.rows {
		args := append([]any{d}, r.args[1:]...)
		if r.sql == addRecord {
			args[1] = k*8 + int(args[1].(int64))%8
		}
		t.run(r.sql, args...)
	}
	t.run("INSERT INTO conversations (address, session) VALUES (?, ?) ON CONFLICT DO UPDATE SET session = excluded.session", d, t.session)
	for j := range t.jobs {
		seq := k*t.jobs + j
		t.run(`INSERT INTO jobs (conversation, id, lane, kind, state, place, seq, due, doc)
			VALUES (?, ?, 'in', 'x', 'waiting', 0, ?, 0, ?)`, n, fmt.Sprint(seq), seq, t.sent)
		t.run("DELETE FROM jobs WHERE seq = ?", seq)
	}
}

// number reads one number.
func (w *world) number(sql string, args ...any) (n int64) {
	w.b.Helper()
	err := w.store.read(context.Background(), func(c *conn) (err error) {
		n, err = c.number(sql, args...)
		return err
	})
	if err != nil {
		w.b.Fatal(err)
	}
	return n
}
