package mongo

import (
	"context"
	"slices"

	"visesbot/bot"
)

// Commit finishes the claimed job; the package doc says how it is kept.
func (s *Store) Commit(ctx context.Context, c bot.Claim, o bot.Outcome) error {
	if err := fitOutcome(c.Address, o); err != nil {
		return err
	}
	ctx, cancel := s.limit(ctx)
	defer cancel()
	if _, over := s.claims.of(c); over {
		return bot.ErrLeaseLost
	}
	if !o.Changes.Empty() {
		kept, err := s.keep(ctx, c, o)
		if err != nil {
			return err
		}
		o = kept
	}
	if err := s.post(ctx, o.Elsewhere); err != nil {
		return err
	}
	return s.finish(ctx, c, o)
}

// post enqueues the jobs for other mailboxes; those that are there already are
// ignored.
func (s *Store) post(ctx context.Context, posted []bot.Posted) error {
	var order []bot.Address
	jobs := map[bot.Address][]bot.Job{}
	for _, p := range posted {
		if !slices.Contains(order, p.To) {
			order = append(order, p.To)
		}
		jobs[p.To] = append(jobs[p.To], p.Job)
	}
	for _, to := range order {
		if err := s.enqueue(ctx, to, jobs[to]); err != nil {
			return err
		}
	}
	return nil
}
