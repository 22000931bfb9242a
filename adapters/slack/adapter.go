package slack

import (
	"context"
	"net/http"
	"sync"

	"visesbot/bot"
)

// Adapter is the bot on Slack: it hears what Slack brings. It speaks, and keeps
// its connection, in types of their own. It is an [http.Handler] of everything
// below /slack/: the endpoints of the Events API, and the installation into
// workspaces.
type Adapter struct {
	*speaker
	queues  queues
	presses presses
	sent    sentForms
	states  states
	gate    sync.RWMutex // held while something is begun, so that nothing begins after the end
	routes  http.Handler
}

var _ bot.Adapter = (*Adapter)(nil)

// New makes the channel. Nothing is sent yet.
func New(o Options) (*Adapter, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	a := &Adapter{speaker: &speaker{connection: newConnection(o)}}
	a.queues.clock = o.Clock
	a.routes = a.mux()
	a.ill(errUnreached)
	return a, nil
}

// Name is the first part of its addresses: "slack".
func (a *Adapter) Name() string { return name }

// Receive takes in what Slack brings, until ctx ends. A refused token stops it
// silently, and Ready tells.
func (a *Adapter) Receive(ctx context.Context, accept bot.Accept) error {
	ctx, cancel := context.WithCancel(ctx)
	a.queues.open()
	a.open.Store(&entrance{ctx, accept})
	defer func() {
		a.gate.Lock()
		a.open.Store(nil)
		a.gate.Unlock()
		cancel()
		a.queues.wait()
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
