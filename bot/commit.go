package bot

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// commitTries is how often an outcome is handed to a store that can keep other
// things. The store takes it once: when an earlier try succeeded after all, the
// lease is given back and the next one hears ErrLeaseLost.
const commitTries = 4

// commitPause is the longest pause between two tries: what waits for a store that
// was away goes on so soon after it is back.
const commitPause = time.Second

// commit keeps an outcome, and plans for what follows from it. A store that can
// keep nothing at all is waited for, as long as the claim is ours: to begin anew
// would be to send what was sent.
func (b *Bot) commit(ctx context.Context, c Claim, o Outcome) error {
	for try := 0; ; try++ {
		err := b.o.Store.Commit(ctx, c, o)
		if err == nil {
			b.plan(o)
			return nil
		}
		if errors.Is(err, ErrChanged) || errors.Is(err, ErrLeaseLost) || ctx.Err() != nil {
			return err
		}
		if try == 0 {
			b.o.Log.Warn("an outcome could not be kept; it is tried again", "job", c.Job.ID, "error", err)
		}
		if try >= commitTries && b.keeps(ctx) {
			return b.unkept(ctx, c, o, err)
		}
		b.rest(ctx, min(50*time.Millisecond<<min(try, commitTries+1), commitPause))
	}
}

// keeps tells whether the store can keep other things.
func (b *Bot) keeps(ctx context.Context) bool {
	s, ok := b.o.Store.(Prober)
	return !ok || s.Probe(ctx) == nil
}

// unkept is the last try of an outcome that a store refuses which can keep other
// things. Then it is the outcome's fault: the attempt is counted, and what cannot
// be kept is given up like all that fails.
func (b *Bot) unkept(ctx context.Context, c Claim, o Outcome, cause error) error {
	err := b.o.Store.Commit(ctx, c, o)
	if err == nil {
		b.plan(o)
	}
	if err == nil || errors.Is(err, ErrChanged) || errors.Is(err, ErrLeaseLost) {
		return err
	}
	failed := b.failed(c, fmt.Errorf("keep the outcome: %w", cause))
	if err := b.o.Store.Commit(ctx, c, failed); err != nil {
		return fmt.Errorf("keep the outcome: %w", err)
	}
	b.plan(failed)
	return nil
}

// plan wakes whoever may have something to do now.
func (b *Bot) plan(o Outcome) {
	if len(o.Elsewhere) > 0 {
		b.nudge()
		signal(b.replan)
	}
	for _, j := range o.Jobs {
		if j.Kind == JobTimer {
			signal(b.replan)
		}
	}
	if o.Job != nil {
		signal(b.replan)
	}
}
