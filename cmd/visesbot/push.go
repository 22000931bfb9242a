package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"visesbot/bot/rooms/push"
	"visesbot/flows/form"
)

// pushOptions are the flags of push.
type pushOptions struct {
	push.Order
	at, file        string
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

It goes to nobody at night, at the weekend or on a holiday, has a receipt (push
list, push show), and while it is planned, --withdraw takes it back; afterwards
--again offers it to those who missed it. A module is also for those who come in
within a month. A message is only for people who have agreed that their answers are
kept, and who are there already.

It goes out as fast as each platform allows, and whoever writes meanwhile is
answered first. The same to the same people on one day is refused. It works while
the bot runs; otherwise it goes out once it does.`,
		Example: "  visesbot push M1 --everyone\n" +
			"  visesbot push M1 --cohort north --pool wi --note \"À lire avant jeudi !\"\n" +
			"  visesbot push M1 --enterprise atelier-horizon --at \"2026-11-23 09:00\"\n" +
			"  visesbot push --to people.txt --fr \"À lundi !\" --nl \"Tot maandag!\" --en \"See you on Monday!\"",
		Args: atMostOne("MODULE"),
		RunE: func(c *cobra.Command, args []string) error { return runPush(c, e, o, args) },
	}
	f := c.Flags()
	f.BoolVar(&o.Everyone, "everyone", false, "to everybody who takes part")
	f.StringSliceVar(&o.Enterprises, "enterprise", nil, "to the people of these enterprises, `ID,...`")
	f.StringSliceVar(&o.Cohorts, "cohort", nil, "to the people of the enterprises of these cohorts, `ID,...`")
	f.StringSliceVar(&o.Roles, "role", nil, "of them, only who has one of these roles, `ROLE,...` (default: all who do not accompany)")
	f.StringVar(&o.file, "to", "", "to the addresses in `FILE`, one a line")
	f.StringVar(&o.at, "at", "", "not before `TIME`: 2026-11-23 09:00, in Brussels, or 2026-11-23T09:00:00Z (default: now)")
	f.StringVar(&o.ID, "id", "", "its name, `NAME` (default: made of what is sent, the day and to whom)")
	f.StringVar(&o.Say.FR, "fr", "", "the message in French, `TEXT`")
	f.StringVar(&o.Say.NL, "nl", "", "the message in Dutch, `TEXT`")
	f.StringVar(&o.Say.EN, "en", "", "the message in English, `TEXT`")
	f.StringVar(&o.Pool, "pool", "", "only to enterprises of this pool, `POOL`: wi, solidarity or other")
	f.StringVar(&o.Note, "note", "", "a few words that go with a module, `TEXT`")
	f.StringVar(&o.withdraw, "withdraw", "", "take a push back that has not gone out, `ID`")
	f.StringVar(&o.again, "again", "", "offer a push again to those who missed it, `ID`")
	c.AddCommand(newPushListCommand(e), newPushShowCommand(e))
	return c
}

func runPush(c *cobra.Command, e *env, o pushOptions, args []string) error {
	if o.withdraw != "" || o.again != "" {
		return atDesk(c.Context(), e, func(d desk) error { return o.onPush(c.Context(), e, d) })
	}
	if err := o.complete(e, args); err != nil {
		return misuse(c, err)
	}
	if err := o.known(e); err != nil {
		return err
	}
	return atDesk(c.Context(), e, func(d desk) error { return o.give(c.Context(), e, d) })
}

// complete makes an order of the flags.
func (o *pushOptions) complete(e *env, args []string) error {
	switch texts := o.Say != (form.Text{}); {
	case len(args) == 1 && texts:
		return errors.New("a module or a message, not both")
	case len(args) == 1:
		o.Module = args[0]
	case o.Say.FR == "" || o.Say.NL == "" || o.Say.EN == "":
		return errors.New("say which module, or give a message in --fr, --nl and --en")
	}
	if o.Note = strings.TrimSpace(o.Note); o.Note != "" && o.Message() {
		return errors.New("--note goes with a module: a message says it itself")
	}
	if err := o.aimed(); err != nil {
		return err
	}
	var err error
	if o.At, err = moment(o.at); err != nil {
		return err
	}
	if o.ID == "" {
		o.ID = o.named(e.now())
	}
	return nil
}

// aimed wants a push that is for somebody, said in one way.
func (o *pushOptions) aimed() (err error) {
	narrowed := len(o.Enterprises)+len(o.Cohorts) > 0 || o.Pool != ""
	switch {
	case !o.Everyone && !narrowed && o.file == "":
		return errors.New("say to whom: --everyone, --cohort, --enterprise, --pool or --to")
	case o.Everyone && (narrowed || o.file != ""):
		return errors.New("--everyone leaves nobody out: leave out --cohort, --enterprise, --pool and --to")
	case len(o.Roles)+len(o.Pool) > 0 && o.file != "":
		return errors.New("--role and --pool are for enterprises, --to names the people themselves: leave one of them out")
	}
	if err := knownPool(o.Pool); err != nil {
		return err
	}
	if o.file != "" {
		o.To, err = addresses(o.file)
	}
	return err
}

// moment reads when to begin; zero is now.
func moment(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return at, nil
	}
	zone, err := brussels()
	if err != nil {
		return time.Time{}, err
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		return time.Time{}, fmt.Errorf("--at is a moment like 2026-11-23 09:00, not %q", text)
	}
	return at, nil
}
