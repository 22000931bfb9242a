package slack

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
)

// desk is the bot in one workspace.
type desk struct {
	key   string // tells it from the others: the team, or empty at home
	api   *slackapi.Client
	files *slackapi.Client // has more time
	who   atomic.Pointer[self]
}

// self is who the bot is in a workspace.
type self struct {
	team string // empty: not asked yet, which is only so for the home desk
	user string
	bot  string
}

func (d *desk) team() string { return d.who.Load().team }

// desks are all workspaces that the bot is in.
type desks struct {
	mu   sync.Mutex
	home *desk // of BotToken; nil: only installed ones
	away map[string]*desk
}

// newDesk makes the desk of a token; nil without one.
func (a *Adapter) newDesk(team, token string) *desk {
	if token == "" {
		return nil
	}
	options := []slackapi.Option{slackapi.OptionHTTPClient(a.http), slackapi.OptionAPIURL(a.o.API)}
	if a.o.AppToken != "" {
		options = append(options, slackapi.OptionAppLevelToken(a.o.AppToken))
	}
	d := &desk{key: team, api: slackapi.New(token, options...)}
	d.files = slackapi.New(token, append(options, slackapi.OptionHTTPClient(a.slow))...)
	d.who.Store(&self{team: team})
	return d
}

// identify asks whose the token of a desk is.
func (a *Adapter) identify(ctx context.Context, d *desk) error {
	if d == nil {
		return nil
	}
	who, err := d.api.AuthTestContext(ctx)
	if err != nil {
		return fmt.Errorf("ask Slack who the bot is: %w", a.clean(err))
	}
	d.who.Store(&self{who.TeamID, who.UserID, who.BotID})
	return nil
}

// desk finds the desk of a workspace: the one whose token was given, or one
// that installed the app.
func (a *Adapter) desk(ctx context.Context, team string) (*desk, error) {
	a.desks.mu.Lock()
	home, away := a.desks.home, a.desks.away[team]
	ours := home != nil && (home.team() == "" || home.team() == team)
	a.desks.mu.Unlock()
	switch {
	case ours:
		return home, nil
	case away != nil:
		return away, nil
	case !a.o.Install.complete():
		return nil, errNotInstalled
	}
	return a.deskFromShelf(ctx, team)
}

// deskFromShelf unpacks the token of a workspace.
func (a *Adapter) deskFromShelf(ctx context.Context, team string) (*desk, error) {
	kept, err := a.installed(ctx, team)
	if err != nil {
		return nil, err
	}
	d := a.newDesk(team, kept.Token)
	if d == nil {
		return nil, errNotInstalled
	}
	d.who.Store(&self{team: team, user: kept.Self})
	a.desks.mu.Lock()
	defer a.desks.mu.Unlock()
	if a.desks.away == nil {
		a.desks.away = map[string]*desk{}
	}
	a.desks.away[team] = d
	return d, nil
}

// forget lets go of a workspace's desk; the next one is made of what is kept.
func (a *Adapter) forget(team string) {
	a.desks.mu.Lock()
	defer a.desks.mu.Unlock()
	delete(a.desks.away, team)
}

// itself tells whether somebody is the bot.
func (a *Adapter) itself(team, user, botID string) bool {
	a.desks.mu.Lock()
	defer a.desks.mu.Unlock()
	for _, d := range []*desk{a.desks.home, a.desks.away[team]} {
		if d == nil {
			continue
		}
		if who := d.who.Load(); user != "" && user == who.user || botID != "" && botID == who.bot {
			return true
		}
	}
	return false
}

// call makes one call within the limits, and takes note of what Slack says to
// it. The channel is one that has a limit of its own, or empty.
func (a *Adapter) call(ctx context.Context, d *desk, method, channel string, do func(context.Context) error) error {
	return a.callWithin(ctx, patience, d, method, channel, do)
}

func (a *Adapter) callWithin(ctx context.Context, most time.Duration, d *desk, method, channel string, do func(context.Context) error) error {
	if err := a.pace.wait(ctx, most, d.key, method, channel); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, a.o.Call)
	defer cancel()
	err := do(ctx)
	if err == nil {
		return nil
	}
	a.heed(ctx, d, method, channel, err)
	return a.sendError(fmt.Errorf("slack %s: %w", method, a.clean(err)))
}

// heed does what an error of Slack's asks for.
func (a *Adapter) heed(ctx context.Context, d *desk, method, channel string, err error) {
	if after, wait := throttled(err); wait {
		a.counts.add("throttled")
		a.pace.pause(d.key, method, channel, after)
	}
	if !refused(err) {
		return
	}
	if d == a.desks.home {
		a.ill(ErrRefused)
		return
	}
	a.uninstalled(context.WithoutCancel(ctx), d.key)
}

// permanent tells whether an error will not go away by itself.
func permanent(err error) bool {
	var s *bot.SendError
	return errors.As(err, &s) && s.Kind == bot.Permanent
}
