package web_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/adapters/adaptertest"
	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows/flowtest"
)

func TestSuite(t *testing.T) {
	adaptertest.Run(t, "web", func(t testing.TB) adaptertest.Site { return newSite(t) })
}

// invitation is what opens every chat of the site.
const invitation = "atelier-9_Z"

// site is a page in the browsers of three people. It is served at the same
// address whichever channel is behind it.
type site struct {
	t      testing.TB
	server *httptest.Server
	client *http.Client
	config web.Config
	people []*visitor
	work   sync.WaitGroup
	gone   chan struct{}

	mu   sync.Mutex
	page *web.Adapter
}

func newSite(t testing.TB) *site {
	s := &site{t: t, client: &http.Client{Transport: &http.Transport{}}, gone: make(chan struct{})}
	s.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.now().ServeHTTP(w, r) }))
	s.config = web.Config{
		Addr: "127.0.0.1:0", Clock: bot.NewMovableClock(noon, 0), Files: newShelf(), Log: filepath.Join(t.TempDir(), "talk.jsonl"),
	}
	for _, name := range []string{"staff", "colleague", "partner"} {
		s.config.Chats = append(s.config.Chats, web.Chat{Name: name, Code: invitation, Person: name, Look: web.Phone})
		v := &visitor{site: s, chat: name, typed: make(chan request, 1000)}
		s.people = append(s.people, v)
		s.work.Go(v.deliver)
	}
	s.Open(t)
	t.Cleanup(func() {
		close(s.gone)
		s.work.Wait()
		s.server.CloseClientConnections()
		s.server.Close()
		_ = s.now().Close()
	})
	return s
}

func (s *site) now() *web.Adapter {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.page
}

func (s *site) Open(t testing.TB) bot.Adapter {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.page != nil {
		_ = s.page.Close()
	}
	page, err := web.New(s.config)
	if err != nil {
		t.Fatal(err)
	}
	s.page = page
	return page
}

func (s *site) Person(n int) adaptertest.Person {
	if n >= len(s.people) {
		return nil
	}
	return s.people[n]
}

func (s *site) Edits() {}
func (s *site) Rest()  { s.client.CloseIdleConnections() }

// Again sends what was taken last once more, as a page does that got no answer.
func (s *site) Again() {
	for _, v := range s.people {
		for _, q := range v.last(10) {
			_ = s.post(q)
		}
	}
}

// Oddities are requests that no page of ours makes.
func (s *site) Oddities() map[string]func() {
	odd := map[string]func(){}
	for name, q := range map[string]request{
		"no chat":          {"say", `{"id":"11112222-aaaa","text":"x"}`},
		"nobody's chat":    {"say", `{"chat":"nobody","id":"11112222-aaaa","text":"x"}`},
		"no id":            {"say", `{"chat":"staff","text":"x"}`},
		"no text":          {"say", `{"chat":"staff","id":"11112222-aaaa","text":" "}`},
		"half a request":   {"say", `{"chat":"staff"`},
		"wrong types":      {"say", `{"chat":7,"id":{},"text":[]}`},
		"a null":           {"press", `null`},
		"a press on air":   {"press", `{"chat":"staff","id":"11112222-aaaa","data":""}`},
		"a move nowhere":   {"clock", `{"move":"backwards"}`},
		"an unknown route": {"fly", `{}`},
	} {
		odd[name] = func() { _ = s.post(q) }
	}
	return odd
}

// Forgeries are made by pages of others.
func (s *site) Forgeries(p adaptertest.Person) map[string]func() bool {
	forge := func(change func(r *http.Request)) func() bool {
		return func() bool {
			r := s.request(request{"say", fmt.Sprintf(`{"chat":%q,"id":"99998888-aaaa","text":"forged"}`, p.(*visitor).chat)})
			change(r)
			answer, err := s.client.Do(r)
			if err != nil {
				return false
			}
			_ = answer.Body.Close()
			return answer.StatusCode/100 == 4
		}
	}
	return map[string]func() bool{
		"another page":      forge(func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") }),
		"no page of a site": forge(func(r *http.Request) { r.Header.Set("Origin", "null") }),
		"another site":      forge(func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }),
		"another name":      forge(func(r *http.Request) { r.Host = "evil.example" }),
		"a form":            forge(func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }),
	}
}

