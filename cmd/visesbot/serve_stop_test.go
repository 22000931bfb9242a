package main

import (
	"strings"
	"testing"
	"time"

	"visesbot/adapters/telegram/faketelegram"
)

// The program ends within ten seconds also while a platform answers nothing, and
// what it could not send then it sends the next time.
func TestServeStopsInTime(t *testing.T) {
	t.Parallel()
	fake, environ := platform(t)
	invited(t, strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:"), "stop", "nl")
	s := startServe(t, environ, "127.0.0.1:0")
	mend := fake.Fail(faketelegram.Fault{Method: "sendMessage", Times: -1, Delay: time.Minute, Slow: true})
	p := fake.Person("Noor", "nl")
	p.Say("/start stop")
	eventually(t, "it is sending", func() bool { return len(fake.Calls("sendMessage")) > 0 })
	begun := time.Now()
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("it took %v to stop", took)
	}
	mend()
	s = startServe(t, environ, "127.0.0.1:0")
	eventually(t, "a welcome", func() bool { return len(p.Chat().FromBot()) > 0 })
	if err := s.stop(); err != nil {
		t.Error(err)
	}
}
