package telegram

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// PublicEndpoint is Telegram's own server.
const PublicEndpoint = "https://api.telegram.org"

// Options are what the channel is made of. Token is needed.
type Options struct {
	Token    string
	Endpoint string // of the Bot API server: PublicEndpoint
	Webhook  Webhook

	Files Files // has what was kept; nil: files are refused and none are sent
	Shelf Shelf // keeps what the channel has to know again after a start; nil: it forgets
	Media fs.FS // pictures of the content, by Media.Name; nil: none are shown

	Commands *flows.Commands // what stands in the menus; nil: they are empty

	Clock bot.Clock    // bot.RealClock
	Log   *slog.Logger // silent
	Rates Rates        // DefaultRates

	Poll    time.Duration // how long a poll waits for news: 50 seconds
	Call    time.Duration // how long any other call may take: 30 seconds
	Backoff time.Duration // first pause after a failure: 1 second

	// Moved is told when a group became a supergroup. The conversation keeps
	// its address; only what Telegram calls it has changed.
	Moved func(from, to bot.Address)
	// Transport carries the calls: http.DefaultTransport.
	Transport http.RoundTripper
}

// Webhook is where Telegram brings updates. Without a URL they are fetched by
// long polling.
type Webhook struct {
	URL    string
	Secret string // 1-256 of A-Z a-z 0-9 _ -
}

// Files has what was kept and is sent to people. A bot.Store is one.
type Files interface {
	// File opens what was kept, or returns bot.ErrNotFound.
	File(ctx context.Context, id string) (form.File, io.ReadCloser, error)
}

// What is wrong with the options, so that whoever read them from somewhere can
// say where.
var (
	ErrToken    = errors.New("this is no token of a Telegram bot: copy it from @BotFather, it looks like 123456:ABC-def")
	ErrEndpoint = errors.New("the address of a Bot API server looks like https://api.telegram.org")
	ErrWebhook  = errors.New("the address of a webhook looks like https://example.org/telegram/webhook")
	ErrSecret   = errors.New("the secret of a webhook has 1 to 256 letters, digits, _ or -")
	// ErrRefused is what Check returns for a token that Telegram does not know.
	ErrRefused = errors.New("telegram does not know this token, or it was revoked: copy it again from @BotFather")
)

func (o *Options) complete() error {
	if o.Endpoint == "" {
		o.Endpoint = PublicEndpoint
	}
	o.Endpoint = strings.TrimRight(o.Endpoint, "/")
	if o.Clock == nil {
		o.Clock = bot.RealClock{}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Rates == (Rates{}) {
		o.Rates = DefaultRates()
	}
	if o.Transport == nil {
		o.Transport = http.DefaultTransport
	}
	positive(&o.Poll, 50*time.Second)
	positive(&o.Call, 30*time.Second)
	positive(&o.Backoff, time.Second)
	return o.check()
}

func (o *Options) check() error {
	if !regexp.MustCompile(`^[0-9]{1,20}:[A-Za-z0-9_-]{1,100}$`).MatchString(o.Token) {
		return ErrToken
	}
	if !isAddress(o.Endpoint) {
		return ErrEndpoint
	}
	if o.Webhook.URL == "" {
		return nil
	}
	if !isAddress(o.Webhook.URL) {
		return ErrWebhook
	}
	if !regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`).MatchString(o.Webhook.Secret) {
		return ErrSecret
	}
	return nil
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil
}

func positive(v *time.Duration, otherwise time.Duration) {
	if *v <= 0 {
		*v = otherwise
	}
}

// pollSeconds is the wait of a poll as Telegram wants it.
func (o *Options) pollSeconds() string {
	return fmt.Sprint(max(1, int(min(o.Poll, 50*time.Second)/time.Second)))
}
