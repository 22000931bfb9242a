package bot

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// commitTries is how often an outcome is handed to a store that fails. The
// store takes it once: when an earlier try succeeded after all, the lease is
// given back and the next one hears ErrLeaseLost.
const commitTries = 4

// commit keeps an outcome, and plans for what follows from it.
func (b *Bot) commit(ctx context.Context, c Claim, o Outcome) error {
	var err error
	for try := range commitTries {
		err = b.o.Store.Commit(ctx, c, o)
		if err == nil {
			b.plan(o)
			return nil
		}
		if errors.Is(err, ErrChanged) || errors.Is(err, ErrLeaseLost) || ctx.Err() != nil {
			return err
		}
		b.rest(ctx, 50*time.Millisecond<<try)
	}
	return fmt.Errorf("keep the outcome: %w", err)
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
