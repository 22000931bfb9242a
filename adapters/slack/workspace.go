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

// workspace is the bot in one workspace.
type workspace struct {
	key   string // tells it from the others: the team, or empty at home
	api   *slackapi.Client
	files *slackapi.Client // has more time
	who   atomic.Pointer[self]
}

// self is who the bot is in a workspace.
type self struct {
	team string // empty: not asked yet, which is only so for the home one
	user string
	bot  string
}

func (d *workspace) team() string { return d.who.Load().team }

// workspaces are all workspaces that the bot is in.
type workspaces struct {
	mu   sync.Mutex
	home *workspace // of BotToken; nil: only installed ones
	away map[string]*workspace
}

// newWorkspace is the bot with a token; nil without one.
func (c *connection) newWorkspace(team, token string) *workspace {
	if token == "" {
		return nil
	}
	options := []slackapi.Option{slackapi.OptionHTTPClient(c.http), slackapi.OptionAPIURL(c.o.API)}
	if c.o.AppToken != "" {
		options = append(options, slackapi.OptionAppLevelToken(c.o.AppToken))
	}
	d := &workspace{key: team, api: slackapi.New(token, options...)}
	d.files = slackapi.New(token, append(options, slackapi.OptionHTTPClient(c.slow))...)
	d.who.Store(&self{team: team})
	return d
}

// identify asks whose the token of a workspace is.
func (c *connection) identify(ctx context.Context, d *workspace) error {
	if d == nil {
		return nil
	}
	who, err := d.api.AuthTestContext(ctx)
	if err != nil {
		return fmt.Errorf("ask Slack who the bot is: %w", c.clean(err))
	}
	d.who.Store(&self{who.TeamID, who.UserID, who.BotID})
	return nil
}

// workspace finds the bot in a workspace: the one whose token was given, or one
// that installed the app.
func (c *connection) workspace(ctx context.Context, team string) (*workspace, error) {
	c.workspaces.mu.Lock()
	home, away := c.workspaces.home, c.workspaces.away[team]
	ours := home != nil && (home.team() == "" || home.team() == team)
	c.workspaces.mu.Unlock()
	switch {
	case ours:
		return home, nil
	case away != nil:
		return away, nil
	case !c.o.Install.complete():
		return nil, errNotInstalled
	}
	return c.installedWorkspace(ctx, team)
}

// installedWorkspace unpacks the token of a workspace.
func (c *connection) installedWorkspace(ctx context.Context, team string) (*workspace, error) {
	kept, err := c.installed(ctx, team)
	if err != nil {
		return nil, err
	}
	d := c.newWorkspace(team, kept.Token)
	if d == nil {
		return nil, errNotInstalled
	}
	d.who.Store(&self{team: team, user: kept.Self})
	c.workspaces.mu.Lock()
	defer c.workspaces.mu.Unlock()
	if c.workspaces.away == nil {
		c.workspaces.away = map[string]*workspace{}
	}
	c.workspaces.away[team] = d
	return d, nil
}

// forget lets go of what is known of a workspace; the next one is made of what is kept.
func (c *connection) forget(team string) {
	c.workspaces.mu.Lock()
	defer c.workspaces.mu.Unlock()
	delete(c.workspaces.away, team)
}

// itself tells whether somebody is the bot.
func (c *connection) itself(team, user, botID string) bool {
	c.workspaces.mu.Lock()
	defer c.workspaces.mu.Unlock()
	for _, d := range []*workspace{c.workspaces.home, c.workspaces.away[team]} {
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
func (c *connection) call(ctx context.Context, d *workspace, method, channel string, do func(context.Context) error) error {
	return c.callWithin(ctx, patience, d, method, channel, do)
}

func (c *connection) callWithin(ctx context.Context, most time.Duration, d *workspace, method, channel string, do func(context.Context) error) error {
	if err := c.waitTurn(ctx, most, d.key, method, channel); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, c.o.Call)
	defer cancel()
	err := do(ctx)
	if err == nil {
		return nil
	}
	c.heed(ctx, d, method, channel, err)
	return c.sendError(fmt.Errorf("slack %s: %w", method, c.clean(err)))
}

// heed does what an error of Slack's asks for.
func (c *connection) heed(ctx context.Context, d *workspace, method, channel string, err error) {
	if after, wait := throttled(err); wait {
		c.counts.add("throttled")
		c.pauseCalls(d.key, method, channel, after)
	}
	if !refused(err) {
		return
	}
	if d == c.workspaces.home {
		c.ill(ErrRefused)
		return
	}
	c.uninstalled(context.WithoutCancel(ctx), d.key)
}

// permanent tells whether an error will not go away by itself.
func permanent(err error) bool {
	var s *bot.SendError
	return errors.As(err, &s) && s.Kind == bot.Permanent
}
