package sqlite

import (
	"context"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

var (
	_ bot.Mailboxes = (*Store)(nil)
	_ bot.Annals    = (*Store)(nil)
)

// The jobs of all mailboxes, by an index each.
const (
	waitingJobs = `SELECT c.address, j.doc, j.seq, j.due FROM jobs j JOIN conversations c ON c.id = j.conversation
		WHERE j.state = 'waiting' ORDER BY j.due, j.seq LIMIT ?`
	deadJobs = `SELECT c.address, j.doc, j.seq, j.due FROM jobs j JOIN conversations c ON c.id = j.conversation
		WHERE j.state = 'dead' ORDER BY j.due, j.seq LIMIT ?`
)

// AllJobs lists the jobs of all mailboxes; see [bot.Mailboxes].
func (s *Store) AllJobs(ctx context.Context, dead bool, limit int) (all []bot.Posted, err error) {
	query := waitingJobs
	if dead {
		query = deadJobs
	}
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(r row) error {
			j, err := job(r.text(1), r.integer(2), r.integer(3))
			all = append(all, bot.Posted{To: bot.Address(r.text(0)), Job: j})
			return err
		}, query, limit)
	})
	return all, s.worded(err)
}

// Revive lets a dead job be done again; see [bot.Mailboxes].
func (s *Store) Revive(ctx context.Context, a bot.Address, id string, now time.Time) error {
	err := s.write(ctx, &write{do: func(c *conn) error {
		r, ok, err := c.one(`SELECT j.conversation, j.seq, j.doc FROM jobs j JOIN conversations c ON c.id = j.conversation
			WHERE c.address = ? AND j.id = ? AND j.state = 'dead'`, string(a), id)
		if err == nil && !ok {
			err = refusal{bot.ErrNotFound}
		}
		if err != nil {
			return err
		}
		conversation, at := r.integer(0), spot(r.integer(1))
		j, err := job(r.text(2), int64(at), 0)
		if err != nil {
			return err
		}
		j.Dead, j.Attempts, j.Due = false, 0, now
		e, err := newEntry(j)
		if err == nil {
			err = at.keep(c, e)
		}
		if err != nil {
			return err
		}
		return s.writer.rewake(c, conversation, a)
	}})
	if err == nil {
		s.tell()
	}
	return err
}

// Load counts what there is to do; see [bot.Mailboxes]. Of a conversation that
// waits, what is due behind the job that waits counts as well.
func (s *Store) Load(ctx context.Context, now time.Time) (l bot.Load, err error) {
	err = s.read(ctx, func(c *conn) error {
		due, err := c.number("SELECT count(DISTINCT conversation) FROM jobs WHERE state = 'waiting' AND due <= ?", millis(now))
		if err != nil {
			return err
		}
		dead, err := c.number("SELECT count(*) FROM jobs WHERE state = 'dead'")
		l = bot.Load{Due: int(due), Dead: int(dead)}
		return err
	})
	return l, s.worded(err)
}

// Sessions gives the conversations that have a session; see [bot.Mailboxes].
func (s *Store) Sessions(ctx context.Context, each func(bot.Address, flows.Session) error) error {
	return s.worded(s.read(ctx, func(c *conn) error {
		return c.each(func(r row) error {
			session, err := decode[flows.Session](r.text(1), "a session")
			if err != nil {
				return err
			}
			return each(bot.Address(r.text(0)), session)
		}, "SELECT address, session FROM conversations WHERE session IS NOT NULL")
	}))
}
