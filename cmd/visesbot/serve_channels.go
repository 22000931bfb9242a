package main

import (
	"context"
	"io/fs"
	"net/http"
	"time"

	"visesbot/adapters/prometheus"
	"visesbot/adapters/slack"
	"visesbot/adapters/telegram"
	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/flows"
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

// premises are what there is by the time that channels are made.
type premises struct {
	store    bot.Store
	files    fs.FS // of the content
	scripts  bot.Scripts
	location *time.Location
	office   *office.Office
	commands *flows.Commands
}

// media are the pictures of the content; nil when there are none.
func (p premises) media() fs.FS {
	media, err := fs.Sub(p.files, "media")
	if err != nil {
		return nil
	}
	return media
}

// onlooker tells how conversations stand; nil with a store that does not tell.
func (p premises) onlooker() *bot.Onlooker {
	talks, ok := p.store.(bot.Talks)
	if !ok {
		return nil
	}
	return &bot.Onlooker{Talks: talks, Store: p.store, Scripts: p.scripts, Location: p.location, Office: p.office}
}

// plan makes a channel whose settings were found to be good.
type plan func(p premises) (served, error)

// tuning is what tests set.
type tuning struct {
	telegram func(*telegram.Options)
	slack    func(*slack.Options)
	clock    bot.Clock // nil: that of the world
	hasty    bool      // people press faster than anybody reads
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

func opened(plans []plan, on premises) ([]served, error) {
	var all []served
	for _, p := range plans {
		c, err := p(on)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}
