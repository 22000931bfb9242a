package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/bot/rooms/digest"
	"visesbot/flows/form"
)

// digestOptions are the flags of digest.
type digestOptions struct {
	cohort, pool, trainer, since, format, lang string
	coordinator                                bool
}

func newDigestCommand(e *env) *cobra.Command {
	var o digestOptions
	c := &cobra.Command{
		Use:   "digest",
		Short: "Show the digest of a cohort, without sending it",
		Long: `Shows what those who accompany a cohort get in their own channel: what waits for
them, who has stalled, what is due, what happened; as text, as JSON for a program,
or the picture (PNG). With --trainer what became of the modules in the cohorts of a
trainer, and what was misunderstood; with --coordinator the programme in numbers,
with --pool one pool of enterprises, never of fewer than five together. Nothing is
sent, and nothing of what enterprises answered is in it unless they have released
it. It works while the bot runs.`,
		Example: "  visesbot digest --cohort north\n" +
			"  visesbot digest --cohort north --since 14d --format json\n" +
			"  visesbot digest --cohort north --format png > north.png\n" +
			"  visesbot digest --trainer thea\n" +
			"  visesbot digest --coordinator",
		Args: noArgument,
		RunE: func(c *cobra.Command, _ []string) error { return showDigest(c, e, o) },
	}
	f := c.Flags()
	f.StringVar(&o.cohort, "cohort", "", "of this cohort, `ID`")
	f.BoolVar(&o.coordinator, "coordinator", false, "of the programme as a whole")
	f.StringVar(&o.pool, "pool", "", "of a `POOL`: wi, solidarity or other")
	f.StringVar(&o.trainer, "trainer", "", "of the cohorts of this trainer, `MEMBER` of the register")
	f.StringVar(&o.since, "since", "7d", "about so many days or weeks, or since a day: `7d`, 2w or 2026-11-23")
	f.StringVar(&o.format, "format", "text", "`text`, json or png")
	f.StringVar(&o.lang, "lang", "", "in this language, `LANG`: fr, nl or en (default: that of the cohort or the trainer, or else en)")
	return c
}

func showDigest(c *cobra.Command, e *env, o digestOptions) error {
	since, err := o.check(e.now())
	if err != nil {
		return misuse(c, err)
	}
	script, _, err := loadScript(e)
	if err != nil {
		return err
	}
	if o.format == "png" && isTerminal(e.out) {
		return misuse(c, errors.New("a picture is not for a terminal: add > FILE.png"))
	}
	w := wantedDigest{Cohort: o.cohort, Pool: o.pool, Trainer: o.trainer, Query: digest.QueryOf(script, e.now(), since)}
	return atDesk(c.Context(), e, func(d desk) error {
		facts, err := d.digest(c.Context(), w)
		if errors.Is(err, bot.ErrNotFound) && o.trainer != "" {
			return fmt.Errorf("no trainer is called %q: see the people of the register", o.trainer)
		}
		if errors.Is(err, bot.ErrNotFound) {
			return fmt.Errorf("no cohort is called %q: see visesbot programme show", o.cohort)
		}
		if err != nil {
			return err
		}
		lang := o.lang
		if lang == "" && len(facts.Langs) > 0 {
			lang = facts.Langs[0]
		}
		at, err := brussels()
		if err != nil {
			return err
		}
		return o.write(e.out, digest.Speech{Sentences: office.Sentences{Script: script, Log: e.logger()}, Lang: lang, At: at}, facts)
	})
}

// check wants flags that fit together, and reads since when.
func (o digestOptions) check(now time.Time) (time.Time, error) {
	asked := 0
	for _, is := range []bool{o.cohort != "", o.trainer != "", o.coordinator, o.pool != ""} {
		if is {
			asked++
		}
	}
	switch {
	case asked != 1:
		return now, errors.New("say of what: --cohort, --trainer, --coordinator or --pool, one of them")
	case o.pool != "" && !slices.Contains(register.Pools(), o.pool):
		return now, fmt.Errorf("--pool is wi, solidarity or other, not %q", o.pool)
	case !slices.Contains([]string{"text", "json", "png"}, o.format):
		return now, fmt.Errorf("--format is text, json or png, not %q", o.format)
	case o.format == "png" && o.cohort == "":
		return now, errors.New("only the digest of a cohort has a picture: --format text or json")
	case o.lang != "" && !slices.Contains(form.Langs(), o.lang):
		return now, fmt.Errorf("--lang is fr, nl or en, not %q", o.lang)
	}
	return sinceWhen(o.since, now)
}

// sinceWhen reads a number of days or weeks before now, or a day.
func sinceWhen(text string, now time.Time) (time.Time, error) {
	if day, err := time.ParseInLocation(time.DateOnly, text, now.Location()); err == nil && day.Before(now) {
		return day, nil
	}
	if len(text) > 1 {
		n, err := strconv.Atoi(text[:len(text)-1])
		days := map[byte]int{'d': 1, 'w': 7}[text[len(text)-1]]
		if err == nil && n > 0 && n <= 1000 && days > 0 {
			return now.AddDate(0, 0, -n*days), nil
		}
	}
	return now, fmt.Errorf("--since is 7d, 2w or a day gone by like 2026-11-23, not %q", text)
}
