package telegram_test

import (
	"bytes"
	"errors"
	"net/http"
	"strings"
	"testing"

	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
)

func TestWebhookRefuses(t *testing.T) {
	r := newRig(t, true)
	good := `{"update_id":1,"message":{"message_id":1,"from":{"id":5},"chat":{"id":5,"type":"private"},"text":"x"}}`
	for name, test := range map[string]struct {
		method, secret, body string
		want                 int
		count                func(telegram.Counts) int64
	}{
		"no secret":      {"POST", "", good, 401, func(c telegram.Counts) int64 { return c.Forged }},
		"a wrong secret": {"POST", secret + "x", good, 401, func(c telegram.Counts) int64 { return c.Forged }},
		"half of it":     {"POST", secret[:5], good, 401, func(c telegram.Counts) int64 { return c.Forged }},
		"too large":      {"POST", secret, `{"update_id":1,"x":"` + strings.Repeat("x", 1<<20) + `"}`, 413, func(c telegram.Counts) int64 { return c.Oversized }},
		"no JSON":        {"POST", secret, "update_id=1", 400, func(c telegram.Counts) int64 { return c.Malformed }},
		"no update":      {"POST", secret, `{"hello":1}`, 400, func(c telegram.Counts) int64 { return c.Malformed }},
		"empty":          {"POST", secret, "", 400, func(c telegram.Counts) int64 { return c.Malformed }},
		"GET":            {"GET", secret, "", 405, nil},
	} {
		before := r.channel.Counts()
		if got := r.post(test.method, test.secret, test.body); got != test.want {
			t.Errorf("%s: %d, not %d", name, got, test.want)
		}
		if test.count != nil && test.count(r.channel.Counts()) != test.count(before)+1 {
			t.Errorf("%s is not counted: %+v", name, r.channel.Counts())
		}
	}
	if len(r.all) != 0 {
		t.Errorf("stored: %+v", r.all)
	}
	r.fail = func(bot.Update) error { return errors.New("the disk is full") }
	if got := r.post("POST", secret, good); got != 503 {
		t.Errorf("not stored, and answered with %d", got)
	}
	r.mu.Lock()
	r.fail = nil
	r.mu.Unlock()
	if got := r.post("POST", secret, good); got != 200 || len(r.all) != 1 {
		t.Errorf("%d, stored %+v", got, r.all)
	}
	r.stop()
	if got := r.post("POST", secret, good); got != 503 {
		t.Errorf("after the end: %d", got)
	}
}

// Without a webhook nobody is listened to.
func TestNoWebhook(t *testing.T) {
	r := newRig(t, false)
	if got := r.post("POST", "", `{"update_id":1}`); got != 404 {
		t.Errorf("%d", got)
	}
}

// post makes a chunked call, so that its size is not told beforehand.
func (r *rig) post(method, secret, body string) int {
	request, err := http.NewRequest(method, r.hook.URL, struct{ *bytes.Buffer }{bytes.NewBufferString(body)})
	if err != nil {
		r.t.Fatal(err)
	}
	if secret != "" {
		request.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		r.t.Fatal(err)
	}
	_ = response.Body.Close()
	return response.StatusCode
}

// A token that is known is not all it takes: until the webhook is set, nothing
// arrives.
func TestNotReadyBeforeTheWebhook(t *testing.T) {
	s := newSite(t, true, faketelegram.Limits{})
	channel := s.Open(t).(*telegram.Adapter)
	if err := channel.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	if channel.Ready() == nil {
		t.Error("it says that it is ready")
	}
}
