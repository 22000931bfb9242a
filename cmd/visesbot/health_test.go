package main

import (
	"net/http"
	"strings"
	"testing"

	"visesbot/adapters/telegram/faketelegram"
)

// A program that runs is well, also the demo; one whose channel does not work is
// well but not ready, and says why.
func TestHealth(t *testing.T) {
	fake, environ := platform(t)
	s := startServe(t, environ, "127.0.0.1:0")
	addr := strings.TrimPrefix(s.url, "http://")
	ask := func(args ...string) outcome {
		return program(t, strings.NewReader(""), nil, append([]string{"health", "--addr", addr}, args...)...)
	}
	eventually(t, "it is ready", func() bool { return ask("--ready").code == exitDone })
	if got := ask("--ready"); !strings.Contains(got.out, `"telegram":"ok"`) {
		t.Errorf("it says %q", got.out)
	}
	fake.Fail(faketelegram.Fault{Method: "getUpdates", Times: -1, Code: http.StatusUnauthorized, Description: "Unauthorized"})
	fake.Person("Noor", "nl").Say("hallo") // wakes the poll
	eventually(t, "it is not", func() bool { return ask("--ready").code == exitFailed })
	if got := ask("--ready"); !strings.Contains(got.err, "token") || got.out != "" {
		t.Errorf("it says %q and %q", got.out, got.err)
	}
	if got := ask(); got.code != exitDone || got.out != "ok\n" {
		t.Errorf("exit %d, %q, %q", got.code, got.out, got.err)
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	if got := ask(); got.code != exitFailed || strings.Count(got.err, "\n") != 1 {
		t.Errorf("after the end: exit %d, %q", got.code, got.err)
	}
}

func TestHealthOfTheDemo(t *testing.T) {
	d := startDemo(t)
	addr := strings.TrimPrefix(d.url, "http://")
	if got := program(t, strings.NewReader(""), nil, "health", "--addr", addr); got.code != exitDone || got.out != "ok\n" {
		t.Errorf("exit %d, %q, %q", got.code, got.out, got.err)
	}
	if got := program(t, strings.NewReader(""), nil, "health", "--addr", "here"); got.code != exitMisuse {
		t.Errorf("--addr here: exit %d, %q", got.code, got.err)
	}
}
