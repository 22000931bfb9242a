package telegram_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"visesbot/adapters/adaptertest"
	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
)

// TestTheSuiteBites breaks the channel in the ways that the doc of adaptertest
// names, and wants the suite to notice each.
func TestTheSuiteBites(t *testing.T) {
	adaptertest.Bites(t, func(t testing.TB) adaptertest.Site { return poller(t) }, map[string]func(testing.TB) adaptertest.Site{
		"acknowledged before it is stored": receiving(func(_ *broken, accept bot.Accept) bot.Accept {
			return func(ctx context.Context, u bot.Update) error { _ = accept(ctx, u); return nil }
		}),
		"the offset moved early":              tuned(offsetEarly),
		"the token in an error":               sending(tokenTold),
		"a button press that is not answered": tuned(unanswered),
		"retry_after ignored":                 sending(noPause),
		"no de-duplication":                   receiving(otherIDs),
		"a double tap counts twice":           receiving(tapsAgain),
		"no order":                            receiving(backwards),
		"what is unsigned is accepted":        unsigned,
		"its own messages are heard":          sending(heard),
		"a limit of size that is off by one": func(t testing.TB) adaptertest.Site {
			b := poller(t)
			b.longer = 1
			return b
		},
		"a limit of pace that is off by one": tuned(func(o *telegram.Options) {
			o.Rates = telegram.DefaultRates()
			o.Rates.Burst = faketelegram.Published().Burst + 1
		}),
	})
}

// broken is the site with a channel that something is wrong with.
type broken struct {
	*site
	receive func(b *broken, accept bot.Accept) bot.Accept
	send    func(b *broken, to bot.Address, m bot.Message, r bot.Receipt, err error) (bot.Receipt, error)
	options func(o *telegram.Options)
	longer  int // than the longest text

	mu     sync.Mutex
	accept bot.Accept
	memory []bot.Update
}

func poller(t testing.TB) *broken {
	return &broken{site: newSite(t, false, faketelegram.Published()), options: func(*telegram.Options) {}}
}

func receiving(how func(*broken, bot.Accept) bot.Accept) func(testing.TB) adaptertest.Site {
	return func(t testing.TB) adaptertest.Site {
		b := poller(t)
		b.receive = how
		return b
	}
}

func sending(how func(*broken, bot.Address, bot.Message, bot.Receipt, error) (bot.Receipt, error)) func(testing.TB) adaptertest.Site {
	return func(t testing.TB) adaptertest.Site {
		b := poller(t)
		b.send = how
		return b
	}
}

func tuned(change func(*telegram.Options)) func(testing.TB) adaptertest.Site {
	return func(t testing.TB) adaptertest.Site {
		b := poller(t)
		b.options = change
		return b
	}
}

// unsigned lets everybody in.
func unsigned(t testing.TB) adaptertest.Site {
	b := &broken{site: newSite(t, true, faketelegram.Published()), options: func(*telegram.Options) {}}
	b.hook.Close()
	b.hook = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
		b.call(w, r)
	}))
	return b
}

func (b *broken) Open(t testing.TB) bot.Adapter {
	o := b.site.options()
	b.options(&o)
	channel, err := telegram.New(o)
	if err != nil {
		t.Fatal(err)
	}
	b.site.mu.Lock()
	b.channel = channel
	b.site.mu.Unlock()
	return &brokenChannel{channel, b}
}

type brokenChannel struct {
	bot.Adapter
	b *broken
}

func (c *brokenChannel) Capabilities() bot.Capabilities {
	can := c.Adapter.Capabilities()
	can.TextMax += c.b.longer
	return can
}

func (c *brokenChannel) Receive(ctx context.Context, accept bot.Accept) error {
	c.b.accept = accept
	if c.b.receive != nil {
		accept = c.b.receive(c.b, accept)
	}
	return c.Adapter.Receive(ctx, accept)
}

func (c *brokenChannel) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	r, err := c.Adapter.Send(ctx, to, m)
	if c.b.send != nil {
		return c.b.send(c.b, to, m, r, err)
	}
	return r, err
}

