package faketelegram_test

import (
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/telegram/faketelegram"
)

// caller is a bot that calls methods by hand.
type caller struct {
	t    *testing.T
	fake *faketelegram.Server
	url  string
}

// answer is an envelope of the Bot API.
type answer struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	Code        int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter int   `json:"retry_after"`
		MovedTo    int64 `json:"migrate_to_chat_id"`
	} `json:"parameters"`
}

func newCaller(t *testing.T, o faketelegram.Options) *caller {
	fake := faketelegram.New(o)
	server := httptest.NewServer(fake)
	t.Cleanup(func() {
		fake.Close()
		server.CloseClientConnections()
		server.Close()
	})
	return &caller{t, fake, server.URL}
}

// call calls a method with pairs of a name and a value.
func (c *caller) call(method string, pairs ...string) answer {
	c.t.Helper()
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		v.Set(pairs[i], pairs[i+1])
	}
	response, err := http.PostForm(c.url+"/bot"+c.fake.Token()+"/"+method, v)
	if err != nil {
		c.t.Fatal(err)
	}
	return c.read(response)
}

func (c *caller) read(response *http.Response) (a answer) {
	c.t.Helper()
	defer response.Body.Close()
	if err := json.NewDecoder(response.Body).Decode(&a); err != nil {
		c.t.Fatal(err)
	}
	if a.OK != (response.StatusCode == 200) || !a.OK && a.Code != response.StatusCode {
		c.t.Errorf("status %d of %+v", response.StatusCode, a)
	}
	return a
}

// refuses wants a call to be refused with these very words.
func (c *caller) refuses(want, method string, pairs ...string) {
	c.t.Helper()
	if a := c.call(method, pairs...); a.OK || a.Description != want {
		c.t.Errorf("%s %.100q: %+v\nand not %s", method, pairs, a, want)
	}
}

func (c *caller) ids(a answer) (all []int64) {
	var list []struct {
		ID int64 `json:"update_id"`
	}
	if err := json.Unmarshal(a.Result, &list); err != nil {
		c.t.Fatal(err, string(a.Result))
	}
	for _, u := range list {
		all = append(all, u.ID)
	}
	return all
}

func itoa(n int64) string { b, _ := json.Marshal(n); return string(b) }

func TestSizes(t *testing.T) {
	c := newCaller(t, faketelegram.Options{})
	noor := c.fake.Person("Noor", "nl")
	chat := itoa(noor.ID())
	c.refuses("Forbidden: bot can't initiate conversation with a user", "sendMessage", "chat_id", chat, "text", "x")
	noor.Say("hallo")
	long := strings.Repeat("😀", 2048)
	for _, ok := range [][]string{
		{"sendMessage", "text", long},
		{"sendMessage", "text", "<b>" + strings.Repeat("x", 4096) + "</b>", "parse_mode", "HTML"},
		{"sendMessage", "text", "x", "reply_markup", keyboard("x", strings.Repeat("d", 64))},
		{"sendPoll", "question", strings.Repeat("q", 300), "options", `[{"text":"a"},{"text":"b"}]`},
	} {
		if a := c.call(ok[0], append([]string{"chat_id", chat}, ok[1:]...)...); !a.OK {
			t.Errorf("%.60q: %s", ok, a.Description)
		}
	}
	for _, no := range [][]string{
		{"Bad Request: message is too long", "sendMessage", "text", long + "x"},
		{"Bad Request: message text is empty", "sendMessage", "text", " \n"},
		{"Bad Request: message text is empty", "sendMessage", "text", "<b></b>", "parse_mode", "HTML"},
		{`Bad Request: can't parse entities: Unsupported start tag "x" at byte offset 0`, "sendMessage", "text", "<x>", "parse_mode", "HTML"},
		{"Bad Request: strings must be encoded in UTF-8", "sendMessage", "text", "\xff"},
		{"Bad Request: BUTTON_DATA_INVALID", "sendMessage", "text", "x", "reply_markup", keyboard("x", strings.Repeat("d", 65))},
		{"Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", "sendMessage", "text", "x", "reply_markup", keyboard("x", "")},
		{"Bad Request: reply markup is too long", "sendMessage", "text", "x", "reply_markup", keyboard(strings.Repeat("x", 10_000), "d")},
		{"Bad Request: poll question length must not exceed 300", "sendPoll", "question", strings.Repeat("q", 301), "options", `[{"text":"a"}]`},
		{"Bad Request: poll options length must not exceed 100", "sendPoll", "question", "q", "options", `[{"text":"` + strings.Repeat("a", 101) + `"}]`},
		{"Bad Request: poll can't have more than 12 options", "sendPoll", "question", "q", "options", "[" + strings.Repeat(`{"text":"a"},`, 12) + `{"text":"a"}]`},
		{"Bad Request: wrong parameter action in request", "sendChatAction", "action", "dancing"},
		{"Bad Request: message to edit not found", "editMessageText", "message_id", "1", "text", "x"},
	} {
		c.refuses(no[0], no[1], append([]string{"chat_id", chat}, no[2:]...)...)
	}
	c.refuses("Bad Request: chat not found", "sendMessage", "chat_id", "42", "text", "x")
	c.refuses("Not Found: method not found", "sendRocket", "chat_id", chat)
	c.refuses("Bad Request: BOT_COMMAND_INVALID", "setMyCommands", "commands", `[{"command":"Aide","description":"x"}]`)
	noor.Block()
	c.refuses("Forbidden: bot was blocked by the user", "sendMessage", "chat_id", chat, "text", "x")
}

