package sqlite

import (
	"context"
	"time"

	"visesbot/bot"
)

var (
	_ bot.Leaser = (*Store)(nil)
	_ bot.Prober = (*Store)(nil)
)

// Release gives a claim back undone; see [bot.Leaser]. A commit of it that is
// under way goes on.
func (s *Store) Release(_ context.Context, c bot.Claim) error {
	if t := s.schedule.tenure(c); t != nil {
		s.schedule.abandon(t)
		s.tell()
	}
	return nil
}

// Renew draws a claim's lease out; see [bot.Leaser].
func (s *Store) Renew(_ context.Context, c bot.Claim, until time.Time) error {
	if !s.schedule.renew(c, until) {
		return bot.ErrLeaseLost
	}
	return nil
}

// Probe writes to the disk what it held before; see [bot.Prober].
func (s *Store) Probe(ctx context.Context) error {
	return s.write(ctx, &write{do: func(c *conn) error {
		_, err := c.exec("UPDATE starts SET n = n")
		return err
	}})
}
