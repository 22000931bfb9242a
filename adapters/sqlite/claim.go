package sqlite

import (
	"context"
	"errors"
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
		if c, t.receipts, err = next(r, t.id, now); err != nil {
			s.schedule.release(t)
			return err
		}
		c.Address, c.Fence, c.Until = t.address, t.fence, t.until
		return nil
	})
	return c, s.worded(err)
}

// later reads from the file's index which conversations wake after a time.
func later(r *conn) func(after int64, each func(talk) bool) error {
	return func(after int64, each func(talk) bool) error {
		return r.each(func(x row) error {
			if each(talk{id: x.integer(0), address: bot.Address(x.text(1)), wake: x.integer(2)}) {
				return nil
			}
			return errStop
		}, "SELECT id, address, wake FROM conversations WHERE wake > ? ORDER BY wake", after)
	}
}

// next reads what there is to do in a conversation: of the two lanes, what has
// been due longest.
func next(r *conn, id int64, now time.Time) (c bot.Claim, receipts []receipt, err error) {
	x, ok, err := r.one(`SELECT j.doc, j.seq, j.due, c.session, c.receipts FROM conversations c JOIN jobs j ON j.conversation = c.id
		WHERE c.id = ?1 AND j.due <= ?2 AND j.id IN (
			(SELECT id FROM jobs WHERE conversation = ?1 AND state = 'waiting' AND lane = 'in'
				AND (kind <> 'timer' OR due <= ?2) ORDER BY place, seq LIMIT 1),
			(SELECT id FROM jobs WHERE conversation = ?1 AND state = 'waiting' AND lane = 'out' ORDER BY place, seq LIMIT 1))
		ORDER BY j.due, j.seq LIMIT 1`, id, millis(now))
	if err == nil && !ok {
		err = fmt.Errorf("conversation %d has nothing to do at %v, though its wake says so: %w", id, now, ErrCorrupt)
	}
	if err != nil {
		return c, nil, err
	}
	var errs [3]error
	c.Job, errs[0] = job(x)
	if !x.null(3) {
		c.Session, errs[1] = decode[flows.Session](x.text(3), "a session")
	}
	if !x.null(4) {
		receipts, errs[2] = decode[[]receipt](x.text(4), "receipts")
		c.Receipts = byCard(receipts)
	}
	return c, receipts, errors.Join(errs[:]...)
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