// tokenTold tells the address of a call that failed.
func tokenTold(_ *broken, _ bot.Address, _ bot.Message, r bot.Receipt, err error) (bot.Receipt, error) {
	var s *bot.SendError
	if errors.As(err, &s) {
		s.Err = fmt.Errorf("Post https://api.telegram.org/bot%s/sendMessage: %w", token, s.Err)
	}
	return r, err
}

// noPause says at once that it may be tried again.
func noPause(_ *broken, _ bot.Address, _ bot.Message, r bot.Receipt, err error) (bot.Receipt, error) {
	var s *bot.SendError
	if errors.As(err, &s) {
		s.After = 0
	}
	return r, err
}

// heard brings what the bot has said.
func heard(b *broken, to bot.Address, m bot.Message, r bot.Receipt, err error) (bot.Receipt, error) {
	_ = b.accept(context.Background(), bot.Update{ID: "own" + string(r), Address: to, Text: m.Lines[0].Text})
	return r, err
}

// otherIDs names an update otherwise each time.
func otherIDs(b *broken, accept bot.Accept) bot.Accept {
	return func(ctx context.Context, u bot.Update) error {
		b.mu.Lock()
		b.memory = append(b.memory, u)
		u.ID += "-" + strconv.Itoa(len(b.memory))
		b.mu.Unlock()
		return accept(ctx, u)
	}
}

// tapsAgain brings every press twice.
func tapsAgain(_ *broken, accept bot.Accept) bot.Accept {
	return func(ctx context.Context, u bot.Update) error {
		err := accept(ctx, u)
		if u.Press != "" && err == nil {
			u.ID += "-again"
			err = accept(ctx, u)
		}
		return err
	}
}

// backwards brings two updates of a conversation the other way round.
func backwards(b *broken, accept bot.Accept) bot.Accept {
	return func(ctx context.Context, u bot.Update) error {
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.memory = append(b.memory, u); len(b.memory) == 1 {
			return nil
		}
		for len(b.memory) > 0 {
			last := len(b.memory) - 1
			if err := accept(ctx, b.memory[last]); err != nil {
				return err
			}
			b.memory = b.memory[:last]
		}
		return nil
	}
}

// meddler stands between the channel and the platform.
type meddler struct {
	http.RoundTripper
	method string // of the Bot API
	meddle func(through http.RoundTripper, r *http.Request) (*http.Response, error)
}

func (m meddler) RoundTrip(r *http.Request) (*http.Response, error) {
	if path.Base(r.URL.Path) == m.method {
		return m.meddle(m.RoundTripper, r)
	}
	return m.RoundTripper.RoundTrip(r)
}

// unanswered lets the channel believe that it has answered a press.
func unanswered(o *telegram.Options) {
	o.Transport = meddler{o.Transport, "answerCallbackQuery", func(_ http.RoundTripper, r *http.Request) (*http.Response, error) {
		return said(r, `{"ok":true,"result":true}`), nil
	}}
}

func said(r *http.Request, text string) *http.Response {
	return &http.Response{StatusCode: http.StatusOK, Request: r, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(text))}
}

// offsetEarly confirms updates as soon as they were fetched.
func offsetEarly(o *telegram.Options) {
	o.Transport = meddler{o.Transport, "getUpdates", func(through http.RoundTripper, r *http.Request) (*http.Response, error) {
		answer, err := through.RoundTrip(r)
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		text, err := io.ReadAll(answer.Body)
		ids := regexp.MustCompile(`"update_id":(\d+)`).FindAllStringSubmatch(string(text), -1)
		if err != nil || len(ids) == 0 {
			return said(r, string(text)), err
		}
		last, _ := strconv.Atoi(ids[len(ids)-1][1])
		confirm := r.Clone(r.Context())
		confirm.URL.RawQuery = fmt.Sprintf("offset=%d&timeout=0", last+1)
		confirm.Body, confirm.ContentLength = nil, 0
		if confirmed, err := through.RoundTrip(confirm); err == nil {
			_ = confirmed.Body.Close()
		}
		return said(r, string(text)), nil
	}}
}
