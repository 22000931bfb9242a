package telegram_test

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"visesbot/adapters/adaptertest"
	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
)

// secret is that of the webhook, and token that of the bot.
const (
	secret = "s3cret-of-the_webhook"
	token  = "1234567:token-that_must_not_be_seen"
)

// site is the fake platform, with one bot that polls, or one with a webhook.
type site struct {
	t         testing.TB
	clock     *bot.MovableClock
	platform  *faketelegram.Server
	server    *httptest.Server
	transport *http.Transport
	log       *loud
	people    []*person
	files     *shelf

	hooked  bool
	hook    *httptest.Server
	mu      sync.Mutex
	channel *telegram.Adapter
}

func newSite(t testing.TB, hooked bool, limits faketelegram.Limits) *site {
	s := &site{t: t, clock: bot.NewMovableClock(time.Now, 0), log: &loud{}, hooked: hooked, files: &shelf{}}
	s.platform = faketelegram.New(faketelegram.Options{
		Token: token, Now: s.clock.Now, Limits: limits, AnyWebhook: true, Retry: 10 * time.Millisecond,
	})
	s.server = httptest.NewServer(s.platform)
	s.transport = &http.Transport{}
	s.hook = httptest.NewServer(http.HandlerFunc(s.call))
	for _, name := range []string{"Noor", "Sam", "Robin"} {
		p := s.platform.Person(name, "nl")
		p.Chat().Opened()
		s.people = append(s.people, &person{p, s})
	}
	t.Cleanup(func() {
		s.platform.Close()
		s.hook.Close()
		s.server.CloseClientConnections()
		s.server.Close()
	})
	return s
}

// call brings a webhook call to the channel of the moment.
func (s *site) call(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	channel := s.channel
	s.mu.Unlock()
	if channel == nil {
		http.Error(w, "nobody is there", http.StatusBadGateway)
		return
	}
	channel.ServeHTTP(w, r)
}

func (s *site) options() telegram.Options {
	o := telegram.Options{
		Token: token, Endpoint: s.server.URL, Clock: s.clock, Transport: s.transport, Files: s.files,
		Poll: time.Second, Call: 5 * time.Second, Backoff: 20 * time.Millisecond,
		Commands: commands(),
		Media:    fstest.MapFS{"chain.nl.png": {Data: png()}},
		Log:      slog.New(slog.NewTextHandler(s.log, nil)),
	}
	if s.hooked {
		o.Webhook = telegram.Webhook{URL: s.hook.URL, Secret: secret}
	}
	return o
}

func (s *site) Open(t testing.TB) bot.Adapter {
	channel, err := telegram.New(s.options())
	if err != nil {
		t.Fatal(err)
	}
	s.mu.Lock()
	s.channel = channel
	s.mu.Unlock()
	return channel
}

func (s *site) Person(n int) adaptertest.Person {
	if n >= len(s.people) {
		return nil
	}
	return s.people[n]
}

func (s *site) Edits()                           {}
func (s *site) TapsCountOnce()                   {}
func (s *site) Again()                           { s.platform.Again(10) }
func (s *site) Spinning() int                    { return s.platform.Unanswered() }
func (s *site) Refused() int                     { return s.platform.Refused() }
func (s *site) Pass(d time.Duration)             { s.clock.Move(d) }
func (s *site) Secrets() []string                { return []string{token, secret} }
func (s *site) Logged() string                   { return s.log.String() }
func (s *site) Rest()                            { s.transport.CloseIdleConnections() }
func (s *site) Sendings() int                    { return len(s.platform.Calls("sendMessage")) }
func (s *site) fail(f faketelegram.Fault) func() { f.Times = -1; return s.platform.Fail(f) }

// Forgeries are calls of the webhook; where there is none, nobody may call.
func (s *site) Forgeries(p adaptertest.Person) map[string]func() bool {
	body := fmt.Sprintf(`{"update_id":99,"message":{"message_id":9,"from":{"id":%[1]d},"chat":{"id":%[1]d,"type":"private"},"text":"vals"}}`, p.(*person).ID())
	all := map[string]func() bool{}
	for name, with := range map[string]string{"no secret": "", "another secret": "another", "half a secret": secret[:8], "more than the secret": secret + "0"} {
		all[name] = func() bool {
			r, err := http.NewRequest(http.MethodPost, s.hook.URL, strings.NewReader(body))
			if err != nil {
				return false
			}
			if with != "" {
				r.Header.Set("X-Telegram-Bot-Api-Secret-Token", with)
			}
			response, err := http.DefaultClient.Do(r)
			if err != nil {
				return false
			}
			_ = response.Body.Close()
			return response.StatusCode/100 == 4
		}
	}
	return all
}

// Bounds are Telegram's; 8 buttons stand in a row at most, 100 below a message.
func (s *site) Bounds() bot.Capabilities {
	return bot.Capabilities{TextMax: 4096, CaptionMax: 1024, Buttons: 100, Row: 8}
}