func keyboard(text, data string) string {
	b, _ := json.Marshal(map[string]any{"inline_keyboard": [][]faketelegram.Button{{{Text: text, Data: data}}}})
	return string(b)
}

func TestTokens(t *testing.T) {
	c := newCaller(t, faketelegram.Options{})
	for path, want := range map[string]int{"/bot1:wrong/getMe": 401, "/bot/getMe": 404, "/getMe": 404, "/botx/getMe": 404} {
		response, err := http.Get(c.url + path)
		if err != nil {
			t.Fatal(err)
		}
		if c.read(response); response.StatusCode != want {
			t.Errorf("%s: %d", path, response.StatusCode)
		}
	}
}

func TestOffsetsConfirm(t *testing.T) {
	c := newCaller(t, faketelegram.Options{})
	noor := c.fake.Person("Noor", "nl")
	for _, text := range []string{"a", "b", "c"} {
		noor.Say(text)
	}
	first := c.ids(c.call("getUpdates", "limit", "2"))
	again := c.ids(c.call("getUpdates"))
	if len(first) != 2 || len(again) != 3 || again[0] != first[0] {
		t.Fatalf("%v, then %v", first, again)
	}
	if rest := c.ids(c.call("getUpdates", "offset", itoa(again[1]))); len(rest) != 2 || rest[0] != again[1] {
		t.Errorf("from %d on: %v", again[1], rest)
	}
	if n := c.fake.Pending(); n != 2 {
		t.Errorf("%d are left", n)
	}
	if last := c.ids(c.call("getUpdates", "offset", "-1")); len(last) != 1 || last[0] != again[2] {
		t.Errorf("the last one: %v", last)
	}
	c.fake.Again(1)
	if back := c.ids(c.call("getUpdates")); len(back) != 2 || back[0] != again[0] {
		t.Errorf("brought again: %v", back)
	}
	c.call("getUpdates", "offset", itoa(again[2]+1), "allowed_updates", `["callback_query"]`)
	noor.Say("not asked for")
	if none := c.ids(c.call("getUpdates")); len(none) != 0 {
		t.Errorf("not asked for, and came: %v", none)
	}
}

func TestPollsWaitAndConflict(t *testing.T) {
	c := newCaller(t, faketelegram.Options{})
	first := make(chan answer, 1)
	go func() { first <- c.call("getUpdates", "timeout", "20") }()
	for c.fake.Polls() == 0 {
		time.Sleep(time.Millisecond)
	}
	second := make(chan answer, 1)
	time.Sleep(20 * time.Millisecond)
	go func() { second <- c.call("getUpdates", "timeout", "20") }()
	if a := <-first; a.Code != 409 || !strings.HasPrefix(a.Description, "Conflict: terminated by other getUpdates request") {
		t.Errorf("the first: %+v", a)
	}
	c.fake.Person("Noor", "nl").Say("hallo")
	if a := <-second; len(c.ids(a)) != 1 {
		t.Errorf("the second: %+v", a)
	}
	c.refuses("Bad Request: bad webhook: An HTTPS URL must be provided for webhook", "setWebhook", "url", "http://example.org")
	c.refuses("Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443", "setWebhook", "url", "https://example.org:8080")
	c.refuses("Bad Request: secret token contains unallowed characters", "setWebhook", "url", "https://example.org", "secret_token", "a b")
	if a := c.call("setWebhook", "url", "https://127.0.0.1:443/"); !a.OK {
		t.Error(a.Description)
	}
	if a := c.call("getUpdates"); a.Code != 409 || !strings.Contains(a.Description, "webhook is active") {
		t.Errorf("with a webhook: %+v", a)
	}
}

func TestWebhookIsTriedAgain(t *testing.T) {
	c := newCaller(t, faketelegram.Options{AnyWebhook: true, Retry: time.Millisecond})
	bodies := make(chan string, 10)
	tries := 0
	hook := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if tries++; tries == 1 || r.Header.Get("X-Telegram-Bot-Api-Secret-Token") != "s" {
			http.Error(w, "", 500)
			return
		}
		bodies <- string(body)
	}))
	defer hook.Close()
	c.call("setWebhook", "url", hook.URL, "secret_token", "s")
	noor := c.fake.Person("Noor", "nl")
	noor.Say("een")
	noor.Say("twee")
	for _, want := range []string{"een", "twee"} {
		if got := <-bodies; !strings.Contains(got, want) {
			t.Errorf("%s, and not %s", got, want)
		}
	}
}

