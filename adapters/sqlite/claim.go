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
// [bot.Store]. What the schedule knows and what is remembered of the
// conversation are at hand; only for the rest the file is read.
func (s *Store) Claim(ctx context.Context, now time.Time, lease time.Duration) (bot.Claim, error) {
	if err := s.usable(ctx); err != nil {
		return bot.Claim{}, s.worded(err)
	}
	t, err := s.schedule.take(now, lease, nil)
	if errors.Is(err, errReadOn) {
		err = s.read(ctx, func(r *conn) error {
			t, err = s.schedule.take(now, lease, later(r))
			return err
		})
	}
	if err == nil && t == nil {
		err = bot.ErrIdle
	}
	if err != nil {
		return bot.Claim{}, s.worded(err)
	}
	c, err := s.claimed(ctx, t, now)
	if err != nil {
		s.schedule.release(t)
	}
	return c, s.worded(err)
}

// claimed is what there is to do in a conversation, and what is remembered of it.
func (s *Store) claimed(ctx context.Context, t *tenure, now time.Time) (c bot.Claim, err error) {
	if m, ok := s.recent.talks.Get(t.id); ok {
		t.memory = m
		return t.next(now)
	}
	err = s.read(ctx, func(r *conn) error {
		t.memory, err = s.recent.of(r, t.id)
		return err
	})
	if err != nil {
		return c, err
	}
	return t.next(now)
}

// later reads from the file's index which conversations wake after a time, in
// that order. A conversation wakes when one of its jobs is due, but not with
// every one: some are held back by others. Each is looked through once, so that
// a pile of jobs in one mailbox is as quick as a pile of mailboxes.
func later(r *conn) func(after int64, each func(talk) bool) error {
	return func(after int64, each func(talk) bool) error {
		seen := map[int64]talk{}
		return r.each(func(x row) (err error) {
			t, known := seen[x.integer(0)]
			if !known {
				t = talk{id: x.integer(0), address: bot.Address(x.text(1))}
				t.fronts, err = frontsOf(r, t.id)
				t.wake = t.fronts.wake()
				seen[t.id] = t
			}
			if err == nil && t.wake == x.integer(2) && !each(t) {
				err = errStop
			}
			return err
		}, `SELECT c.id, c.address, j.due FROM jobs j JOIN conversations c ON c.id = j.conversation
			WHERE j.state = 'waiting' AND j.due > ? ORDER BY j.due`, after)
	}
}

// next reads what there is to do in a conversation.
func (t *tenure) next(now time.Time) (c bot.Claim, err error) {
	c.Address, c.Fence, c.Until = t.address, t.fence, t.until
	if c.Job, err = t.longestDue(millis(now)); err != nil {
		return c, err
	}
	if t.memory.session != "" {
		c.Session, err = decode[flows.Session](t.memory.session, "a session")
	}
	c.Receipts = byCard(t.memory.receipts)
	return c, err
}

// longestDue gives the job that has been due longest.
func (t *tenure) longestDue(now int64) (bot.Job, error) {
	x := t.offer.longestDue(now)
	if x == nil {
		return bot.Job{}, fmt.Errorf("%w (conversation %d has nothing to do when it wakes)", ErrCorrupt, t.id)
	}
	t.job = spot(x.seq)
	return job(x.doc, x.seq, x.due)
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
