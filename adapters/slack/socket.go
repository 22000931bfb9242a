package slack

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"

	slackapi "github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

// envelopeMax is how large a message of Socket Mode may be.
const envelopeMax = 4 << 20

// reconnect is how long is waited before a connection that cannot be made is
// tried again from the beginning; the library itself waits longer each time.
const reconnect = 5 * time.Second

// listen takes in what Socket Mode brings, until ctx ends or Slack does not
// know a token.
func (a *Adapter) listen(ctx context.Context) {
	if err := a.whoami(ctx); errors.Is(err, ErrRefused) {
		a.o.Log.Error("slack refuses the bot token: nothing is received until another one is put in")
		return
	}
	a.ill(errUnreached)
	for ctx.Err() == nil {
		err := a.connected(ctx)
		if ctx.Err() != nil {
			return
		}
		a.ill(a.clean(err))
		if appRefused(err) {
			a.ill(ErrRefusedApp)
			a.o.Log.Error("slack refuses the app-level token: nothing is received until another one is put in")
			return
		}
		a.o.Log.Warn("socket mode of Slack ended, and begins again", "error", a.clean(err))
		a.rest(ctx, reconnect)
	}
}

// connected keeps a connection, and makes a new one whenever Slack asks for it.
// Envelopes are read by one loop: the library's own would let each event go its
// own way, and lose their order.
func (a *Adapter) connected(ctx context.Context) error {
	api := slackapi.New(a.o.BotToken, slackapi.OptionHTTPClient(a.http), slackapi.OptionAPIURL(a.o.API),
		slackapi.OptionAppLevelToken(a.o.AppToken))
	client := socketmode.New(api, socketmode.OptionPingInterval(a.o.Ping), socketmode.OptionReadLimit(envelopeMax))
	link, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	ended := make(chan error, 1)
	a.work.Go(func() { ended <- client.RunContext(link) })
	var acks sync.WaitGroup
	for {
		select {
		case e := <-client.Events:
			if id, done := a.envelope(e); done != nil {
				acks.Go(func() { a.acknowledge(link, client, id, done) })
			}
		case err := <-ended:
			return err
		case <-ctx.Done():
			acks.Wait()
			flush := time.NewTimer(lastWords)
			defer flush.Stop()
			<-flush.C
			return ctx.Err()
		}
	}
}

// lastWords is how long a connection stays after the last acknowledgement was
// handed to the library, which does not tell when it was sent.
const lastWords = 50 * time.Millisecond

// envelope has what came taken in, and gives what has to be acknowledged then.
func (a *Adapter) envelope(e socketmode.Event) (id string, done <-chan outcome) {
	switch e.Type {
	case socketmode.EventTypeConnected:
		a.counts.add("reconnected")
		if d := a.workspaces.home; d != nil && d.team() == "" {
			a.aside(func(ctx context.Context) { a.introduce(ctx) })
		} else if !errors.Is(a.Ready(), ErrRefused) {
			a.well()
		}
		return "", nil
	case socketmode.EventTypeConnectionError:
		if failed, ok := e.Data.(*slackapi.ConnectionErrorEvent); ok {
			a.ill(a.clean(failed.ErrorObj))
			a.o.Log.Warn("slack cannot be reached", "error", a.clean(failed.ErrorObj))
		}
		return "", nil
	}
	r := requestOf(e)
	if r.EnvelopeID == "" {
		return "", nil
	}
	h, err := hearEnvelope(r)
	if err != nil {
		a.counts.add("refused_body")
		h = incoming{kind: unknown, eventType: r.Type}
	}
	return r.EnvelopeID, a.hear(h)
}

// requestOf finds the envelope in an event, also in one that the library could
// not read.
func requestOf(e socketmode.Event) (r socketmode.Request) {
	if e.Request != nil {
		return *e.Request
	}
	if bad, ok := e.Data.(*socketmode.ErrorBadMessage); ok {
		if json.Unmarshal(bad.Message, &r) != nil {
			return socketmode.Request{}
		}
	}
	return r
}

// hearEnvelope reads an envelope by its type.
func hearEnvelope(r socketmode.Request) (incoming, error) {
	switch r.Type {
	case socketmode.RequestTypeEventsAPI:
		return hearEvent(r.Payload)
	case socketmode.RequestTypeInteractive:
		return hearInteraction(r.Payload)
	case socketmode.RequestTypeSlashCommands:
		return hearCommandJSON(r.Payload)
	}
	return incoming{kind: unknown, eventType: r.Type}, nil
}

// acknowledge tells Slack that something was taken in; what was not is brought
// again.
func (a *Adapter) acknowledge(ctx context.Context, client *socketmode.Client, id string, done <-chan outcome) {
	late := time.NewTimer(ackWithin)
	defer late.Stop()
	for {
		select {
		case <-late.C:
			a.counts.add("late")
		case <-ctx.Done():
			return
		case o := <-done:
			if o.err != nil {
				a.o.Log.Warn("something from Slack was not accepted", "error", a.clean(o.err))
				return
			}
			if err := client.AckCtx(ctx, id, o.answer); err != nil && ctx.Err() == nil {
				a.o.Log.Warn("slack was not told that something was taken in", "error", a.clean(err))
			}
			return
		}
	}
}
