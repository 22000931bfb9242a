package telegram_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
)

func TestOptions(t *testing.T) {
	for want, o := range map[error]telegram.Options{
		telegram.ErrToken:    {Token: "bot"},
		telegram.ErrEndpoint: {Token: token, Endpoint: "ftp://example.org"},
		telegram.ErrWebhook:  {Token: token, Webhook: telegram.Webhook{URL: "/here", Secret: "x"}},
		telegram.ErrSecret:   {Token: token, Webhook: telegram.Webhook{URL: "https://example.org", Secret: "not this!"}},
	} {
		if _, err := telegram.New(o); !errors.Is(err, want) {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

func TestMenus(t *testing.T) {
	r := newRig(t, false)
	r.eventually("menus", func() bool { return r.platform.MenuButton() == "commands" })
	for lang, want := range map[string]string{"": "Help", "fr": "Aide", "nl": "Hulp", "en": "Help"} {
		private, group := r.platform.Commands("all_private_chats", lang), r.platform.Commands("all_group_chats", lang)
		if len(private) <= len(group) || len(group) == 0 || private[len(private)-1].Description != want {
			t.Errorf("%q: %+v, in groups %+v", lang, private, group)
		}
	}
}

// What Telegram knows already is not told again at the next start; what it refuses
// for a while is told after the pause that it asks for.
func TestMenusAreToldOnce(t *testing.T) {
	r := newRig(t, false, func(o *telegram.Options) { o.Backoff = time.Millisecond })
	r.eventually("menus", func() bool { return r.platform.MenuButton() == "commands" })
	if said := r.platform.About("description", "nl"); !strings.Contains(said, "uitnodiging") || r.platform.About("short_description", "") == "" {
		t.Errorf("it says of itself %q", said)
	}
	told := func() int {
		return len(r.platform.Calls("setMyCommands")) + len(r.platform.Calls("setMyDescription")) + len(r.platform.Calls("setChatMenuButton"))
	}
	before := told()
	r.stop()
	asked := len(r.platform.Calls("getChatMenuButton"))
	r.begin()
	r.eventually("they are compared", func() bool { return len(r.platform.Calls("getChatMenuButton")) > asked })
	if n := told() - before; n != 0 {
		t.Errorf("%d calls at the second start", n)
	}
	r.stop()
	r.platform.Forget()
	mend := r.platform.Fail(faketelegram.Fault{Method: "setMyCommands", Code: 429, RetryAfter: 7, Description: "Too Many Requests: retry after 7"})
	defer mend()
	r.begin()
	r.eventually("it tried", func() bool { return told() > before })
	if got := r.platform.Commands("all_private_chats", ""); len(got) != 0 {
		t.Errorf("there is a menu: %v", got)
	}
	r.eventually("it is told after all", func() bool {
		r.clock.Move(time.Second)
		return len(r.platform.Commands("all_private_chats", "")) > 0
	})
}

// While the pace holds an answer back, people see that it is being written.
func TestTypingWhileHeld(t *testing.T) {
	r := newRig(t, false, func(o *telegram.Options) { o.Rates = telegram.DefaultRates() })
	noor := r.people[0]
	for range 4 { // at once, as Telegram lets through
		if _, err := r.channel.Send(t.Context(), noor.Address(), message("dag")); err != nil {
			t.Fatal(err)
		}
	}
	noor.Say("snel")
	r.got(noor.Address(), 1)
	ended := make(chan error, 1)
	go func() {
		_, err := r.channel.Send(t.Context(), noor.Address(), message("het antwoord"))
		ended <- err
	}()
	r.eventually("typing", func() bool { return len(noor.Chat().Actions()) == 1 })
	r.clock.Move(time.Second)
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestAnotherPoller(t *testing.T) {
	r := newRig(t, false)
	other := r.server.URL + "/bot" + token + "/getUpdates?timeout=0&allowed_updates=[]"
	r.eventually("it says so", func() bool {
		response, err := http.Get(other)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		return strings.Contains(r.log.String(), "another program reads the updates")
	})
	r.people[0].Say("toch")
	r.got(r.people[0].Address(), 1)
	r.eventually("it is well again", func() bool { return r.channel.Ready() == nil })
}

func TestRevokedToken(t *testing.T) {
	r := newRig(t, false)
	mend := r.Forget()
	polls := r.platform.Fail(faketelegram.Fault{Method: "getUpdates", Times: -1, Code: 401, Description: "Unauthorized"})
	r.people[0].Say("hallo")
	r.eventually("it is not ready", func() bool { return errors.Is(r.channel.Ready(), telegram.ErrRefused) })
	_, err := r.channel.Send(t.Context(), r.people[0].Address(), message("wacht"))
	var s *bot.SendError
	if !errors.As(err, &s) || s.Kind != bot.Throttled {
		t.Errorf("sending waits: %v", err)
	}
	mend()
	polls()
	r.clock.Move(time.Hour)
	r.got(r.people[0].Address(), 1)
	if strings.Contains(r.log.String(), token) {
		t.Error("the token is in the log")
	}
}

// Slow answers are announced, quick ones are not.
func TestTyping(t *testing.T) {
	r := newRig(t, false)
	quick, slow := r.people[0], r.people[1]
	quick.Say("snel")
	r.got(quick.Address(), 1)
	if _, err := r.channel.Send(t.Context(), quick.Address(), message("dag")); err != nil {
		t.Fatal(err)
	}
	slow.Say("traag")
	r.got(slow.Address(), 1)
	r.clock.Move(2 * time.Second)
	r.eventually("typing", func() bool { return len(slow.Chat().Actions()) == 1 })
	if n := len(quick.Chat().Actions()); n != 0 {
		t.Errorf("%d actions after the answer", n)
	}
}

// After an hour without the platform everything comes in, in order.
func TestDownForAnHour(t *testing.T) {
	r := newRig(t, false)
	mend := r.platform.Fail(faketelegram.Fault{Method: "getUpdates", Times: -1, Drop: true})
	for _, text := range []string{"een", "twee", "drie"} {
		r.people[0].Say(text)
	}
	for range 60 {
		r.clock.Move(time.Minute)
		time.Sleep(time.Millisecond)
	}
	mend()
	r.clock.Move(time.Minute)
	if got := r.got(r.people[0].Address(), 3); got[0].Text != "een" || got[2].Text != "drie" {
		t.Errorf("%+v", got)
	}
	if n := strings.Count(r.log.String(), "cannot be reached"); n != 1 {
		t.Errorf("said %d times", n)
	}
}

// An answer that is lost on its way back may have been carried out: it is sent
// again by whoever sends, and never called done.
func TestHalfAnswers(t *testing.T) {
	r := newRig(t, false)
	for _, f := range []faketelegram.Fault{{Half: true}, {Lost: true}, {Raw: "<html>", Code: 200}, {Raw: `{"ok":true}`}} {
		f.Method = "sendMessage"
		r.platform.Fail(f)
		_, err := r.channel.Send(t.Context(), r.people[0].Address(), message("hallo"))
		var s *bot.SendError
		if !errors.As(err, &s) || s.Kind != bot.Temporary || strings.Contains(err.Error(), token) {
			t.Errorf("%+v: %v", f, err)
		}
	}
}

func TestKindsOfRefusal(t *testing.T) {
	r := newRig(t, false)
	for _, test := range []struct {
		code int
		text string
		want bot.SendKind
	}{
		{403, "Forbidden: bot was blocked by the user", bot.Permanent},
		{403, "Forbidden: user is deactivated", bot.Permanent},
		{400, "Bad Request: chat not found", bot.Permanent},
		{400, "Bad Request: reply markup is too long", bot.Permanent},
		{429, "Too Many Requests: retry after 0", bot.Throttled},
		{500, "Internal Server Error", bot.Temporary},
		{502, "Bad Gateway", bot.Temporary},
		{404, "Not Found", bot.Throttled}, // so a malformed token is told
	} {
		for _, method := range []string{"sendMessage", "sendPhoto"} {
			r.platform.Fail(faketelegram.Fault{Method: method, Code: test.code, Description: test.text})
			m := message("hallo")
			if method == "sendPhoto" {
				m = pictured("hallo", "chain.nl.svg")
			}
			_, err := r.channel.Send(t.Context(), r.people[0].Address(), m)
			var s *bot.SendError
			if !errors.As(err, &s) || s.Kind != test.want {
				t.Errorf("%s %d %s: %v", method, test.code, test.text, err)
			}
		}
	}
}
