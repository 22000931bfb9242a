package slack

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"visesbot/bot"
	"visesbot/bot/limiter"
)

// connection is the bot's way to Slack: its tokens in each workspace, the limits
// of the calls, and whether Slack can be reached.
type connection struct {
	o          Options
	http       *http.Client
	slow       *http.Client // for files
	limits     *limiter.Limiter
	workspaces workspaces
	profiles   profiles
	counts     counts
	kinds      map[string]bool // of what is not known, told once; with the lock of counts
	health     atomic.Pointer[error]
	open       atomic.Pointer[entrance]
	work       sync.WaitGroup // what was begun on the side
}

// entrance is the way in, while there is one.
type entrance struct {
	ctx    context.Context
	accept bot.Accept
}

func newConnection(o Options) *connection {
	c := &connection{o: o, limits: limiter.New("Slack")}
	c.http = &http.Client{Transport: o.Transport, Timeout: o.Call}
	c.slow = &http.Client{Transport: o.Transport, Timeout: takeWithin}
	c.workspaces.home = c.newWorkspace("", o.BotToken)
	return c
}

// Check asks Slack whether it knows the tokens: ErrRefused when it does not know
// the bot's, ErrRefusedApp when it does not know the app's. Of one that there is
// not, nothing is asked.
func (c *connection) Check(ctx context.Context) error {
	if err := c.whoami(ctx); err != nil || c.o.AppToken == "" {
		return err
	}
	_, _, err := c.newWorkspace("", "-").api.StartSocketModeContext(ctx)
	if appRefused(err) {
		c.ill(ErrRefusedApp)
		return ErrRefusedApp
	}
	if err != nil {
		return fmt.Errorf("ask Slack for Socket Mode: %w", c.clean(err))
	}
	return nil
}

// whoami asks Slack who the bot is, and takes note of the answer.
func (c *connection) whoami(ctx context.Context) error {
	if err := c.identify(ctx, c.workspaces.home); err != nil {
		c.ill(err)
		if refused(err) {
			return ErrRefused
		}
		return err
	}
	c.well()
	return nil
}

// Ready tells what keeps the bot from talking with Slack; nil when nothing
// does.
func (c *connection) Ready() error {
	if err := c.health.Load(); err != nil {
		return *err
	}
	return nil
}

func (c *connection) well() { c.health.Store(nil) }

func (c *connection) ill(err error) {
	if refused(err) && !errors.Is(err, ErrRefused) {
		err = ErrRefused
	}
	c.health.Store(&err)
}

// introduce asks Slack who the bot is, until it answers.
func (c *connection) introduce(ctx context.Context) {
	for pause := time.Second; ; pause = min(2*pause, time.Minute) {
		err := c.whoami(ctx)
		if err == nil || ctx.Err() != nil {
			return
		}
		c.o.Log.Error("slack does not tell who the bot is", "error", c.clean(err))
		if errors.Is(err, ErrRefused) {
			return
		}
		c.rest(ctx, pause)
	}
}

// aside does something that nobody waits for, as long as there is a way in.
func (c *connection) aside(do func(ctx context.Context)) {
	in := c.open.Load()
	if in == nil || in.ctx.Err() != nil {
		return
	}
	c.work.Go(func() {
		ctx, cancel := context.WithTimeout(in.ctx, c.o.Call)
		defer cancel()
		do(ctx)
	})
}

// rest waits in the adapter's time.
func (c *connection) rest(ctx context.Context, d time.Duration) {
	ring, stop := c.o.Clock.Alarm(c.o.Clock.Now().Add(d))
	defer stop()
	select {
	case <-ring:
	case <-ctx.Done():
	}
}
