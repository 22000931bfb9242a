package slack

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// PublicAPI is where Slack itself answers.
const PublicAPI = "https://slack.com/api/"

// Options are what the channel is made of. Needed are a way in (AppToken or
// SigningSecret) and a way out (BotToken or Install).
type Options struct {
	BotToken      string // xoxb-…, of the one workspace of one's own
	AppToken      string // xapp-…: Socket Mode
	SigningSecret string // HTTP
	Install       Install
	API           string // PublicAPI

	Files Files     // keeps what people send; nil: files are refused
	Media fs.FS     // pictures of the content, by Media.Name; nil: none are shown
	Board Dashboard // fills the App Home; nil: there is none
	Talks Talks     // how conversations stand; nil: forms are filled in with the answer shown, and nobody is greeted
	Forms bot.Forms // gives the forms of buttons of kind "form"; nil: they are buttons like any other

	Commands *flows.Commands // what /vises knows; those of the office only where there are Forms

	Clock bot.Clock    // bot.RealClock
	Log   *slog.Logger // silent
	Rates Rates        // DefaultRates

	Call time.Duration // how long any call may take: 20 seconds
	Ping time.Duration // how long Socket Mode may be silent: 30 seconds; a stand-in may never ping
	// Transport carries the calls: http.DefaultTransport.
	Transport http.RoundTripper
}

// Install lets other workspaces install the app (OAuth v2). All fields but URL
// are needed, or none.
type Install struct {
	ClientID, ClientSecret string
	Key                    string    // VISESBOT_SECRET_KEY: signs states and encrypts tokens; further ones behind it, with spaces between, only open what they sealed
	Vault                  Vault     // keeps the encrypted tokens
	Random                 io.Reader // crypto/rand.Reader
	URL                    string    // where Slack sends people back: https://example.org/slack/oauth; empty: what the app's page says
}

// Files has what was kept and is sent to people. A bot.Store is one.
type Files interface {
	// File opens what was kept, or returns bot.ErrNotFound.
	File(ctx context.Context, id string) (form.File, io.ReadCloser, error)
}

// Talks knows how conversations stand.
type Talks interface {
	// Draft is what a person has begun to answer to the question on the table.
	Draft(ctx context.Context, a bot.Address) (string, error)
	// Table names what typed words would be for now, see [flows.Session.Table].
	Table(ctx context.Context, a bot.Address) (string, error)
	// Met tells whether the bot has ever said something to the person.
	Met(ctx context.Context, a bot.Address) (bool, error)
}

// What is wrong with the options, so that whoever read them from somewhere can
// say where.
var (
	ErrBotToken = errors.New("this is no bot token of Slack: copy the Bot User OAuth Token of the app's page OAuth & Permissions, it begins with xoxb-")
	ErrAppToken = errors.New("this is no app-level token of Slack: make one with the scope connections:write on the app's page Basic Information, it begins with xapp-")
	ErrNoWayIn  = errors.New("slack needs an app-level token (Socket Mode) or a signing secret (HTTP)")
	ErrNoWayOut = errors.New("slack needs a bot token, or what it takes to be installed into workspaces")
	ErrInstall  = errors.New("to be installed into several workspaces, Slack needs a client id, a client secret and a secret key of at least 32 random bytes (openssl rand -base64 32); an older one may stand behind it, with a space between")
	ErrAPI      = errors.New("the address of Slack's API looks like https://slack.com/api/")
	// ErrRefused is what Check returns, and Ready tells, of a token that Slack
	// does not know.
	ErrRefused = errors.New("slack does not know this token, or it was revoked: copy it again from the app's page")
	// ErrRefusedApp is the same of the app-level token; it is an ErrRefused.
	ErrRefusedApp = fmt.Errorf("%w (Basic Information, App-Level Tokens)", ErrRefused)
)

func (o *Options) complete() error {
	if o.API == "" {
		o.API = PublicAPI
	}
	o.API = strings.TrimRight(o.API, "/") + "/"
	if o.Clock == nil {
		o.Clock = bot.RealClock{}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Rates == nil {
		o.Rates = DefaultRates()
	}
	if o.Transport == nil {
		o.Transport = http.DefaultTransport
	}
	positive(&o.Call, 20*time.Second)
	positive(&o.Ping, 30*time.Second)
	return o.check()
}

func (o *Options) check() error {
	switch {
	case o.BotToken != "" && !strings.HasPrefix(o.BotToken, "xoxb-"):
		return ErrBotToken
	case o.AppToken != "" && !strings.HasPrefix(o.AppToken, "xapp-"):
		return ErrAppToken
	case o.AppToken == "" && o.SigningSecret == "":
		return ErrNoWayIn
	case o.Install != (Install{}) && !o.Install.complete():
		return ErrInstall
	case o.BotToken == "" && !o.Install.complete():
		return ErrNoWayOut
	}
	if u, err := url.Parse(o.API); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ErrAPI
	}
	return nil
}

func (i Install) complete() bool {
	return i.ClientID != "" && i.ClientSecret != "" && i.strong() && i.Vault != nil && i.Random != nil
}

// minKey is how many characters the key has at least that seals: 32 bytes in
// base64.
const minKey = 43

func (i Install) strong() bool { return len(i.keys()[0]) >= minKey }

// keys are those that open what is sealed; the first one seals. There is always
// one, which may be empty.
func (i Install) keys() []string {
	if all := strings.Fields(i.Key); len(all) > 0 {
		return all
	}
	return []string{""}
}

func positive(v *time.Duration, otherwise time.Duration) {
	if *v <= 0 {
		*v = otherwise
	}
}