// request is what a page asks for.
type request struct{ what, body string }

func (s *site) request(q request) *http.Request {
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.server.URL+"/api/"+q.what, strings.NewReader(q.body))
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	return r
}

func (s *site) post(q request) error {
	answer, err := s.client.Do(s.request(q))
	if err != nil {
		return err
	}
	_ = answer.Body.Close()
	if answer.StatusCode != http.StatusNoContent {
		return errors.New(answer.Status)
	}
	return nil
}

// visitor is somebody with a page, who is patient: what was not taken is sent
// again, and only then what comes after.
type visitor struct {
	site  *site
	chat  string
	typed chan request

	mu   sync.Mutex
	acts int
	sent []request // and taken
}

func (v *visitor) deliver() {
	for {
		select {
		case <-v.site.gone:
			return
		case q := <-v.typed:
			for v.site.post(q) != nil {
				select {
				case <-v.site.gone:
					return
				case <-time.After(20 * time.Millisecond):
				}
			}
			v.mu.Lock()
			v.sent = append(v.sent, q)
			v.mu.Unlock()
		}
	}
}

func (v *visitor) last(n int) []request {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.sent[max(0, len(v.sent)-n):])
}

func (v *visitor) do(what string, with map[string]string) {
	v.mu.Lock()
	v.acts++
	with["chat"], with["id"] = v.chat, fmt.Sprintf("%s-%08d", v.chat, v.acts)
	v.mu.Unlock()
	body, err := json.Marshal(with)
	if err != nil {
		v.site.t.Error(err)
	}
	v.typed <- request{what, string(body)}
}

func (v *visitor) Address() bot.Address { return bot.Address("web:" + v.chat + "-1") }
func (v *visitor) Say(text string)      { v.do("say", map[string]string{"text": text}) }

// Reply answers a message.
func (v *visitor) Reply(id, text string) { v.do("say", map[string]string{"text": text, "under": id}) }

func (v *visitor) Start(code string) {
	if code != invitation {
		v.site.t.Errorf("a page that opens with %q is not there", code)
	}
	v.do("start", map[string]string{})
}

func (v *visitor) Press(label string) error {
	for _, m := range slices.Backward(v.messages()) {
		for _, b := range slices.Concat(m.Message.Buttons...) {
			if strings.HasPrefix(flowtest.Label(b), label) {
				v.do("press", map[string]string{"data": b.Data})
				return nil
			}
		}
	}
	return fmt.Errorf("there is no button %q", label)
}

// onPage is a message as a page is told.
type onPage struct {
	Chat    string
	ID      string
	Message *bot.Message
}

// messages are what a page that has just been opened is told.
func (v *visitor) messages() []onPage {
	answer, err := v.site.client.Get(v.site.server.URL + "/api/events")
	if err != nil {
		v.site.t.Fatal(err)
	}
	defer answer.Body.Close()
	var all struct{ Entries []onPage }
	in := bufio.NewScanner(answer.Body)
	in.Buffer(nil, 1<<22)
	(&reader{l: &lab{t: v.site.t}, in: in}).next("all", &all)
	return slices.DeleteFunc(all.Entries, func(e onPage) bool { return e.Chat != v.chat || e.Message == nil })
}

func (v *visitor) Shown() (all []adaptertest.Shown) {
	for _, e := range v.messages() {
		s := flowtest.ShownOf(e.Message.Lines, e.Message.Buttons)
		all = append(all, adaptertest.Shown{ID: e.ID, Below: e.Message.Under, Text: strings.Join(s.Lines, "\n"), Labels: s.Buttons})
	}
	return all
}
