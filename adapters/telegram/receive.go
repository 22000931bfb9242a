package telegram

import (
	"context"
	"sync/atomic"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/bot"
)

// Receive hands on what people write and press, until ctx ends. While Telegram
// cannot be reached, or refuses the token, it tries again; Ready tells why.
func (a *Adapter) Receive(ctx context.Context, accept bot.Accept) error {
	defer a.work.Wait()
	defer a.typing.stop()
	if !a.introduced(ctx) {
		return nil
	}
	a.work.Go(func() { announcer{a}.menus(ctx) })
	if a.o.Webhook.URL != "" {
		a.hooked(ctx, accept)
		return nil
	}
	a.poll(ctx, accept)
	return nil
}

// introduced says hello until Telegram answers: who is the bot, and which way do
// updates come. False when ctx ended first.
func (a *Adapter) introduced(ctx context.Context) bool {
	for failures := 1; ctx.Err() == nil; failures++ {
		err := a.Check(ctx)
		if err == nil {
			err = a.route(ctx)
		}
		if err == nil {
			a.well()
			return true
		}
		a.trouble(ctx, err, failures)
	}
	return false
}

// route sets the webhook, or takes away one that was set earlier.
func (a *Adapter) route(ctx context.Context) error {
	if a.o.Webhook.URL == "" {
		_, err := a.client.do(ctx, "deleteWebhook", nil)
		return err
	}
	_, err := a.client.do(ctx, "setWebhook", tgbotapi.Params{
		"url": a.o.Webhook.URL, "secret_token": a.o.Webhook.Secret, "allowed_updates": wanted,
	})
	return err
}

// counts are what happened since the program started.
type counts struct {
	received, sent, throttled, odd, forged, malformed, oversized atomic.Int64
}

// Counts tells what happened since the program started.
type Counts struct {
	Received  int64 // updates accepted
	Sent      int64 // messages shown or edited
	Throttled int64 // times that Telegram asked for a pause
	Odd       int64 // updates not understood
	Forged    int64 // webhook calls without the secret
	Malformed int64 // webhook calls that are no update
	Oversized int64 // webhook calls that are too large
}

// Counts tells what happened since the program started.
func (a *Adapter) Counts() Counts {
	c := &a.counts
	return Counts{
		Received: c.received.Load(), Sent: c.sent.Load(), Throttled: c.throttled.Load(), Odd: c.odd.Load(),
		Forged: c.forged.Load(), Malformed: c.malformed.Load(), Oversized: c.oversized.Load(),
	}
}
