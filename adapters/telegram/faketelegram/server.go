package faketelegram

import (
	"net/http"
	"strings"
	"sync"
	"time"
)

// Options are what a server is made of; every field has a default.
type Options struct {
	Token    string           // "1234567:fake_token_of_nobody"
	Username string           // of the bot: "fake_visesbot"
	Now      func() time.Time // of limits and callback queries: the real time
	Limits   Limits           // none
	// QueryLife is how long a callback query can be answered: 15 s.
	QueryLife time.Duration
	// Retry is the first pause after a webhook call that failed: 1 s.
	Retry time.Duration
	// AnyWebhook takes webhook addresses that Telegram refuses: without TLS, on
	// other ports.
	AnyWebhook bool
}

// Server is the platform, with one bot. It is an [http.Handler], safe for use
// by many goroutines. Close it after the HTTP server that serves it.
type Server struct {
	o Options

	mu       sync.Mutex
	news     chan struct{} // closed when something changed
	last     struct{ update, message, user, group, query, file, poll int64 }
	chats    map[int64]*Chat
	queue    updates
	queries  map[string]*query
	files    map[string]*File
	commands map[string]string // by scope and language
	about    map[string]string // by field and language
	menu     string
	hook     *webhook
	faults   []*Fault
	calls    []Call
	rates    rates
	stop     chan struct{}
	done     sync.WaitGroup
}

// New makes a platform on which nothing happened yet.
func New(o Options) *Server {
	if o.Token == "" {
		o.Token = "1234567:fake_token_of_nobody"
	}
	if o.Username == "" {
		o.Username = "fake_visesbot"
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.QueryLife <= 0 {
		o.QueryLife = 15 * time.Second
	}
	if o.Retry <= 0 {
		o.Retry = time.Second
	}
	s := &Server{
		o: o, news: make(chan struct{}), chats: map[int64]*Chat{}, queries: map[string]*query{},
		files: map[string]*File{}, commands: map[string]string{}, about: map[string]string{}, stop: make(chan struct{}),
	}
	s.last.update, s.last.message, s.last.user, s.last.group = 500_000_000, 10, 7_000_000_000, 4_000
	return s
}

// Close ends webhook deliveries and polls that wait.
func (s *Server) Close() {
	s.mu.Lock()
	select {
	case <-s.stop:
	default:
		close(s.stop)
	}
	s.mu.Unlock()
	s.done.Wait()
}

// Token is what the bot has to show.
func (s *Server) Token() string { return s.o.Token }

// Username is the bot's, without the "@".
func (s *Server) Username() string { return s.o.Username }

// BotID is the bot's own user id.
func (s *Server) BotID() int64 { return 1_234_567 }

// changed wakes whoever waits. The lock is held.
func (s *Server) changed() {
	close(s.news)
	s.news = make(chan struct{})
}

// ServeHTTP is /bot<token>/<method> and /file/bot<token>/<path>.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path, isFile := strings.CutPrefix(r.URL.Path, "/file")
	token, method, found := strings.Cut(strings.TrimPrefix(path, "/bot"), "/")
	if !found || !strings.HasPrefix(path, "/bot") || !strings.Contains(token, ":") {
		write(w, nil, refuse(http.StatusNotFound, "Not Found"))
		return
	}
	if token != s.o.Token {
		write(w, nil, refuse(http.StatusUnauthorized, "Unauthorized"))
		return
	}
	if isFile {
		s.download(w, r, method)
		return
	}
	s.call(w, r, method)
}

// call carries out one method, ill or well.
func (s *Server) call(w http.ResponseWriter, r *http.Request, method string) {
	in, err := read(w, r)
	if err != nil {
		write(w, nil, err)
		return
	}
	fault := s.fault(method)
	s.note(method, in)
	if fault != nil && !fault.before(w, r, s.stop) {
		return
	}
	result, err := s.do(r, strings.ToLower(method), in)
	if fault != nil {
		fault.after(w, result, err)
		return
	}
	write(w, result, err)
}