func (s *site) Down() func() {
	return s.fail(faketelegram.Fault{Code: 502, Raw: "<html>Bad Gateway</html>"})
}

func (s *site) Dead() func() { return s.fail(faketelegram.Fault{Drop: true}) }

func (s *site) Hang(d time.Duration) func() {
	return s.fail(faketelegram.Fault{Delay: d, Slow: true})
}

func (s *site) Forget() func() {
	return s.fail(faketelegram.Fault{Code: 401, Description: "Unauthorized"})
}

func (s *site) Throttle(pause time.Duration) {
	n := int(pause / time.Second)
	s.platform.Fail(faketelegram.Fault{
		Method: "sendMessage", Code: 429, RetryAfter: n, Description: "Too Many Requests: retry after " + strconv.Itoa(n),
	})
}

func (s *site) Oddities() map[string]func() {
	other := s.platform.Group("Een groep")
	odd := map[string]func(){
		"a sticker":           func() { s.people[1].Person.Send(map[string]any{"sticker": map[string]any{"emoji": "x"}}) },
		"talk in a group":     func() { other.Say(s.people[1].Person, "wat eten we?") },
		"somebody joined":     func() { other.Join(s.people[1].Person) },
		"another bot's order": func() { other.Say(s.people[1].Person, "/start@another_bot CODE") },
		"an inaccessible message": func() {
			_, _ = s.channel.Send(s.t.Context(), s.people[1].Address(), bot.Message{Lines: adaptertest.Corpus()["ticks"].Lines, Buttons: adaptertest.Corpus()["ticks"].Buttons})
			_ = s.people[1].PressOld("✓")
		},
	}
	for name, raw := range map[string]string{
		"an unknown kind":      `{"update_id":%d,"message_reaction_of_2031":{"emoji":["x"]}}`,
		"no message":           `{"update_id":%d}`,
		"an empty message":     `{"update_id":%d,"message":{}}`,
		"a null":               `{"update_id":%d,"message":null,"callback_query":null}`,
		"wrong types":          `{"update_id":%d,"message":{"message_id":"x","chat":7}}`,
		"no sender":            `{"update_id":%d,"message":{"message_id":1,"chat":{"id":5,"type":"private"},"text":"x"}}`,
		"a press on nothing":   `{"update_id":%d,"callback_query":{"id":"1"}}`,
		"a press without data": `{"update_id":%d,"callback_query":{"id":"1","from":{"id":1},"message":{"chat":{"id":1}}}}`,
		"a channel's post":     `{"update_id":%d,"channel_post":{"message_id":1,"chat":{"id":-100,"type":"channel"},"text":"x"}}`,
		"a huge number":        `{"update_id":%d,"message":{"message_id":99999999999999999999}}`,
	} {
		odd[name] = func() { s.platform.Raw(raw) }
	}
	own := fmt.Sprintf(`{"update_id":%%d,"message":{"message_id":1,"from":{"id":%d,"is_bot":true},"chat":{"id":%d,"type":"private"},"text":"x"}}`, s.platform.BotID(), s.people[0].ID())
	odd["the bot's own message"] = func() { s.platform.Raw(own) }
	if !s.hooked {
		odd["no update at all"] = func() { s.platform.Raw(`"hello"`) }
	}
	return odd
}

// person is somebody with the app.
type person struct {
	*faketelegram.Person
	site *site
}

func (p *person) Address() bot.Address {
	return bot.Address("telegram:" + strconv.FormatInt(p.ID(), 10))
}

func (p *person) Say(text string)   { p.Person.Say(text) }
func (p *person) Start(code string) { p.Person.Say("/start " + code) }

// Reply answers a message.
func (p *person) Reply(id, text string) {
	n, _ := strconv.ParseInt(id, 10, 64)
	p.Person.Reply(n, text)
}

func (p *person) Delete(id string) {
	n, _ := strconv.ParseInt(id, 10, 64)
	p.Chat().Delete(n)
}

func (p *person) Shown() []adaptertest.Shown {
	var all []adaptertest.Shown
	for _, m := range p.Chat().FromBot() {
		s := adaptertest.Shown{ID: strconv.FormatInt(m.ID, 10), Text: m.Text}
		if m.ReplyTo != 0 {
			s.Below = strconv.FormatInt(m.ReplyTo, 10)
		}
		for _, e := range m.Entities {
			s.Text += "\n" + e.URL
		}
		for _, row := range m.Keyboard {
			for _, b := range row {
				s.Labels = append(s.Labels, b.Text)
			}
		}
		all = append(all, s)
	}
	return all
}

// loud is a buffer that is read while it is written.
type loud struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *loud) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *loud) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

var _ io.Writer = (*loud)(nil)
