package main

import (
	"context"
	"io/fs"
	"net/http"

	"visesbot/adapters/prometheus"
	"visesbot/adapters/slack"
	"visesbot/adapters/telegram"
	"visesbot/bot"
)

// served is a channel that serve runs.
type served struct {
	channel bot.Adapter
	ready   func() error // nil when it can talk with its platform
	shown   func() string
	counts  func() prometheus.Counts
	path    string       // where the platform calls; empty: nowhere
	calls   http.Handler // of path
}

// plan makes a channel whose settings were found to be good, once the store and
// the pictures are there.
type plan func(store bot.Store, media fs.FS) (served, error)

// tuning is what tests set.
type tuning struct {
	telegram func(*telegram.Options)
	slack    func(*slack.Options)
}

// plannedChannels reads the settings of every channel and tries its token. A
// platform that cannot be reached now is no reason not to start.
func plannedChannels(ctx context.Context, e *env, o serveOptions) ([]plan, error) {
	var all []plan
	for _, planned := range []func(context.Context, *env, serveOptions) (plan, error){planTelegram, planSlack} {
		p, err := planned(ctx, e, o)
		if err != nil {
			return nil, err
		}
		if p != nil {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return nil, errNoChannel
	}
	return all, nil
}

func opened(plans []plan, store bot.Store, files fs.FS) ([]served, error) {
	media, err := fs.Sub(files, "media")
	if err != nil {
		media = nil // no pictures, then
	}
	var all []served
	for _, p := range plans {
		c, err := p(store, media)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}
