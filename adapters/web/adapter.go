package web

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"

	"visesbot/bot"
)

// Adapter is the page as a channel of the bot. It is an [http.Handler].
type Adapter struct {
	config Config
	hosts  hosts
	talk   *talk
	routes http.Handler
	moves  atomic.Int64    // how often the clock was moved
	order  sync.Map        // *sync.Mutex by chat: what a person said stands before what is answered
	accept chan bot.Accept // holds the way in, once there is one
	calls  sync.WaitGroup  // requests that are being accepted
	done   chan struct{}   // closed when Receive ended
	once   sync.Once
}

var _ bot.Adapter = (*Adapter)(nil)

// New makes the page, and reads what was shown before. The page can be served
// at once; what people do waits for Receive.
func New(c Config) (*Adapter, error) {
	t, err := openTalk(c.Log, c.Clock.Now())
	if err != nil {
		return nil, err
	}
	a := &Adapter{
		config: c, talk: t, hosts: hostsOf(c.Addr),
		accept: make(chan bot.Accept, 1),
		done:   make(chan struct{}),
	}
	a.routes = a.guard(a.mux())
	return a, nil
}

// Name is the first part of the addresses of the page: "web".
func (a *Adapter) Name() string { return "web" }

// filesMax is how many files one message of the page brings, as on Telegram.
const filesMax = 10

// Capabilities of a page have no limits to speak of.
func (a *Adapter) Capabilities() bot.Capabilities {
	return bot.Capabilities{Row: 5, Edits: true, Pictures: true, Files: true, Enclosed: filesMax}
}

// Round counts how often the demo was started again, from 1.
func (a *Adapter) Round() int { return a.talk.now() }

// Receive hands to accept what people do on the page, until ctx ends. What is
// being accepted then is told to end, and the pages that follow the talk are let
// go.
func (a *Adapter) Receive(ctx context.Context, accept bot.Accept) error {
	a.accept <- func(call context.Context, u bot.Update) error {
		call, cancel := context.WithCancel(call)
		defer cancel()
		defer context.AfterFunc(ctx, cancel)()
		return accept(call, u)
	}
	<-ctx.Done()
	<-a.accept
	a.calls.Wait()
	a.once.Do(func() { close(a.done) })
	return nil
}

// Send shows a message on every page that is open, after it was kept.
func (a *Adapter) Send(_ context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	chat, ok := a.chatAt(to)
	if !ok {
		return "", &bot.SendError{Kind: bot.Permanent, Err: errors.New("this talk was started again")}
	}
	defer a.lock(chat.Name)()
	id, err := a.talk.show(chat.Name, a.config.Clock.Now(), m)
	if err != nil {
		return "", &bot.SendError{Kind: bot.Temporary, Err: err}
	}
	return bot.Receipt(id), nil
}

// Close closes the file of the talk.
func (a *Adapter) Close() error { return a.talk.close() }

// ServeHTTP answers the page and its requests.
func (a *Adapter) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.routes.ServeHTTP(w, r) }

func (a *Adapter) lock(chat string) (unlock func()) {
	one, _ := a.order.LoadOrStore(chat, &sync.Mutex{})
	held, _ := one.(*sync.Mutex)
	held.Lock()
	return held.Unlock
}

func (a *Adapter) address(chat string) bot.Address {
	return bot.Address("web:" + RoundChat(chat, a.Round()))
}

func (a *Adapter) chat(name string) (Chat, bool) {
	for _, c := range a.chats() {
		if c.Name == name {
			return c, true
		}
	}
	return Chat{}, false
}

func (a *Adapter) chatAt(to bot.Address) (Chat, bool) {
	name, _, _ := strings.Cut(strings.TrimPrefix(string(to), "web:"), "-")
	c, ok := a.chat(name)
	return c, ok && to == a.address(name)
}
