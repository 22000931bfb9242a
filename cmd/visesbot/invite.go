package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"visesbot/adapters/telegram"
	"visesbot/bot/cohort"
	"visesbot/flows"
	"visesbot/flows/form"
)

// inviteOptions are the flags of invite.
type inviteOptions struct {
	name, country, lang    string
	accompanist, fictional bool
}

func newInviteCommand(e *env) *cobra.Command {
	var o inviteOptions
	c := &cobra.Command{
		Use:   "invite ENTERPRISE",
		Short: "Make an invitation for the people of an enterprise",
		Long: `Makes an invitation, and says how it is opened on Telegram and Slack. All people
of an enterprise may use the same one; they answer into one dossier, which the
first of them begins. Whoever accompanies the enterprise needs one of their own:
--accompanist.

ENTERPRISE is what the dossier is called for ever, such as atelier-horizon. An
invitation that is out does not end when another is made. It works while the bot
runs, and before.`,
		Example: "  visesbot invite atelier-horizon --name \"Atelier Horizon\" --lang nl\n" +
			"  visesbot invite atelier-horizon --accompanist --lang fr",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 || !enterpriseForm().MatchString(args[0]) {
				return misuse(c, fmt.Errorf("name one enterprise, in small letters, digits and -, not %q", args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if o.lang != "" && !slices.Contains(form.Langs(), o.lang) {
				return misuse(c, fmt.Errorf("--lang is fr, nl or en, not %q", o.lang))
			}
			return invite(c.Context(), e, o.invitation(args[0]))
		},
	}
	f := c.Flags()
	f.StringVar(&o.name, "name", "", "what the enterprise is called, as its people see it (default: as in the register, or ENTERPRISE)")
	f.StringVar(&o.country, "country", "", "where it is, `BE` or FR (default: as in the register, or BE)")
	f.StringVar(&o.lang, "lang", "", "language to begin in: fr, nl or en (default: as in the register, or the bot asks)")
	f.BoolVar(&o.accompanist, "accompanist", false, "for who accompanies the enterprise")
	f.BoolVar(&o.fictional, "fictional", false, "the enterprise is made up, to try the bot")
	return c
}

// enterpriseForm is what a dossier may be called: the id of an enterprise.
func enterpriseForm() *regexp.Regexp { return regexp.MustCompile(cohort.IDForm) }

func (o inviteOptions) invitation(id string) flows.Invite {
	i := flows.Invite{
		Dossier: id, Lang: o.lang,
		Enterprise: form.Enterprise{ID: id, Name: strings.TrimSpace(o.name), Country: o.country, Sample: o.fictional},
	}
	if o.accompanist {
		i.Role = flows.RoleAccompanist
	}
	return i
}

// invite keeps an invitation, and tells how it is opened.
func invite(ctx context.Context, e *env, i flows.Invite) error {
	code := rand.Text()
	if err := atDesk(ctx, e, func(d desk) (err error) {
		if i, err = registered(ctx, d, i); err != nil {
			return err
		}
		return d.invite(ctx, code, i)
	}); err != nil {
		return fmt.Errorf("keep the invitation: %w", err)
	}
	fmt.Fprintf(e.out, "%s (%s), for %s\n", i.Enterprise.Name, i.Dossier, guest(i))
	if link := telegramLink(ctx, e, code); link != "" {
		fmt.Fprintf(e.out, "Telegram: open %s\n", link)
	} else {
		fmt.Fprintf(e.out, "Telegram: write to the bot /start %s\n", code)
	}
	fmt.Fprintf(e.out, "Slack:    write to the bot start %s\n", code)
	return nil
}

// registered fills in what the register knows of the enterprise and the
// command does not say.
func registered(ctx context.Context, d desk, i flows.Invite) (flows.Invite, error) {
	entries, err := d.entries(ctx, cohort.Enterprises)
	known := map[string]string{}
	for _, x := range entries {
		if x.ID == i.Enterprise.ID {
			known = x.Fields
		}
	}
	i.Enterprise.Name = cmp.Or(i.Enterprise.Name, known["name"], i.Enterprise.ID)
	i.Enterprise.Country = cmp.Or(i.Enterprise.Country, known["country"], "BE")
	i.Lang = cmp.Or(i.Lang, known["language"])
	return i, err
}

func guest(i flows.Invite) string {
	if i.Role == flows.RoleAccompanist {
		return "who accompanies the enterprise"
	}
	return "the people of the enterprise"
}

// telegramLink opens the talk with the bot; empty when nobody says what the bot
// is called.
func telegramLink(ctx context.Context, e *env, code string) string {
	channel, err := telegram.New(telegram.Options{
		Token: e.getenv("TELEGRAM_BOT_TOKEN"), Endpoint: e.getenv("TELEGRAM_API_ENDPOINT"),
	})
	if err != nil {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, checkPatience)
	defer cancel()
	if channel.Check(ctx) != nil || channel.Username() == "" {
		return ""
	}
	return "https://t.me/" + channel.Username() + "?start=" + code
}