func TestEdits(t *testing.T) {
	c := newCaller(t, faketelegram.Options{})
	noor := c.fake.Person("Noor", "nl")
	chat := itoa(noor.ID())
	theirs := itoa(noor.Say("hallo"))
	c.call("sendMessage", "chat_id", chat, "text", "dag", "reply_markup", keyboard("Ja", "y"))
	mine := itoa(noor.Chat().FromBot()[0].ID)
	c.refuses("Bad Request: message can't be edited", "editMessageText", "chat_id", chat, "message_id", theirs, "text", "x")
	same := []string{"chat_id", chat, "message_id", mine, "text", "dag", "reply_markup", keyboard("Ja", "y")}
	c.refuses("Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", "editMessageText", same...)
	c.refuses("Bad Request: there is no caption in the message to edit", "editMessageCaption", same...)
	if a := c.call("editMessageText", same[:6]...); !a.OK {
		t.Error(a.Description)
	}
	if m := noor.Chat().FromBot()[0]; len(m.Keyboard) != 0 || m.Edits != 1 {
		t.Errorf("%+v", m)
	}
}

func TestQueries(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	c := newCaller(t, faketelegram.Options{Now: func() time.Time { return now }})
	noor := c.fake.Person("Noor", "nl")
	noor.Say("hallo")
	c.call("sendMessage", "chat_id", itoa(noor.ID()), "text", "dag", "reply_markup", keyboard("Ja", "y"))
	for range 2 {
		if err := noor.Press("Ja"); err != nil {
			t.Fatal(err)
		}
	}
	if err := noor.Press("Nee"); err == nil {
		t.Error("there is no such button")
	}
	var all []struct {
		Query *struct{ ID string } `json:"callback_query"`
	}
	if err := json.Unmarshal(c.call("getUpdates").Result, &all); err != nil {
		t.Fatal(err)
	}
	first, second := all[1].Query.ID, all[2].Query.ID
	c.refuses("Bad Request: MESSAGE_TOO_LONG", "answerCallbackQuery", "callback_query_id", first, "text", strings.Repeat("x", 201))
	if a := c.call("answerCallbackQuery", "callback_query_id", first); !a.OK || c.fake.Unanswered() != 1 {
		t.Errorf("%+v, %d left", a, c.fake.Unanswered())
	}
	now = now.Add(16 * time.Second)
	c.refuses("Bad Request: query is too old and response timeout expired or query ID is invalid", "answerCallbackQuery", "callback_query_id", second)
}

func TestUploads(t *testing.T) {
	c := newCaller(t, faketelegram.Options{})
	noor := c.fake.Person("Noor", "nl")
	noor.Say("hallo")
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("chat_id", itoa(noor.ID()))
	part, _ := form.CreateFormFile("document", "a.txt")
	_, _ = part.Write([]byte("inhoud"))
	_ = form.Close()
	response, err := http.Post(c.url+"/bot"+c.fake.Token()+"/sendDocument", form.FormDataContentType(), &body)
	if err != nil {
		t.Fatal(err)
	}
	if a := c.read(response); !a.OK {
		t.Fatal(a.Description)
	}
	m := noor.Chat().FromBot()[0]
	if f := c.fake.File(m.Document); f == nil || string(f.Body) != "inhoud" || f.Name != "a.txt" {
		t.Errorf("kept: %+v", f)
	}
	noor.Document("groot.pdf", []byte("x"), 21<<20, "")
	c.refuses("Bad Request: file is too big", "getFile", "file_id", "AgACfake2")
	c.refuses("Bad Request: invalid file_id", "getFile", "file_id", "x")
}

func TestLimits(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	c := newCaller(t, faketelegram.Options{Limits: faketelegram.Published(), Now: func() time.Time { return now }})
	noor := c.fake.Person("Noor", "nl")
	noor.Say("hallo")
	send := func() answer { return c.call("sendMessage", "chat_id", itoa(noor.ID()), "text", "x") }
	for range faketelegram.Published().Burst {
		if a := send(); !a.OK {
			t.Fatal(a.Description)
		}
	}
	if a := send(); a.Code != 429 || a.Parameters.RetryAfter != 1 || c.fake.Refused() != 1 {
		t.Errorf("too fast: %+v", a)
	}
	now = now.Add(time.Second)
	if a := send(); !a.OK {
		t.Error(a.Description)
	}
	group := c.fake.Group("De ploeg")
	sent := 0
	for range 60 { // a message a second
		if c.call("sendMessage", "chat_id", itoa(group.ID()), "text", "x").OK {
			sent++
		}
		now = now.Add(time.Second)
	}
	if sent < 38 || sent > 40 { // 20 at once, and 20 in the minute
		t.Errorf("%d messages to a group within a minute", sent)
	}
	next := group.Upgrade(true)
	if a := c.call("sendMessage", "chat_id", itoa(group.ID()), "text", "x"); a.Parameters.MovedTo != next.ID() {
		t.Errorf("after the move: %+v", a)
	}
}
