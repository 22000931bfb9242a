package sqlite

import (
	"context"
	"time"

	"visesbot/bot"
)

// The ids of at least so many jobs from outside are remembered in a mailbox;
// old ones are cleared away once in so many arrivals.
const (
	remembered = 200
	clearEvery = 64
)

// The states of a job in its mailbox.
const (
	waiting = "waiting"
	dead    = "dead"
)

// entry is a job on its way into a mailbox, encoded before the writer's turn.
type entry struct {
	bot.Job
	doc string
}

func newEntry(j bot.Job) (entry, error) {
	doc, err := encode(j)
	return entry{j, doc}, err
}

func newEntries(jobs []bot.Job) ([]entry, error) {
	all := make([]entry, len(jobs))
	for i, j := range jobs {
		e, err := newEntry(j)
		if err != nil {
			return nil, err
		}
		all[i] = e
	}
	return all, nil
}

func (e entry) lane() string {
	if e.Out() {
		return "out"
	}
	return "in"
}

func (e entry) state() string {
	if e.Dead {
		return dead
	}
	return waiting
}

func millis(t time.Time) int64 { return t.UnixMilli() }

func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// job reads a job from its doc, seq and due.
func job(r row) (bot.Job, error) {
	j, err := decode[bot.Job](r.text(0), "a job")
	j.Seq, j.Due = r.integer(1), moment(r.integer(2))
	return j, err
}

// Enqueue puts jobs into a mailbox; see [bot.Store].
func (s *Store) Enqueue(ctx context.Context, a bot.Address, jobs ...bot.Job) error {
	entries, err := newEntries(jobs)
	if err != nil {
		return s.fault(err)
	}
	return s.write(ctx, &write{do: func(c *conn) error { return s.writer.arrive(c, a, entries) }})
}

// write submits a write, tells who waits, and words the error.
func (s *Store) write(ctx context.Context, x *write) error {
	err := s.writer.submit(ctx, x)
	if err == nil {
		s.changed.raise()
	}
	return s.worded(err)
}

// worded leaves the answers of the contract as they are.
func (s *Store) worded(err error) error {
	switch err {
	case nil, bot.ErrIdle, bot.ErrLeaseLost, bot.ErrChanged, bot.ErrNotFound, context.Canceled, context.DeadlineExceeded:
		return err
	}
	return s.fault(err)
}

// Changed gives a channel that is closed by the next write after this call.
// Ask for it before Claim: then nothing that comes in between is slept over.
func (s *Store) Changed() <-chan struct{} { return s.changed.wait() }

// arrive puts jobs from outside into a mailbox, and makes the conversation
// where it is new.
func (w *writer) arrive(c *conn, a bot.Address, entries []entry) error {
	r, ok, err := c.one("SELECT id FROM conversations WHERE address = ?", string(a))
	if err == nil && !ok {
		r, _, err = c.one("INSERT INTO conversations (address) VALUES (?) RETURNING id", string(a))
	}
	if err != nil {
		return err
	}
	id, added := r.integer(0), int64(0)
	for _, e := range entries {
		w.seq++
		n, err := c.exec(`INSERT INTO jobs (conversation, id, lane, kind, state, place, seq, due, outside, doc)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO NOTHING`,
			id, e.ID, e.lane(), string(e.Kind), e.state(), millis(e.Due), w.seq, millis(e.Due), e.doc)
		if err != nil {
			return err
		}
		added += n
	}
	if added == 0 {
		return nil
	}
	return w.arrived(c, id, a, added)
}

// arrived counts what came in, and clears old ids away now and then.
func (w *writer) arrived(c *conn, id int64, a bot.Address, added int64) error {
	total, err := c.number("UPDATE conversations SET arrived = arrived + ? WHERE id = ? RETURNING arrived", added, id)
	if err == nil {
		err = w.rewake(c, id, a)
	}
	if err != nil || total/clearEvery == (total-added)/clearEvery {
		return err
	}
	_, err = c.exec(`DELETE FROM jobs WHERE conversation = ? AND state = 'done' AND seq <
		(SELECT seq FROM jobs WHERE conversation = ? AND outside = 1 ORDER BY seq DESC LIMIT 1 OFFSET ?)`, id, id, remembered-1)
	return err
}

// own puts a conversation's own job into its mailbox, in place of one with the
// same id; a timer that is due never takes that one away.
func (w *writer) own(c *conn, id int64, e entry) error {
	if e.Kind == bot.JobTimer && e.Due.IsZero() {
		return finish(c, id, e.ID)
	}
	w.seq++
	_, err := c.exec(`INSERT INTO jobs (conversation, id, lane, kind, state, place, seq, due, outside, doc)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO UPDATE SET lane = excluded.lane, kind = excluded.kind,
		state = excluded.state, place = excluded.place, seq = excluded.seq, due = excluded.due, doc = excluded.doc`,
		id, e.ID, e.lane(), string(e.Kind), e.state(), millis(e.Due), w.seq, millis(e.Due), e.doc)
	return err
}

// finish takes a job out of the mailbox; of one from outside the id stays.
func finish(c *conn, id int64, job string) error {
	n, err := c.exec("UPDATE jobs SET state = 'done', doc = NULL WHERE conversation = ? AND id = ? AND outside = 1", id, job)
	if err != nil || n > 0 {
		return err
	}
	_, err = c.exec("DELETE FROM jobs WHERE conversation = ? AND id = ?", id, job)
	return err
}

// keep leaves a job in the mailbox in its place, as it is given.
func keep(c *conn, id int64, e entry) error {
	_, err := c.exec("UPDATE jobs SET state = ?, due = ?, doc = ? WHERE conversation = ? AND id = ?", e.state(), millis(e.Due), e.doc, id, e.ID)
	return err
}

// rewake sets when a conversation wakes: when the next of its jobs can be
// done. A timer before the first other job of its lane counts by itself; the
// rest of the lane waits for that job.
func (w *writer) rewake(c *conn, id int64, a bot.Address) error {
	t := talk{id: id, address: a, wake: never}
	err := c.each(func(r row) error {
		t.wake = min(t.wake, r.integer(1))
		if r.text(0) == string(bot.JobTimer) {
			return nil
		}
		return errStop
	}, "SELECT kind, due FROM jobs WHERE conversation = ? AND state = 'waiting' AND lane = 'in' ORDER BY place, seq", id)
	if err != nil {
		return err
	}
	err = c.each(func(r row) error {
		t.wake = min(t.wake, r.integer(0))
		return errStop
	}, "SELECT due FROM jobs WHERE conversation = ? AND state = 'waiting' AND lane = 'out' ORDER BY place, seq LIMIT 1", id)
	if err != nil {
		return err
	}
	_, err = c.exec("UPDATE conversations SET wake = nullif(?, ?) WHERE id = ?", t.wake, int64(never), id)
	w.woken = append(w.woken, t)
	return err
}
