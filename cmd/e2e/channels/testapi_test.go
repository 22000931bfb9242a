package channels

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/adapters/telegram"
	"visesbot/bot"
)

// testToken is a token as Telegram gives them.
const testToken = "1234567:token_for_a_stand-in"

// testAPI are people on telegram-test-api.
type testAPI struct {
	channel *telegram.Adapter
	url     string         // of the stand-in
	people  map[string]int // user id by name; the private chat has the same
}

// onTestAPI is a message as telegram-test-api keeps it.
type onTestAPI struct {
	MessageID int `json:"messageId"`
	Message   struct {
		ChatID any    `json:"chat_id"`
		Text   string `json:"text"`
		Markup struct {
			Rows [][]struct {
				Text string `json:"text"`
				Data string `json:"callback_data"`
			} `json:"inline_keyboard"`
		} `json:"reply_markup"`
	} `json:"message"`
}

func newTestAPI(w world, folder string, hooked bool) platform {
	port := freePort(w)
	launch(w.t, "listening", "node", "testdata/telegram.js", folder, port)
	p := &testAPI{url: "http://127.0.0.1:" + port, people: map[string]int{}}
	mended := httptest.NewServer(http.HandlerFunc(p.mend))
	hook := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", "the-secret_of-the-hook") // it brings none
		p.channel.ServeHTTP(rw, r)
	}))
	w.t.Cleanup(func() { hook.Close(); mended.Close() })
	o := telegram.Options{
		Token: testToken, Endpoint: mended.URL, Clock: w.clock, Files: w.store, Rates: fast(), Transport: &http.Transport{},
		Poll: time.Second,
	}
	if hooked {
		o.Webhook = telegram.Webhook{URL: hook.URL, Secret: "the-secret_of-the-hook"}
	}
	var err error
	if p.channel, err = telegram.New(o); err != nil {
		w.t.Fatal(err)
	}
	for i, person := range w.people {
		p.people[person.Name] = 1000 + i
	}
	return p
}

func freePort(w world) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		w.t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// mend passes a call of the bot on, and mends in the answer what Telegram would
// say otherwise: see the doc of this package.
func (p *testAPI) mend(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	method := path.Base(r.URL.Path)
	form, _ := url.ParseQuery(string(body))
	if method == "editMessageText" && !form.Has("reply_markup") {
		form.Set("reply_markup", `{"inline_keyboard":[]}`) // it would keep the old one
		body = []byte(form.Encode())
	}
	for wait := 0; err == nil; wait++ {
		var answer answered
		if answer, err = p.pass(r, body); err != nil {
			break
		}
		if method == "getUpdates" && string(answer.Result) == "[]" && wait < 50 && r.Context().Err() == nil {
			time.Sleep(20 * time.Millisecond) // it has no long polling
			continue
		}
		if method == "editMessageText" && string(answer.Result) == "null" {
			answer.Result = edited(form)
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(answer) // nobody is there any more
		return
	}
	http.Error(w, err.Error(), http.StatusBadGateway)
}

// answered is what the Bot API says.
type answered struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result,omitempty"`
	Code        int             `json:"error_code,omitempty"`
	Description string          `json:"description,omitempty"`
}

func (p *testAPI) pass(r *http.Request, body []byte) (a answered, err error) {
	on, err := http.NewRequestWithContext(r.Context(), r.Method, p.url+r.URL.Path, bytes.NewReader(body))
	if err != nil {
		return a, err
	}
	on.Header.Set("Content-Type", r.Header.Get("Content-Type"))
	answer, err := http.DefaultClient.Do(on)
	if err != nil {
		return a, err
	}
	defer answer.Body.Close()
	return a, json.NewDecoder(answer.Body).Decode(&a)
}

// edited is the message that Telegram answers an edit with.
func edited(form url.Values) json.RawMessage {
	return fmt.Appendf(nil, `{"message_id":%s,"date":1,"chat":{"id":%s,"type":"private"}}`, form.Get("message_id"), form.Get("chat_id"))
}

func (p *testAPI) adapter() bot.Adapter { return p.channel }

func (p *testAPI) start(person string) error {
	if err := reached(p.channel); err != nil {
		return err
	}
	m := p.message(person, "/start "+code(person))
	m["entities"] = []any{map[string]any{"type": "bot_command", "offset": 0, "length": len("/start")}}
	return ask(p.url+"/sendCommand", m, nil)
}

func (p *testAPI) say(person, text string) error {
	return ask(p.url+"/sendMessage", p.message(person, text), nil)
}

func (p *testAPI) message(person, text string) map[string]any {
	return map[string]any{"botToken": testToken, "from": p.user(person), "chat": p.private(person), "date": 1, "text": text}
}

func (p *testAPI) user(person string) map[string]any {
	return map[string]any{"id": p.people[person], "is_bot": false, "first_name": person}
}

func (p *testAPI) private(person string) map[string]any {
	return map[string]any{"id": p.people[person], "type": "private", "first_name": person}
}

func (p *testAPI) press(person, begin string) error {
	all, err := p.messages(p.people[person])
	if err != nil {
		return err
	}
	for _, m := range slices.Backward(all) {
		for _, b := range slices.Concat(m.Message.Markup.Rows...) {
			if strings.HasPrefix(b.Text, begin) {
				return ask(p.url+"/sendCallback", map[string]any{
					"botToken": testToken, "from": p.user(person), "data": b.Data,
					"message": map[string]any{"message_id": m.MessageID, "date": 1, "chat": p.private(person)},
				}, nil)
			}
		}
	}
	return fmt.Errorf("there is no button %q", begin)
}

// messages are those of the bot in a chat.
func (p *testAPI) messages(chat int) ([]onTestAPI, error) {
	var all struct{ Result []json.RawMessage }
	if err := ask(p.url+"/getUpdatesHistory", map[string]string{"token": testToken}, &all); err != nil {
		return nil, err
	}
	var of []onTestAPI
	for _, raw := range all.Result {
		var m onTestAPI
		if json.Unmarshal(raw, &m) == nil && fmt.Sprint(m.Message.ChatID) == strconv.Itoa(chat) {
			of = append(of, m)
		}
	}
	return of, nil
}

func (p *testAPI) look(to bot.Address, r bot.Receipt) (string, seen, error) {
	for name, id := range p.people {
		if strconv.Itoa(id) != to.Talk() {
			continue
		}
		all, err := p.messages(id)
		if err != nil {
			return "", seen{}, err
		}
		for _, m := range all {
			if strconv.Itoa(m.MessageID) == string(r) {
				return name, seenOnTestAPI(m), nil
			}
		}
	}
	return "", seen{}, fmt.Errorf("%s has no message %s", to, r)
}

// seenOnTestAPI reads the HTML of a message, which the stand-in only keeps.
func seenOnTestAPI(m onTestAPI) (s seen) {
	for _, link := range regexp.MustCompile(`<a href="([^"]*)">`).FindAllStringSubmatch(m.Message.Text, -1) {
		s.urls = append(s.urls, html.UnescapeString(link[1]))
	}
	s.text = html.UnescapeString(regexp.MustCompile(`</?[a-z]+[^<>]*>`).ReplaceAllString(m.Message.Text, ""))
	for _, b := range slices.Concat(m.Message.Markup.Rows...) {
		s.labels = append(s.labels, b.Text)
	}
	return s
}
