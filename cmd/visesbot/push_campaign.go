package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/campaign"
	"visesbot/bot/cohort"
	"visesbot/flows"
)

// campaigned tells whether what is asked for is a push with a receipt: a module,
// to cohorts, enterprises or a pool.
func (o pushOptions) campaigned() bool {
	return o.Note.Text != "" && !o.Everyone && len(o.To)+len(o.Role) == 0
}

// onPush does something with a push that was given.
func (o pushOptions) onPush(ctx context.Context, e *env, d desk) error {
	if o.withdraw != "" {
		if err := d.withdraw(ctx, o.withdraw); err != nil {
			return ofPush(o.withdraw, err)
		}
		fmt.Fprintf(e.out, "%s: withdrawn, nobody gets it\n", o.withdraw)
		return nil
	}
	n, err := d.again(ctx, o.again)
	if err != nil {
		return ofPush(o.again, err)
	}
	fmt.Fprintf(e.out, "%s: offered again to %d people\n", o.again, n)
	return nil
}

func ofPush(id string, err error) error {
	if errors.Is(err, bot.ErrNotFound) {
		return fmt.Errorf("no push is called %q: see visesbot push list", id)
	}
	return fmt.Errorf("%s: %w", id, err)
}

// give gives a push with a receipt.
func (o pushOptions) give(ctx context.Context, e *env, d desk, m *flows.Module, content string) error {
	asked := campaign.Order{
		ID: o.ID, Module: m.ID, Hash: m.Version, Content: content, Cohorts: o.Cohort, Enterprises: o.Enterprise, Pool: o.pool,
		At: o.At, Note: strings.TrimSpace(o.note),
	}
	given, n, err := d.give(ctx, asked)
	if err != nil {
		return err
	}
	at, err := inBrussels(given.At)
	if err != nil {
		return err
	}
	when := ""
	if now := e.now(); at.After(now) {
		when = ", on " + at.Format("2 January 2006 at 15:04")
	}
	if !o.At.IsZero() && !given.At.Equal(o.At) || o.At.IsZero() && when != "" {
		when += " (moved: nobody is written to at night, at the weekend or on a holiday)"
	}
	fmt.Fprintf(e.out, "%s: %d people%s\n", o.ID, n, when)
	return nil
}

// targeted names a push after the module, the day and whom it goes to.
func (o *pushOptions) targeted(now time.Time) string {
	if !o.campaigned() {
		return o.named(now)
	}
	all := slices.Concat(o.Cohort, o.Enterprise, []string{o.pool})
	sum := sha256.Sum256([]byte(strings.Join(all, "\n")))
	return o.named(now) + "-" + hex.EncodeToString(sum[:3])
}

// knownPool wants a pool to be one of the programme.
func knownPool(pool string) error {
	if pool != "" && !slices.Contains(cohort.Pools(), pool) {
		return fmt.Errorf("--pool is %s, not %q", strings.Join(cohort.Pools(), ", "), pool)
	}
	return nil
}
