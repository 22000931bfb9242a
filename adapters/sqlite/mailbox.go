package sqlite

import (
	"context"
	"errors"
	"time"

	"visesbot/bot"
)

// The ids of at least so many jobs from outside are remembered in a mailbox;
// older ones are cleared away at one arrival in so many.
const (
	remembered = 200
	clearEvery = 64
)

// The lanes of a mailbox, in their order.
const (
	laneIn  = "in"
	laneOut = "out"
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
		return laneOut
	}
	return laneIn
}

func (e entry) state() string {
	if e.Dead {
		return dead
	}
	return waiting
}

func millis(t time.Time) int64 { return t.UnixMilli() }

func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// job reads a job from its doc; the columns know better than the doc.
func job(doc string, seq, due int64) (bot.Job, error) {
	j, err := decode[bot.Job](doc, "a job")
	j.Seq, j.Due = seq, moment(due)
	return j, err
}

// Enqueue puts jobs into a mailbox; see [bot.Store].
func (s *Store) Enqueue(ctx context.Context, a bot.Address, jobs ...bot.Job) error {
	entries, err := newEntries(jobs)
	if err != nil {
		return s.fault(err)
	}
	err = s.write(ctx, &write{do: func(c *conn) error { return s.writer.arrive(c, a, entries) }})
	if err == nil {
		s.tell()
	}
	return err
}

// tell says that something was put into a mailbox.
func (s *Store) tell() {
	select {
	case s.changed <- struct{}{}:
	default: // it has been told, and nobody has looked yet
	}
}

// write submits a write and words the error.
func (s *Store) write(ctx context.Context, x *write) error {
	return s.worded(s.writer.submit(ctx, x))
}

// worded leaves the answers of the contract as they are.
func (s *Store) worded(err error) error {
	for _, answer := range []error{
		nil, bot.ErrIdle, bot.ErrLeaseLost, bot.ErrChanged, bot.ErrNotFound, context.Canceled, context.DeadlineExceeded,
	} {
		if errors.Is(err, answer) {
			return err
		}
	}
	return s.fault(err)
}

// Changed gives a channel that receives a value after something was put into a
// mailbox by Enqueue, so that whoever does the jobs can look at once (it is a
// [bot.Changer]). Values that nobody takes are not piled up; the channel is
// never closed.
func (s *Store) Changed() <-chan struct{} { return s.changed }

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
	id := r.integer(0)
	for _, e := range entries {
		w.seq++
		n, err := c.exec("INSERT INTO seen (conversation, id, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", id, e.ID, w.seq)
		if err == nil && n > 0 {
			err = e.insert(c, addNewJob, id, w.seq)
		}
		if err == nil && w.seq%clearEvery == 0 {
			err = forget(c, id)
		}
		if err != nil {
			return err
		}
	}
	return w.rewake(c, id, a)
}

// sameID finds the job of a conversation that has an id, in the two indexes there are.
const sameID = `SELECT seq FROM jobs WHERE conversation = ?1 AND kind <> 'timer' AND id = ?2
	UNION ALL SELECT seq FROM jobs WHERE conversation = ?1 AND kind = 'timer' AND id = ?2`

// place is where a job comes in its lane: by its moment, but an update behind the
// updates that wait, and a send behind the sends, whatever clock they came by.
const place = `max(?4, iif(?6 IN ('update', 'send'), ifnull((SELECT place FROM jobs WHERE conversation = ?1 AND kind <> 'timer'
	AND lane = ?3 AND kind = ?6 AND state = 'waiting' ORDER BY place DESC LIMIT 1), ?4), ?4))`

// The statements that add a job: the second unless there is one with its id.
const (
	addJob = `INSERT INTO jobs (conversation, id, lane, place, seq, due, kind, state, doc)
		SELECT ?1, ?2, ?3, ` + place + `, ?5, ?4, ?6, ?7, ?8`
	addNewJob = addJob + " WHERE NOT EXISTS (" + sameID + ")"
)

func (e entry) insert(c *conn, sql string, id, seq int64) error {
	_, err := c.exec(sql,
		id, e.ID, e.lane(), millis(e.Due), seq, string(e.Kind), e.state(), e.doc)
	return err
}

// forget clears away the ids of jobs that came in long ago.
func forget(c *conn, id int64) error {
	_, err := c.exec(`DELETE FROM seen WHERE conversation = ?1 AND seq <
		(SELECT seq FROM seen WHERE conversation = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)`, id, remembered-1)
	return err
}

// own puts a conversation's own job into its mailbox, in place of one with the
// same id; a timer that is due never only takes that one away.
func (w *writer) own(c *conn, id int64, e entry) error {
	_, err := c.exec("DELETE FROM jobs WHERE seq IN ("+sameID+")", id, e.ID)
	if err != nil || e.Kind == bot.JobTimer && e.Due.IsZero() {
		return err
	}
	w.seq++
	return e.insert(c, addJob, id, w.seq)
}

// spot is where a job is: its seq.
type spot int64

// finish takes a job out of the mailbox.
func (p spot) finish(c *conn) error {
	_, err := c.exec("DELETE FROM jobs WHERE seq = ?", int64(p))
	return err
}

// keep leaves a job in the mailbox in its place, as it is given.
func (p spot) keep(c *conn, e entry) error {
	_, err := c.exec("UPDATE jobs SET state = ?, due = ?, doc = ? WHERE seq = ?", e.state(), millis(e.Due), e.doc, int64(p))
	return err
}

// rewake has the schedule told, once the transaction is through, when a
// conversation wakes.
func (w *writer) rewake(c *conn, id int64, a bot.Address) error {
	fronts, err := frontsOf(c, id)
	w.woken = append(w.woken, talk{id: id, address: a, wake: fronts.wake(), fronts: fronts})
	return err
}
