package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"visesbot/bot"
)

// grace is how long work in hand may take after a stop was asked for; the whole
// program ends within ten seconds.
const grace = 8 * time.Second

// serveOptions are the flags of serve, and what a test sets.
type serveOptions struct {
	addr string
	tune tuning // only for tests
}

func newServeCommand(e *env) *cobra.Command {
	var o serveOptions
	c := &cobra.Command{
		Use:   "serve",
		Short: "Run the bot on the channels that have a token",
		Long: `Runs the bot. The environment says where: a channel is on when its token is set.

  TELEGRAM_BOT_TOKEN       the token of the bot, from @BotFather
  TELEGRAM_WEBHOOK_URL     where Telegram brings updates (default: they are fetched);
                           it has to lead to /telegram/webhook here
  TELEGRAM_WEBHOOK_SECRET  1 to 256 of A-Z a-z 0-9 _ - ; needed with a webhook
  TELEGRAM_API_ENDPOINT    another Bot API server
  SLACK_BOT_TOKEN          the token of the bot in your own workspace
  SLACK_APP_TOKEN          Slack brings what people do by Socket Mode
  SLACK_SIGNING_SECRET     or by HTTP, to /slack/events and its neighbours here
  VISESBOT_STORE           where everything is kept
  VISESBOT_TIMEZONE        of people whose app does not tell theirs
                           (default: Europe/Brussels)

It answers /healthz (the program runs), /readyz (every channel and the store
work) and /metrics (for Prometheus). SIGTERM and Ctrl+C let work in hand end, within ten seconds.`,
		Example: "  TELEGRAM_BOT_TOKEN=… visesbot serve\n" +
			"  visesbot serve --addr :8080 --store mongodb://db.example/visesbot",
		Args: noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			if _, _, err := net.SplitHostPort(o.addr); err != nil {
				return misuse(c, fmt.Errorf("--addr is HOST:PORT, not %q", o.addr))
			}
			return serve(c.Context(), e, o)
		},
	}
	c.Flags().StringVar(&o.addr, "addr", ":8080", "where HTTP is answered, `HOST:PORT`")
	return c
}

// serve runs until ctx ends. What is wrong with the settings is found before
// anything starts.
func serve(ctx context.Context, e *env, o serveOptions) error {
	location, err := programmeZone(e)
	if err != nil {
		return err
	}
	plans, err := plannedChannels(ctx, e, o)
	if err != nil {
		return err
	}
	warnUnencrypted(e.logger(), e)
	script, files, err := loadScript(e)
	if err != nil {
		return err
	}
	links, err := linksOf(e, script)
	if err != nil {
		return err
	}
	store, err := openStore(ctx, e.storeURI())
	if err != nil {
		return err
	}
	defer store.Close()
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return busy(o.addr, err)
	}
	defer listener.Close()
	scripts, err := newLibrary(ctx, store, files, script, links)
	if err != nil {
		return err
	}
	var adapters []bot.Adapter
	if o.tune.clock == nil {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		o.tune.clock = clockOf(ctx, store)
	}
	office, err := newOffice(store, scripts.script, o.tune.clock, location, linksOn(&adapters), e.logger())
	if err != nil {
		return err
	}
	channels, err := opened(plans, premises{store, files, scripts, location, office, script.Commands})
	if err != nil {
		return err
	}
	adapters = adaptersOf(channels)
	return serveChannels(ctx, e, listener, channels, bot.Options{
		Codes: rand.Text, Taps: o.tune.taps(), Office: office, Clock: o.tune.clock,
		Store: store, Scripts: scripts, Words: script.Words, Log: e.logger(), Grace: grace, Location: location,
	})
}

func adaptersOf(channels []served) (all []bot.Adapter) {
	for _, c := range channels {
		all = append(all, c.channel)
	}
	return all
}

// taps are which presses count; in tests people press faster than anybody reads.
func (t tuning) taps() bot.Taps {
	if t.hasty {
		return bot.Taps{}
	}
	return bot.DefaultTaps()
}

// serveChannels runs the bot and answers HTTP, until ctx ends or one of them
// cannot go on.
func serveChannels(ctx context.Context, e *env, listener net.Listener, channels []served, o bot.Options) error {
	var names []string
	for _, c := range channels {
		o.Channels = append(o.Channels, c.channel)
		names = append(names, c.shown())
	}
	metrics, err := newMetrics(o.Store, channels, e.now)
	if err != nil {
		return err
	}
	o.Observer = metrics
	b, err := bot.New(o)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "visesbot serve: %s; http://%s\n", strings.Join(names, ", "), shownAddr(listener.Addr()))
	desk, err := newStoreDesk(o.Store, e)
	if err != nil {
		return err
	}
	desk.links = linksOn(&o.Channels)
	all, ctx := errgroup.WithContext(ctx)
	all.Go(func() error { return serveUntil(ctx, listener, serveMux(o.Store, channels, metrics), hookLimits()) })
	all.Go(func() error { return serveDesk(ctx, e.storeURI(), desk, o.Log) })
	all.Go(func() error { return b.Run(ctx) })
	return all.Wait()
}

// serveMux is what serve answers over HTTP.
func serveMux(store bot.Store, channels []served, metrics http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", alive)
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) { ready(w, r, store, channels) })
	mux.Handle("GET /metrics", metrics)
	for _, c := range channels {
		if c.path != "" {
			mux.Handle(c.path, c.calls)
		}
	}
	return mux
}

// programmeZone is the time zone of people whose platform does not tell theirs.
func programmeZone(e *env) (*time.Location, error) {
	name := e.getenv("VISESBOT_TIMEZONE")
	if name == "" {
		name = "Europe/Brussels"
	}
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, usageError{fmt.Errorf("VISESBOT_TIMEZONE: there is no time zone %q: write one like Europe/Brussels", name)}
	}
	return zone, nil
}

// errNoChannel is what serve says when nothing is set.
var errNoChannel = usageError{errors.New("no channel is set: put the token that @BotFather gave you in TELEGRAM_BOT_TOKEN, or Slack's in SLACK_BOT_TOKEN and SLACK_APP_TOKEN (to try without one: visesbot demo)")}
