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
	"visesbot/bot/register"
)

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

// soon is now, to whoever gives a push: the program that runs has a clock of its
// own.
const soon = time.Minute

// give gives a push, and says when it goes to how many.
func (o pushOptions) give(ctx context.Context, e *env, d desk) error {
	given, to, err := d.give(ctx, o.Order)
	if err != nil {
		return err
	}
	at, err := inBrussels(given.At)
	if err != nil {
		return err
	}
	when := ""
	if at.After(e.now().Add(soon)) {
		when = ", on " + at.Format("2 January 2006 at 15:04")
	}
	if when != "" && !given.At.Equal(o.At) {
		when += " (moved: nobody is written to at night, at the weekend or on a holiday)"
	}
	fmt.Fprintf(e.out, "%s: %d people%s\n", o.ID, to.People, when)
	if to.Silent > 0 {
		fmt.Fprintf(e.out, "%d do not get it: they have not agreed that answers are kept\n", to.Silent)
	}
	if to.Strangers > 0 {
		fmt.Fprintf(e.out, "%d do not get it: nobody came in at these addresses yet\n", to.Strangers)
	}
	return nil
}

// named names a push after what is sent, the day and whom it goes to.
func (o *pushOptions) named(now time.Time) string {
	what := o.Module
	if o.Message() {
		what = "text-" + fingerprint(o.Say.FR, o.Say.NL, o.Say.EN)
	}
	if !o.At.IsZero() {
		now = o.At
	}
	all := slices.Concat(o.Cohorts, o.Enterprises, []string{o.Pool}, o.To, o.Roles)
	if o.Everyone {
		all = append(all, "everyone")
	}
	return what + "-" + now.Format("20060102") + "-" + fingerprint(all...)
}

// fingerprint is a short word for several.
func fingerprint(all ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(all, "\n")))
	return hex.EncodeToString(sum[:3])
}

// knownPool wants a pool to be one of the programme.
func knownPool(pool string) error {
	if pool != "" && !slices.Contains(register.Pools(), pool) {
		return fmt.Errorf("--pool is %s, not %q", strings.Join(register.Pools(), ", "), pool)
	}
	return nil
}
