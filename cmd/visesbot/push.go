package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// pushOptions are the flags of push.
type pushOptions struct {
	order
	at, file        string
	text            form.Text
	pool, note      string
	withdraw, again string
}

func newPushCommand(e *env) *cobra.Command {
	var o pushOptions
	c := &cobra.Command{
		Use:   "push [MODULE]",
		Short: "Send a module, or a message, to many",
		Long: `Offers a module to many people at once, or sends them a message of yours in
three languages (--fr, --nl and --en): to everybody, to the people of some
enterprises or cohorts, or to the addresses in a file, one a line.

A module that goes to cohorts, enterprises or a pool has a receipt: see push list
and push show. It goes to nobody at night, at the weekend or on a holiday, and to
those too who come in within a month. While it is planned, --withdraw takes it
back; afterwards --again offers it to those who missed it. Messages are only for
people who have agreed that their answers are kept.

It goes out as fast as each platform allows, and whoever writes meanwhile is
answered first. Sent twice on one day, or again with the same --id, it reaches
nobody twice. It works while the bot runs; otherwise it goes out once it does.`,
		Example: "  visesbot push M1 --everyone\n" +
			"  visesbot push M1 --cohort north --pool wi --note \"À lire avant jeudi !\"\n" +
			"  visesbot push M1 --enterprise atelier-horizon --at \"2026-11-23 09:00\"\n" +
			"  visesbot push --to people.txt --fr \"À lundi !\" --nl \"Tot maandag!\" --en \"See you on Monday!\"",
		Args: atMostOne("MODULE"),
		RunE: func(c *cobra.Command, args []string) error { return push(c, e, o, args) },
	}
	f := c.Flags()
	f.BoolVar(&o.Everyone, "everyone", false, "to everybody who takes part")
	f.StringSliceVar(&o.Enterprise, "enterprise", nil, "to the people of these enterprises, `ID,...`")
	f.StringSliceVar(&o.Cohort, "cohort", nil, "to the people of the enterprises of these cohorts, `ID,...`")
	f.StringSliceVar(&o.Role, "role", nil, "of them, only who has one of these roles, `ROLE,...` (default: all who do not accompany)")
	f.StringVar(&o.file, "to", "", "to the addresses in `FILE`, one a line")
	f.StringVar(&o.at, "at", "", "not before `TIME`: 2026-11-23 09:00, in Brussels, or 2026-11-23T09:00:00Z (default: now)")
	f.StringVar(&o.ID, "id", "", "its name, `NAME` (default: made of what is sent, and the day)")
	f.StringVar(&o.text.FR, "fr", "", "the message in French, `TEXT`")
	f.StringVar(&o.text.NL, "nl", "", "the message in Dutch, `TEXT`")
	f.StringVar(&o.text.EN, "en", "", "the message in English, `TEXT`")
	f.StringVar(&o.pool, "pool", "", "only to enterprises of this pool, `POOL`: wi, solidarity or other")
	f.StringVar(&o.note, "note", "", "a few words that go with a module, `TEXT`")
	f.StringVar(&o.withdraw, "withdraw", "", "take a push back that has not gone out, `ID`")
	f.StringVar(&o.again, "again", "", "offer a push again to those who missed it, `ID`")
	c.AddCommand(newPushListCommand(e), newPushShowCommand(e))
	return c
}

func push(c *cobra.Command, e *env, o pushOptions, args []string) error {
	if o.withdraw != "" || o.again != "" {
		return atDesk(c.Context(), e, func(d desk) error { return o.onPush(c.Context(), e, d) })
	}
	if err := o.complete(e, args); err != nil {
		return misuse(c, err)
	}
	if o.Note.Text == "" {
		return atDesk(c.Context(), e, func(d desk) error { return o.send(c.Context(), e, d) })
	}
	m, content, err := knownModule(e, o.Note.Text)
	if err != nil {
		return err
	}
	if o.campaigned() {
		return atDesk(c.Context(), e, func(d desk) error { return o.give(c.Context(), e, d, m, content) })
	}
	return atDesk(c.Context(), e, func(d desk) error { return o.send(c.Context(), e, d) })
}

func (o pushOptions) send(ctx context.Context, e *env, d desk) error {
	n, err := d.push(ctx, o.order)
	if err == nil && n == 0 {
		err = errors.New("nobody is to get it: nobody came in yet, or the enterprise or role is another one")
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%s: %d people\n", o.ID, n)
	return nil
}

// complete makes an order of the flags.
func (o *pushOptions) complete(e *env, args []string) error {
	o.Note.Kind = flows.NotePushed
	switch texts := o.text != (form.Text{}); {
	case len(args) == 1 && texts:
		return errors.New("a module or a message, not both")
	case len(args) == 1:
		o.Note.Text = args[0]
	case o.text.FR == "" || o.text.NL == "" || o.text.EN == "":
		return errors.New("say which module, or give a message in --fr, --nl and --en")
	default:
		o.Note.Say = o.text
	}
	if err := knownPool(o.pool); err != nil {
		return err
	}
	if !o.Everyone && len(o.Enterprise)+len(o.Cohort) == 0 && o.file == "" && o.pool == "" {
		return errors.New("say to whom: --everyone, --cohort, --enterprise, --pool or --to")
	}
	var err error
	if o.At, err = moment(o.at); err != nil {
		return err
	}
	if o.file != "" {
		if o.To, err = addresses(o.file); err != nil {
			return err
		}
	}
	if o.ID == "" {
		o.ID = o.targeted(e.now())
	}
	if (o.pool != "" || o.note != "") && !o.campaigned() {
		return errors.New("--pool and --note are for a module that goes to cohorts, enterprises or a pool")
	}
	return nil
}

// named names what is sent after itself and the day.
func (o *pushOptions) named(now time.Time) string {
	what := o.Note.Text
	if what == "" {
		sum := sha256.Sum256([]byte(o.text.FR + "\n" + o.text.NL + "\n" + o.text.EN))
		what = "text-" + hex.EncodeToString(sum[:4])
	}
	if !o.At.IsZero() {
		now = o.At
	}
	return what + "-" + now.Format("20060102")
}

// moment reads when to begin; zero is now.
func moment(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return at, nil
	}
	zone, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		return time.Time{}, err
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		return time.Time{}, fmt.Errorf("--at is a moment like 2026-11-23 09:00, not %q", text)
	}
	return at, nil
}

// addresses reads one a line.
func addresses(file string) (all []bot.Address, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("--to: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		a := bot.Address(strings.TrimSpace(lines.Text()))
		if a == "" {
			continue
		}
		if a.Valid() != nil {
			return nil, fmt.Errorf("--to: %s:%d: an address looks like telegram:1234", file, n)
		}
		all = append(all, a)
	}
	return all, lines.Err()
}

// knownModule finds a module in the content, and the version of that.
func knownModule(e *env, id string) (m *flows.Module, content string, err error) {
	script, _, err := loadScript(e)
	if err != nil {
		return nil, "", err
	}
	var known []string
	for _, m := range script.Modules {
		known = append(known, m.ID)
		if m.ID == id {
			return m, script.Version, nil
		}
	}
	return nil, "", usageError{fmt.Errorf("there is no module %q: there are %s", id, strings.Join(known, ", "))}
}
