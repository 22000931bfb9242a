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
)

// Adapter is the bot on Slack. It is an [http.Handler] of everything below
// /slack/: the doors of the Events API, and the installation into workspaces.
type Adapter struct {
	o        Options
	http     *http.Client
	slow     *http.Client // for files
	pace     *pace
	desks    desks
	profiles profiles
	homes    homes
	lanes    lanes
	talks    talks
	asides   asides
	photos   photos
	taps     taps
	states   states
	gate     sync.RWMutex // held while something is begun, so that nothing begins after the end
	counts   counts
	kinds    map[string]bool // of what is not known, told once; with the lock of counts
	health   atomic.Pointer[error]
	open     atomic.Pointer[entrance]
	routes   http.Handler
	work     sync.WaitGroup // what was begun on the side
}

// entrance is the way in, while there is one.
type entrance struct {
	ctx    context.Context
	accept bot.Accept
}

var _ bot.Adapter = (*Adapter)(nil)

// New makes the channel. Nothing is sent yet.
func New(o Options) (*Adapter, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	a := &Adapter{o: o, pace: newPace(o.Clock, o.Rates)}
	a.lanes.clock = o.Clock
	a.http = &http.Client{Transport: o.Transport, Timeout: o.Call}
	a.slow = &http.Client{Transport: o.Transport, Timeout: takeWithin}
	a.desks.home = a.newDesk("", o.BotToken)
	a.routes = a.mux()
	a.ill(errUnreached)
	return a, nil
}

// Name is the first part of its addresses: "slack".
func (a *Adapter) Name() string { return name }

// Capabilities are what a message of Block Kit can carry, see limits.go.
func (a *Adapter) Capabilities() bot.Capabilities {
	return bot.Capabilities{
		TextMax: maxLines, Buttons: maxButtons, Row: maxRow, LabelMax: maxLabel,
		Edits: true, Pictures: true, Files: a.o.Files != nil, Enclosed: a.enclosed(),
	}
}

// Check asks Slack whether it knows the tokens: ErrRefused when it does not know
// the bot's, ErrRefusedApp when it does not know the app's. Of one that there is
// not, nothing is asked.
func (a *Adapter) Check(ctx context.Context) error {
	if err := a.whoami(ctx); err != nil || a.o.AppToken == "" {
		return err
	}
	_, _, err := a.newDesk("", "-").api.StartSocketModeContext(ctx)
	if appRefused(err) {
		a.ill(ErrRefusedApp)
		return ErrRefusedApp
	}
	if err != nil {
		return fmt.Errorf("ask Slack for Socket Mode: %w", a.clean(err))
	}
	return nil
}

// whoami asks Slack who the bot is, and takes note of the answer.
func (a *Adapter) whoami(ctx context.Context) error {
	if err := a.identify(ctx, a.desks.home); err != nil {
		a.ill(err)
		if refused(err) {
			return ErrRefused
		}
		return err
	}
	a.well()
	return nil
}

// Ready tells what keeps the bot from talking with Slack; nil when nothing
// does.
func (a *Adapter) Ready() error {
	if err := a.health.Load(); err != nil {
		return *err
	}
	return nil
}

func (a *Adapter) well() { a.health.Store(nil) }

func (a *Adapter) ill(err error) {
	if refused(err) && !errors.Is(err, ErrRefused) {
		err = ErrRefused
	}
	a.health.Store(&err)
}

// Receive takes in what Slack brings, until ctx ends. A refused token stops it
// silently, and Ready tells.
func (a *Adapter) Receive(ctx context.Context, accept bot.Accept) error {
	ctx, cancel := context.WithCancel(ctx)
	a.lanes.open()
	a.open.Store(&entrance{ctx, accept})
	defer func() {
		a.gate.Lock()
		a.open.Store(nil)
		a.gate.Unlock()
		cancel()
		a.lanes.wait()
		a.work.Wait()
	}()
	if a.o.AppToken != "" {
		a.listen(ctx)
	} else {
		a.introduce(ctx)
	}
	<-ctx.Done()
	return nil
}

// introduce asks Slack who the bot is, until it answers.
func (a *Adapter) introduce(ctx context.Context) {
	for pause := time.Second; ; pause = min(2*pause, time.Minute) {
		err := a.whoami(ctx)
		if err == nil || ctx.Err() != nil {
			return
		}
		a.o.Log.Error("slack does not tell who the bot is", "error", a.clean(err))
		if errors.Is(err, ErrRefused) {
			return
		}
		a.rest(ctx, pause)
	}
}

// aside does something that nobody waits for, as long as there is a way in.
func (a *Adapter) aside(do func(ctx context.Context)) {
	in := a.open.Load()
	if in == nil || in.ctx.Err() != nil {
		return
	}
	a.work.Go(func() {
		ctx, cancel := context.WithTimeout(in.ctx, a.o.Call)
		defer cancel()
		do(ctx)
	})
}
