package main

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows/form"
)

// inviteOptions are the flags of invite.
type inviteOptions struct {
	name, country, lang string
	role, person        string
	expires             string
	channel, qr, to     string
	accompanist, shared bool
	fictional           bool
	enterprise          string
	until               time.Time
}

func newInviteCommand(e *env) *cobra.Command {
	var o inviteOptions
	c := &cobra.Command{
		Use:   "invite [ENTERPRISE]",
		Short: "Make an invitation for somebody",
		Long: `Makes an invitation for one person, and says how it is opened on Telegram and
Slack. It lets in whoever opens it first, once, and ends after 14 days (--expires)
or when it is taken back (visesbot invite revoke).

ENTERPRISE is what the dossier is called for ever, such as atelier-horizon; its
people answer into one dossier, which the first of them begins. Somebody of the
register is invited by --person: then nobody else of the register gets in by it,
and ENTERPRISE and --role are those of the register. Who accompanies, trains,
coordinates, finances or studies a programme is invited so, without ENTERPRISE.
With --shared all people of an enterprise may use the same invitation, for as long
as it is not taken back. A delegate of a stakeholder is invited in the talk
(/invite), by somebody of the enterprise or who accompanies it. It works while the bot runs, and before.`,
		Example: "  visesbot invite atelier-horizon --name \"Atelier Horizon\" --lang nl\n" +
			"  visesbot invite atelier-horizon --role accompanist --lang fr\n" +
			"  visesbot invite --person noor --qr noor.png\n" +
			"  visesbot invite list",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 || len(args) == 0 && o.person == "" || len(args) == 1 && !enterpriseForm().MatchString(args[0]) {
				return misuse(c, fmt.Errorf("name one enterprise, in small letters, digits and -, or a person of the register (--person), not %q", args))
			}
			o.enterprise = strings.Join(args, "")
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.complete(e.now()); err != nil {
				return misuse(c, err)
			}
			return invite(c.Context(), e, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.name, "name", "", "what the enterprise is called, as its people see it (default: as in the register, or ENTERPRISE)")
	f.StringVar(&o.country, "country", "", "where it is, `BE` or FR (default: as in the register, or BE)")
	f.StringVar(&o.lang, "lang", "", "language to begin in: fr, nl or en (default: as in the register, or the bot asks)")
	f.StringVar(&o.role, "role", "", "of who is invited: staff or `ROLE` accompanist; others are invited by --person (default: as in the register, or staff)")
	f.StringVar(&o.person, "person", "", "who is invited, `MEMBER` of the register")
	f.StringVar(&o.expires, "expires", "", "how long it lets somebody in, `DAYS` like 14d, or the last day like 2026-12-31 (default: 14d; with --shared: no end)")
	f.BoolVar(&o.shared, "shared", false, "for all people of the enterprise, any number of times")
	f.StringVar(&o.channel, "channel", "", "say only how it is opened on telegram or `slack`")
	f.StringVar(&o.qr, "qr", "", "write the link as a QR code to print, `FILE.png`")
	f.StringVar(&o.to, "to", "", "the bot writes to this conversation on Slack how it is opened, `ADDRESS` slack:TEAM-USER")
	f.BoolVar(&o.accompanist, "accompanist", false, "the same as --role accompanist")
	f.BoolVar(&o.fictional, "fictional", false, "the enterprise is made up, to try the bot")
	c.AddCommand(newInviteListCommand(e), newInviteRevokeCommand(e))
	return c
}

// enterpriseForm is what a dossier may be called: the id of an enterprise.
func enterpriseForm() *regexp.Regexp { return regexp.MustCompile(register.IDForm) }

// inviteTime is how long an invitation lets somebody in, where nobody says.
const inviteTime = 14

// complete reads the flags.
func (o *inviteOptions) complete(now time.Time) (err error) {
	if o.accompanist {
		o.role = cmp.Or(o.role, register.Accompanist)
	}
	switch {
	case o.lang != "" && !slices.Contains(form.Langs(), o.lang):
		return fmt.Errorf("--lang is fr, nl or en, not %q", o.lang)
	case o.channel != "" && o.channel != "telegram" && o.channel != "slack":
		return fmt.Errorf("--channel is telegram or slack, not %q", o.channel)
	case o.role != "" && !slices.Contains(register.Roles(), o.role):
		return fmt.Errorf("--role is one of %s, not %q", strings.Join(register.Roles(), ", "), o.role)
	case o.role == register.Delegate && o.person == "":
		return errors.New("a delegate speaks for one stakeholder: somebody of the enterprise, or who accompanies it, invites them in the talk")
	case o.person == "" && o.role != "" && o.role != register.Staff && o.role != register.Accompanist:
		return fmt.Errorf("who is %s stands in the register: say who, with --person", o.role)
	case o.shared && (o.person != "" || o.to != ""):
		return errors.New("an invitation for one person is not shared: leave out --shared, or --person and --to")
	case o.qr != "" && !strings.HasSuffix(strings.ToLower(o.qr), ".png"):
		return fmt.Errorf("--qr is the name of a file that ends in .png, not %q", o.qr)
	case o.qr != "" && o.channel == "slack":
		return errors.New("a QR code holds the link for Telegram: Slack has none, leave out --qr")
	case o.to != "" && (!strings.HasPrefix(o.to, "slack:") || bot.Address(o.to).Valid() != nil):
		return fmt.Errorf("--to is a conversation like slack:T0001-U0001, not %q", o.to)
	}
	o.until, err = lastDay(o.expires, o.shared, now)
	return err
}

// lastDay reads until when an invitation lets somebody in; zero is no end.
func lastDay(text string, shared bool, now time.Time) (time.Time, error) {
	if text == "" && shared {
		return time.Time{}, nil
	}
	text = cmp.Or(text, strconv.Itoa(inviteTime)+"d")
	if days, ok := strings.CutSuffix(text, "d"); ok {
		if n, err := strconv.Atoi(days); err == nil && n > 0 && n <= 3660 {
			return now.AddDate(0, 0, n), nil
		}
	}
	zone, err := brussels()
	if err != nil {
		return time.Time{}, err
	}
	day, err := time.ParseInLocation(time.DateOnly, text, zone)
	if err != nil || day.AddDate(0, 0, 1).Before(now) {
		return time.Time{}, fmt.Errorf("--expires is a number of days like 14d, or a day to come like 2026-12-31, not %q", text)
	}
	return day.AddDate(0, 0, 1).Add(-time.Second), nil
}
