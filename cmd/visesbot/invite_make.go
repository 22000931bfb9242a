package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"strings"

	"visesbot/adapters/qr"
	"visesbot/adapters/telegram"
	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/bot/rooms/invitations"
	"visesbot/flows"
	"visesbot/flows/form"
)

// invite keeps an invitation, and tells how it is opened.
func invite(ctx context.Context, e *env, o inviteOptions) error {
	code := rand.Text()
	link := telegramLink(ctx, e, code)
	if o.qr != "" {
		if err := drawCode(o.qr, link); err != nil {
			return err
		}
	}
	var i flows.Invite
	var links []string
	err := atDesk(ctx, e, func(d desk) (err error) {
		if i, err = o.invitation(ctx, d, e); err != nil {
			return err
		}
		if links, err = d.invite(ctx, code, i); err == nil && o.to != "" {
			_, err = d.push(ctx, handed(i, code, o.to))
		}
		return err
	})
	if err != nil {
		if o.qr != "" {
			_ = os.Remove(o.qr) // it opens nothing
		}
		return fmt.Errorf("make the invitation: %w", err)
	}
	o.tell(e, i, code, link)
	for _, page := range links {
		if o.channel == "" && !strings.HasPrefix(page, telegramPage) {
			fmt.Fprintf(e.out, "Browser:  open %s\n", page)
		}
	}
	return nil
}

// handed has the bot write to somebody how an invitation is opened.
func handed(i flows.Invite, code, to string) order {
	return order{
		ID: "invite-" + bot.InviteID(code), To: []bot.Address{bot.Address(to)}, Note: invitations.Hand(i, code),
	}
}

// tell says how an invitation is opened.
func (o inviteOptions) tell(e *env, i flows.Invite, code, link string) {
	if i.Dossier != "" {
		fmt.Fprintf(e.out, "%s (%s), for %s\n", i.Enterprise.Name, i.Dossier, guest(i))
	} else {
		fmt.Fprintf(e.out, "The programme, for %s\n", guest(i))
	}
	fmt.Fprintf(e.out, "Invitation %s: %s\n", bot.InviteID(code), terms(i))
	if o.qr != "" {
		fmt.Fprintf(e.out, "To print: %s\n", o.qr)
	}
	if o.channel != "slack" {
		if link != "" {
			fmt.Fprintf(e.out, "Telegram: open %s\n", link)
		} else {
			fmt.Fprintf(e.out, "Telegram: write to the bot /start %s\n", code)
		}
	}
	if o.channel != "telegram" {
		fmt.Fprintf(e.out, "Slack:    write to the bot start %s\n", code)
	}
}

// terms says for how many an invitation is, and how long.
func terms(i flows.Invite) string {
	who, until := "for anybody, any number of times", "no end"
	if i.Once {
		who = "for one person, once"
	}
	if !i.Expires.IsZero() {
		until = "until " + form.Day(i.Expires, "en")
	}
	return who + ", " + until
}

func guest(i flows.Invite) string {
	switch {
	case i.Member != "":
		return i.Member + ", " + cmp.Or(i.Role, register.Staff)
	case i.Role == flows.RoleAccompanist:
		return "who accompanies the enterprise"
	case i.Once:
		return "one of its people"
	}
	return "the people of the enterprise"
}

// invitation fills in what the register knows and the command does not say.
func (o inviteOptions) invitation(ctx context.Context, d desk, e *env) (i flows.Invite, err error) {
	i = flows.Invite{
		Dossier: o.enterprise, Lang: o.lang, Once: !o.shared, Made: e.now(), Expires: o.until, Member: o.person,
		Enterprise: form.Enterprise{ID: o.enterprise, Name: strings.TrimSpace(o.name), Country: o.country, Sample: o.fictional},
	}
	role := o.role
	if o.person != "" {
		if role, err = o.member(ctx, d, &i); err != nil {
			return i, err
		}
	}
	if role == register.Accompanist || i.Dossier == "" || role == register.Delegate {
		i.Role = role
	}
	if i.Dossier == "" {
		i.Enterprise = form.Enterprise{}
		return i, nil
	}
	return registered(ctx, d, i)
}

// member reads who is invited, and gives the role of the register.
func (o inviteOptions) member(ctx context.Context, d desk, i *flows.Invite) (role string, err error) {
	who, ok, err := known(ctx, d, register.People, o.person)
	role = who.Fields["role"]
	switch {
	case err != nil:
		return "", err
	case !ok:
		return "", fmt.Errorf("nobody is called %q in the register: see visesbot programme show --json", o.person)
	case o.role != "" && o.role != role:
		return "", fmt.Errorf("%s is %s in the register, not %s: leave out --role, or correct the register", o.person, role, o.role)
	case role != register.Staff && role != register.Delegate && role != register.Accompanist && o.enterprise != "":
		return "", fmt.Errorf("%s is %s and belongs to no enterprise: leave out %s", o.person, role, o.enterprise)
	case who.Fields["enterprise"] != "" && o.enterprise != "" && who.Fields["enterprise"] != o.enterprise:
		return "", fmt.Errorf("%s belongs to %s in the register, not to %s", o.person, who.Fields["enterprise"], o.enterprise)
	}
	i.Dossier = cmp.Or(i.Dossier, who.Fields["enterprise"])
	i.Enterprise.ID = i.Dossier
	i.Lang = cmp.Or(i.Lang, who.Fields["language"])
	return role, nil
}

// registered fills in what the register knows of the enterprise.
func registered(ctx context.Context, d desk, i flows.Invite) (flows.Invite, error) {
	x, _, err := known(ctx, d, register.Enterprises, i.Enterprise.ID)
	i.Enterprise.Name = cmp.Or(i.Enterprise.Name, x.Fields["name"], i.Enterprise.ID)
	i.Enterprise.Country = cmp.Or(i.Enterprise.Country, x.Fields["country"], "BE")
	i.Lang = cmp.Or(i.Lang, x.Fields["language"])
	return i, err
}

// known finds an entry of the register.
func known(ctx context.Context, d desk, table, id string) (register.Entry, bool, error) {
	entries, err := d.entries(ctx, table)
	for _, x := range entries {
		if x.ID == id {
			return x, true, err
		}
	}
	return register.Entry{}, false, err
}

// drawCode writes a link as a QR code; a file that is there stays.
func drawCode(path, link string) (err error) {
	if link == "" {
		return errors.New("there is no link to draw: set TELEGRAM_BOT_TOKEN, or leave out --qr")
	}
	raw, err := qr.PNG(link)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case os.IsExist(err):
		return fmt.Errorf("%s is there already: name another file", path)
	case err != nil:
		return fmt.Errorf("cannot write the QR code: %w", err)
	}
	_, err = f.Write(raw)
	return errors.Join(err, f.Close())
}

// telegramPage begins the links that open a talk on Telegram.
const telegramPage = "https://t.me/"

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
	return telegramPage + channel.Username() + "?start=" + code
}
