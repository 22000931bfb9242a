package sqlite

import (
	"context"
	"fmt"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// Claim leases the conversation whose next job has been due longest; see
// [bot.Store].
func (s *Store) Claim(ctx context.Context, now time.Time, lease time.Duration) (c bot.Claim, err error) {
	err = s.read(ctx, func(r *conn) error {
		t, err := s.schedule.take(now, lease, later(r))
		if err == nil && t == nil {
			err = bot.ErrIdle
		}
		if err != nil {
			return err
		}
		if c, err = t.next(r, now, s.recent); err != nil {
			s.schedule.release(t)
		}
		return err
	})
	return c, s.worded(err)
}

// later reads from the file's index which conversations wake after a time, in
// that order. A conversation wakes when one of its jobs is due, but not with
// every one: some are held back by others. Each is looked through once, so that
// a pile of jobs in one mailbox is as quick as a pile of mailboxes.
func later(r *conn) func(after int64, each func(talk) bool) error {
	return func(after int64, each func(talk) bool) error {
		wakes := map[int64]int64{} // by conversation
		return r.each(func(x row) (err error) {
			t := talk{id: x.integer(0), address: bot.Address(x.text(1)), wake: x.integer(2)}
			wake, known := wakes[t.id]
			if !known {
				wake, err = wakeOf(r, t.id)
				wakes[t.id] = wake
			}
			if err == nil && wake == t.wake && !each(t) {
				err = errStop
			}
			return err
		}, `SELECT c.id, c.address, j.due FROM jobs j JOIN conversations c ON c.id = j.conversation
			WHERE j.state = 'waiting' AND j.due > ? ORDER BY j.due`, after)
	}
}

// fronts reads the first job of each lane; a timer that is not due is not
// there yet.
const fronts = `SELECT * FROM (SELECT doc, seq, due FROM jobs WHERE conversation = ?1 AND lane = 'in'
		AND state = 'waiting' AND (kind <> 'timer' OR due <= ?2) ORDER BY place, seq LIMIT 1)
	UNION ALL SELECT * FROM (SELECT doc, seq, due FROM jobs WHERE conversation = ?1 AND lane = 'out'
		AND state = 'waiting' ORDER BY place, seq LIMIT 1)`

// next reads what there is to do in a conversation.
func (t *tenure) next(r *conn, now time.Time, known *recent) (c bot.Claim, err error) {
	c.Address, c.Fence, c.Until = t.address, t.fence, t.until
	if c.Job, err = t.longestDue(r, millis(now)); err != nil {
		return c, err
	}
	if t.memory, err = known.of(r, t.id); err != nil {
		return c, err
	}
	if t.memory.session != "" {
		c.Session, err = decode[flows.Session](t.memory.session, "a session")
	}
	c.Receipts = byCard(t.memory.receipts)
	return c, err
}

// longestDue gives, of the first jobs of the two lanes, the one that has been
// due longest.
func (t *tenure) longestDue(r *conn, now int64) (bot.Job, error) {
	doc, due := "", int64(never)
	err := r.each(func(x row) error {
		if d, seq := x.integer(2), x.integer(1); d < due || d == due && seq < int64(t.job) {
			doc, due, t.job = x.text(0), d, spot(seq)
		}
		return nil
	}, fronts, t.id, now)
	if err == nil && due > now {
		err = fmt.Errorf("%w (conversation %d has nothing to do when it wakes)", ErrCorrupt, t.id)
	}
	if err != nil {
		return bot.Job{}, err
	}
	return job(doc, int64(t.job), due)
}

// NextDue tells when the earliest job can be claimed; see [bot.Store].
func (s *Store) NextDue(ctx context.Context) (due time.Time, some bool, err error) {
	err = s.read(ctx, func(r *conn) error {
		wake, err := s.schedule.next(later(r))
		if wake != never {
			due, some = moment(wake), true
		}
		return err
	})
	return due, some, s.worded(err)
}
