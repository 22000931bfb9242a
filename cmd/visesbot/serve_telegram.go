package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"visesbot/adapters/prometheus"
	"visesbot/adapters/telegram"
)

// checkPatience is how long a platform may take to say whether it knows a token.
const checkPatience = 10 * time.Second

// planTelegram reads the settings of Telegram; nil when none are there.
func planTelegram(ctx context.Context, e *env, o serveOptions) (plan, error) {
	options := telegram.Options{
		Token: e.getenv("TELEGRAM_BOT_TOKEN"), Endpoint: e.getenv("TELEGRAM_API_ENDPOINT"),
		Webhook: telegram.Webhook{URL: e.getenv("TELEGRAM_WEBHOOK_URL"), Secret: e.getenv("TELEGRAM_WEBHOOK_SECRET")},
		Log:     e.logger(),
	}
	if options.Token == "" && options.Webhook == (telegram.Webhook{}) {
		return nil, nil
	}
	if o.tune.telegram != nil {
		o.tune.telegram(&options)
	}
	if err := tryTelegram(ctx, options); err != nil {
		return nil, err
	}
	return func(on premises) (served, error) {
		options.Files, options.Media, options.Shelf = on.store, on.media(), storeShelf{on.store, "telegram-"}
		options.Commands = on.commands
		channel, err := telegram.New(options)
		if err != nil {
			return served{}, telegramMisuse(err)
		}
		c := served{channel: channel, ready: channel.Ready, shown: func() string { return "Telegram" }}
		c.counts = func() prometheus.Counts { return telegramCounts(channel.Counts()) }
		if options.Webhook.URL != "" {
			c.path, c.calls = "/telegram/webhook", channel
		}
		return c, nil
	}, nil
}

// tryTelegram wants settings that make sense, and a token that Telegram knows if
// it can be asked.
func tryTelegram(ctx context.Context, options telegram.Options) error {
	channel, err := telegram.New(options)
	if err != nil {
		return telegramMisuse(err)
	}
	ctx, cancel := context.WithTimeout(ctx, checkPatience)
	defer cancel()
	if err := channel.Check(ctx); errors.Is(err, telegram.ErrRefused) {
		return telegramMisuse(err)
	}
	return nil
}

// telegramMisuse names the variable that is wrong.
func telegramMisuse(err error) error {
	for _, v := range []struct {
		err  error
		name string
	}{
		{telegram.ErrToken, "TELEGRAM_BOT_TOKEN"},
		{telegram.ErrRefused, "TELEGRAM_BOT_TOKEN"},
		{telegram.ErrEndpoint, "TELEGRAM_API_ENDPOINT"},
		{telegram.ErrWebhook, "TELEGRAM_WEBHOOK_URL"},
		{telegram.ErrSecret, "TELEGRAM_WEBHOOK_SECRET"},
	} {
		if errors.Is(err, v.err) {
			return usageError{fmt.Errorf("%s: %w", v.name, err)}
		}
	}
	return err
}
