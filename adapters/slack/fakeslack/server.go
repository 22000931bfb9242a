package fakeslack

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Options are what a fake is made of. Now is needed.
type Options struct {
	BotToken      string // of the home workspace; empty: the app is not installed there
	AppToken      string // Socket Mode
	SigningSecret string
	ClientID      string // with ClientSecret: other workspaces may install the app
	ClientSecret  string

	Now     func() time.Time
	Limits  *Limits         // DefaultLimits
	Retries []time.Duration // after which something is brought again: at once, a minute, five minutes
	Ack     time.Duration   // how long is waited for an acknowledgement: 3 seconds of real time
	Ping    time.Duration   // of a WebSocket: 5 seconds
}

// The home workspace, the app and its bot.
const (
	HomeTeam = "T0HOME"
	AppID    = "A0APP"
	BotUser  = "U0BOT"
	BotID    = "B0BOT"
)

// Server is the fake. It is an [http.Handler]: the Web API is below /api/.
type Server struct {
	o      Options
	limits Limits
	routes http.Handler
	ctx    context.Context
	cancel context.CancelFunc
	work   sync.WaitGroup

	mu       sync.Mutex
	seq      int
	tokens   map[string]string // team by bot token
	revoked  map[string]bool
	people   map[string]*Person
	channels map[string]*channel
	views    map[string]*view
	triggers map[string]*trigger
	files    map[string]*file
	codes    map[string]string // team by OAuth code
	rates    rates
	faults   []*Fault
	calls    []Call
	refused  int
	conns    []*conn
	tickets  map[string]bool
	lines    map[string]*line // what waits to be brought, by person
	brought  []*delivery      // acknowledged, newest last
	open     map[string]*delivery
	app      string // where the app takes requests; empty: Socket Mode
	late     int
}

// New makes a fake with an empty home workspace.
func New(o Options) *Server {
	s := &Server{
		o: o, limits: DefaultLimits(),
		tokens: map[string]string{}, revoked: map[string]bool{}, people: map[string]*Person{}, channels: map[string]*channel{},
		views: map[string]*view{}, triggers: map[string]*trigger{}, files: map[string]*file{}, codes: map[string]string{},
		tickets: map[string]bool{}, lines: map[string]*line{}, open: map[string]*delivery{},
	}
	if o.Limits != nil {
		s.limits = *o.Limits
	}
	if s.o.Retries == nil {
		s.o.Retries = []time.Duration{0, time.Minute, 5 * time.Minute}
	}
	if s.o.Ack == 0 {
		s.o.Ack = 3 * time.Second
	}
	if s.o.Ping == 0 {
		s.o.Ping = 5 * time.Second
	}
	if o.BotToken != "" {
		s.tokens[o.BotToken] = HomeTeam
	}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.routes = s.mux()
	s.work.Go(s.again)
	return s
}

// Deliver lets events, interactions and commands be posted to an app that takes
// them below this address (…/slack/events and so on), instead of over Socket
// Mode.
func (s *Server) Deliver(app string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.app = app
}

// Close ends the connections and whatever is going on.
func (s *Server) Close() {
	s.cancel()
	s.Cut()
	s.work.Wait()
}

func (s *Server) mux() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("/api/{method}", s.api)
	m.HandleFunc("GET /socket", s.socket)
	m.HandleFunc("POST /upload/{id}", s.upload)
	m.HandleFunc("GET /files/{id}", s.download)
	m.HandleFunc("GET /oauth/v2/authorize", s.authorize)
	return m
}

// ServeHTTP answers as slack.com does.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.routes.ServeHTTP(w, r) }

// id makes a name that nothing else has. The lock is held.
func (s *Server) id(kind string) string {
	s.seq++
	return fmt.Sprintf("%s0%05d", kind, s.seq)
}

// ts makes the name of a message: its time, and what tells it from others. The
// lock is held.
func (s *Server) ts() string {
	s.seq++
	return fmt.Sprintf("%d.%06d", s.o.Now().Unix(), s.seq%1_000_000)
}

// Call is one call that reached the fake.
type Call struct {
	Method string
	At     time.Time
	Args   map[string]any
	Answer map[string]any
}

// Calls gives the calls of a method, those that were refused too; all for "".
func (s *Server) Calls(method string) (calls []Call) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.calls {
		if method == "" || c.Method == method {
			calls = append(calls, c)
		}
	}
	return calls
}

// Refused counts the calls that were too fast.
func (s *Server) Refused() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.refused
}

// Late counts what was not acknowledged in time.
func (s *Server) Late() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.late
}

// Revoke makes a bot token worthless.
func (s *Server) Revoke(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.revoked[token] = true
}
