package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"visesbot/adapters/prometheus"
	"visesbot/adapters/slack"
	"visesbot/bot"
	"visesbot/flows/form"
)

// planSlack reads the settings of Slack; nil when none are there.
func planSlack(ctx context.Context, e *env, o serveOptions) (plan, error) {
	options := slackOptions(e)
	if options.BotToken == "" && options.AppToken == "" && options.SigningSecret == "" && options.Install == (slack.Install{}) {
		return nil, nil
	}
	if o.tune.slack != nil {
		o.tune.slack(&options)
	}
	if err := trySlack(ctx, options); err != nil {
		return nil, err
	}
	return func(on premises) (served, error) {
		options.Files, options.Media = on.store, on.media()
		if o := on.onlooker(); o != nil {
			options.Board, options.Talks = boards{on.office, o}, o
		}
		options.Commands = on.commands
		if on.office != nil {
			options.Forms = on.office
		}
		if options.Install != (slack.Install{}) {
			options.Install.Vault = slackVault(on.store)
		}
		channel, err := slack.New(options)
		if err != nil {
			return served{}, slackMisuse(err)
		}
		c := served{channel: channel, ready: channel.Ready, shown: func() string { return "Slack" }}
		c.counts = func() prometheus.Counts { return slackCounts(channel.Counts()) }
		if options.SigningSecret != "" || options.Install != (slack.Install{}) {
			c.path, c.calls = "/slack/", channel
		}
		return c, nil
	}, nil
}

// slackOptions reads the environment. With a client id the app may be installed
// into several workspaces.
func slackOptions(e *env) slack.Options {
	o := slack.Options{
		BotToken: e.getenv("SLACK_BOT_TOKEN"), AppToken: e.getenv("SLACK_APP_TOKEN"),
		SigningSecret: e.getenv("SLACK_SIGNING_SECRET"), API: e.getenv("SLACK_API_URL"), Log: e.logger(),
	}
	if o.API != "" {
		o.Ping = 24 * time.Hour // stand-ins do not ping
	}
	if id, secret := e.getenv("SLACK_CLIENT_ID"), e.getenv("SLACK_CLIENT_SECRET"); id != "" || secret != "" {
		o.Install = slack.Install{
			ClientID: id, ClientSecret: secret, Key: e.getenv("VISESBOT_SECRET_KEY"), URL: e.getenv("SLACK_REDIRECT_URL"),
			Random: rand.Reader, Vault: slackVault(nil),
		}
	}
	return o
}

// trySlack wants settings that make sense, and a token that Slack knows if it
// can be asked.
func trySlack(ctx context.Context, options slack.Options) error {
	channel, err := slack.New(options)
	if err != nil {
		return slackMisuse(err)
	}
	ctx, cancel := context.WithTimeout(ctx, checkPatience)
	defer cancel()
	if err := channel.Check(ctx); errors.Is(err, slack.ErrRefused) {
		return slackMisuse(err)
	}
	return nil
}

// slackMisuse names the variable that is wrong.
func slackMisuse(err error) error {
	for _, v := range []struct {
		err  error
		name string
	}{
		{slack.ErrBotToken, "SLACK_BOT_TOKEN"},
		{slack.ErrRefusedApp, "SLACK_APP_TOKEN"},
		{slack.ErrRefused, "SLACK_BOT_TOKEN"},
		{slack.ErrAppToken, "SLACK_APP_TOKEN"},
		{slack.ErrNoWayIn, "SLACK_APP_TOKEN or SLACK_SIGNING_SECRET"},
		{slack.ErrNoWayOut, "SLACK_BOT_TOKEN"},
		{slack.ErrInstall, "SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, VISESBOT_SECRET_KEY"},
		{slack.ErrAPI, "SLACK_API_URL"},
	} {
		if errors.Is(err, v.err) {
			return usageError{fmt.Errorf("%s: %w", v.name, err)}
		}
	}
	return err
}

// slackVault keeps the sealed tokens of workspaces.
func slackVault(store bot.Store) storeShelf { return storeShelf{store, "slack-installation-"} }

// storeShelf keeps what a channel has to know again among the files of the
// store, where every replica finds it. What is deleted is left empty.
type storeShelf struct {
	store  bot.Store
	prefix string
}

func (s storeShelf) Put(ctx context.Context, key string, sealed []byte) error {
	f := form.File{ID: s.prefix + key, Name: key, Type: "application/octet-stream", Size: int64(len(sealed))}
	return s.store.PutFile(ctx, f, bytes.NewReader(sealed))
}

func (s storeShelf) Get(ctx context.Context, key string) ([]byte, error) {
	_, body, err := s.store.File(ctx, s.prefix+key)
	if errors.Is(err, bot.ErrNotFound) {
		return nil, fs.ErrNotExist
	}
	if err != nil {
		return nil, err
	}
	defer body.Close()
	sealed, err := io.ReadAll(body)
	if err == nil && len(sealed) == 0 {
		return nil, fs.ErrNotExist
	}
	return sealed, err
}

func (s storeShelf) Delete(ctx context.Context, key string) error { return s.Put(ctx, key, nil) }
