package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
)

// serving is the command serve, running.
type serving struct {
	url  string
	log  *loud
	stop func() error
}

// platform is a fake Telegram, and the environment of a bot on it.
func platform(t *testing.T) (*faketelegram.Server, map[string]string) {
	fake := faketelegram.New(faketelegram.Options{AnyWebhook: true, Retry: 10 * time.Millisecond})
	server := httptest.NewServer(fake)
	t.Cleanup(func() {
		fake.Close()
		server.CloseClientConnections()
		server.Close()
	})
	return fake, map[string]string{
		"TELEGRAM_BOT_TOKEN": fake.Token(), "TELEGRAM_API_ENDPOINT": server.URL,
		"VISESBOT_STORE": "sqlite:" + filepath.Join(t.TempDir(), "visesbot.db"),
	}
}

// startServe runs serve until the test ends. It is as fast as the fake lets it.
func startServe(t *testing.T, environ map[string]string, addr string) serving {
	t.Helper()
	return startServeAt(t, environ, addr, bot.RealClock{})
}

// onTuesday is a clock that runs from a Tuesday on, ten in the morning in
// Brussels: whenever the test runs, people may be written to.
func onTuesday() *bot.MovableClock {
	return bot.NewMovableClock(time.Now, time.Until(time.Date(2051, 3, 7, 9, 0, 0, 0, time.UTC)))
}

// startServeAt runs it by another clock.
func startServeAt(t *testing.T, environ map[string]string, addr string, clock bot.Clock) serving {
	t.Helper()
	log := &loud{}
	e := &env{
		in: strings.NewReader(""), out: log, err: log, now: clock.Now,
		getenv: func(name string) string { return environ[name] },
	}
	o := serveOptions{addr: addr}
	o.tune.clock, o.tune.hasty = clock, true
	o.tune.telegram = func(o *telegram.Options) {
		o.Rates, o.Clock = telegram.Rates{Second: 1000, Chat: 1000, Burst: 1000, Minute: 60_000}, clock
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, e, o) }()
	stop := sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { _ = stop() })
	for range 1000 {
		if _, rest, found := strings.Cut(log.String(), "; http://"); found && strings.Contains(rest, "\n") {
			return serving{"http://" + strings.Fields(rest)[0], log, stop}
		}
		select {
		case err := <-ended:
			t.Fatalf("serve ended: %v\n%s", err, log)
		case <-time.After(20 * time.Millisecond):
		}
	}
	t.Fatalf("serve did not start: %s", log)
	return serving{}
}

func TestServeMisuse(t *testing.T) {
	fake, good := platform(t)
	for name, test := range map[string]struct {
		change map[string]string
		want   string
	}{
		"nothing set":       {map[string]string{"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN"},
		"no token at all":   {map[string]string{"TELEGRAM_BOT_TOKEN": "my bot"}, "TELEGRAM_BOT_TOKEN"},
		"a revoked token":   {map[string]string{"TELEGRAM_BOT_TOKEN": "1234567:revoked"}, "TELEGRAM_BOT_TOKEN"},
		"no endpoint":       {map[string]string{"TELEGRAM_API_ENDPOINT": "telegram"}, "TELEGRAM_API_ENDPOINT"},
		"no webhook":        {map[string]string{"TELEGRAM_WEBHOOK_URL": "here"}, "TELEGRAM_WEBHOOK_URL"},
		"no secret":         {map[string]string{"TELEGRAM_WEBHOOK_URL": "https://example.org/x"}, "TELEGRAM_WEBHOOK_SECRET"},
		"secret, no token":  {map[string]string{"TELEGRAM_BOT_TOKEN": "", "TELEGRAM_WEBHOOK_SECRET": "x"}, "TELEGRAM_BOT_TOKEN"},
		"no such time zone": {map[string]string{"VISESBOT_TIMEZONE": "Mars/Base"}, "VISESBOT_TIMEZONE"},
		"a wrong store":     {map[string]string{"VISESBOT_STORE": "paper:desk"}, "sqlite:PATH"},
	} {
		environ := map[string]string{}
		for _, m := range []map[string]string{good, test.change} {
			for k, v := range m {
				environ[k] = v
			}
		}
		got := program(t, strings.NewReader(""), environ, "serve", "--addr", "127.0.0.1:0")
		if got.code != 2 || !strings.Contains(got.err, test.want) || strings.Count(got.err, "\n") != 1 || got.out != "" {
			t.Errorf("%s: exit %d, %q, %q", name, got.code, got.out, got.err)
		}
		if token := environ["TELEGRAM_BOT_TOKEN"]; token != "" && strings.Contains(got.err, token) {
			t.Errorf("%s: the token is told: %s", name, got.err)
		}
	}
	if got := program(t, strings.NewReader(""), good, "serve", "--addr", "here"); got.code != 2 {
		t.Errorf("--addr here: exit %d: %s", got.code, got.err)
	}
	if n := len(fake.Calls("sendMessage")) + len(fake.Calls("setMyCommands")); n != 0 {
		t.Errorf("%d calls were made all the same", n)
	}
}

// The program says that it is not ready while Telegram refuses the token, and
// that it is once it does not.
func TestServeIsReadyOrSaysWhy(t *testing.T) {
	fake, environ := platform(t)
	s := startServe(t, environ, "127.0.0.1:0")
	eventually(t, "it is ready", func() bool { return status(t, s.url+"/readyz", nil) == http.StatusOK })
	mend := fake.Fail(faketelegram.Fault{Method: "getUpdates", Times: -1, Code: 401, Description: "Unauthorized"})
	fake.Person("Noor", "nl").Say("hallo") // wakes the poll
	var all map[string]string
	eventually(t, "it is not", func() bool { return status(t, s.url+"/readyz", &all) == http.StatusServiceUnavailable })
	if all["store"] != "ok" || !strings.Contains(all["telegram"], "token") || strings.Contains(all["telegram"], fake.Token()) {
		t.Errorf("it says %v", all)
	}
	if got := status(t, s.url+"/healthz", nil); got != http.StatusOK {
		t.Errorf("health %d", got)
	}
	mend()
	begun := time.Now()
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("it took %v to stop", took)
	}
	if strings.Contains(s.log.String(), fake.Token()) {
		t.Error("the token is in the log")
	}
}

func TestServeStartsWithoutThePlatform(t *testing.T) {
	_, environ := platform(t)
	environ["TELEGRAM_API_ENDPOINT"] = "http://127.0.0.1:1"
	s := startServe(t, environ, "127.0.0.1:0")
	if got := status(t, s.url+"/readyz", nil); got != http.StatusServiceUnavailable {
		t.Errorf("ready: %d", got)
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
}

func status(t *testing.T, url string, into *map[string]string) int {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	if into != nil {
		if err := json.NewDecoder(bytes.NewReader(body)).Decode(into); err != nil {
			t.Fatal(err)
		}
	}
	return response.StatusCode
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("%s: not within 20 seconds", what)
}
