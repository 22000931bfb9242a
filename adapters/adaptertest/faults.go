package adaptertest

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
)

func faultChecks() []check {
	return []check{
		{"an unknown address is permanent", nil, unknownIsPermanent},
		{"blocked is permanent", needs("Blocker"), blockedIsPermanent},
		{"broken is temporary", needs("Ailing"), brokenIsTemporary},
		{"a pause that is asked for is obeyed", needs("Ailing", "Limited"), pauseIsObeyed},
		{"limits are not hit", needs("Limited"), limitsAreNotHit},
		{"a sending obeys its context", needs("Ailing"), sendingObeysContext},
		{"no credential is told", needs("Ailing", "Keeper"), noCredential},
	}
}

// fails wants a sending to fail in one way.
func (l *lab) fails(to bot.Address, kind bot.SendKind) *bot.SendError {
	l.t.Helper()
	_, err := l.channel.Send(l.t.Context(), to, say("hallo"))
	var s *bot.SendError
	if !errors.As(err, &s) {
		l.t.Fatalf("the error is %v, no *bot.SendError", err)
	}
	if s.Kind != kind {
		l.t.Errorf("%v is %s, and should be %s", err, s.Kind, kind)
	}
	return s
}

func unknownIsPermanent(_ testing.TB, l *lab) {
	l.open()
	l.fails(bot.Address(l.channel.Name()+":nobody-there"), bot.Permanent)
	l.fails("elsewhere:1", bot.Permanent)
}

func blockedIsPermanent(_ testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	l.send(p, say("hallo"))
	p.(Blocker).Block()
	l.fails(p.Address(), bot.Permanent)
}

func brokenIsTemporary(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	site := l.site.(Ailing)
	for name, ail := range map[string]func() func(){"down": site.Down, "dead": site.Dead} {
		mend := ail()
		l.fails(p.Address(), bot.Temporary)
		mend()
		if l.send(p, say("beter")) == "" {
			t.Errorf("%s: not mended", name)
		}
	}
}

func pauseIsObeyed(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	site := l.site.(Ailing)
	site.Throttle(7 * time.Second)
	if s := l.fails(p.Address(), bot.Throttled); s.After < 7*time.Second {
		t.Errorf("after %v", s.After)
	}
	reached := site.Sendings()
	if s := l.fails(p.Address(), bot.Throttled); s.After < 5*time.Second || s.After > 8*time.Second {
		t.Errorf("during the pause: after %v", s.After)
	}
	if site.Sendings() != reached {
		t.Error("the platform was asked during the pause")
	}
	l.pass(8 * time.Second)
	l.send(p, say("daar zijn we weer"))
}

func limitsAreNotHit(t testing.TB, l *lab) {
	l.open()
	site := l.site.(Limited)
	defer l.hurry()()
	for i := range 40 {
		for k := range 3 {
			if p := l.site.Person(k); p != nil {
				l.send(p, say(strings.Repeat("x", i+1)))
			}
		}
	}
	if n := site.Refused(); n > 0 {
		t.Errorf("%d messages were too fast", n)
	}
}

func sendingObeysContext(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	l.send(p, say("vooraf"))
	mend := l.site.(Ailing).Hang(5 * time.Second)
	defer mend()
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := l.channel.Send(ctx, p.Address(), say("wacht"))
	var s *bot.SendError
	if !errors.As(err, &s) || s.Kind != bot.Temporary {
		t.Errorf("the error is %v", err)
	}
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("it took %v", took)
	}
}

// hurry lets time run about twenty times as fast until it is called off, where
// time can be moved.
func (l *lab) hurry() (stop func()) {
	if !is[Limited](l.site) {
		return func() {}
	}
	ctx, cancel := context.WithCancel(l.t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			l.pass(20 * time.Millisecond)
			time.Sleep(time.Millisecond)
		}
	}()
	return func() { cancel(); <-done }
}

// noCredential lets everything go wrong, and reads what is told of it.
func noCredential(t testing.TB, l *lab) {
	l.open()
	p := l.site.Person(0)
	site, keeper := l.site.(Ailing), l.site.(Keeper)
	var told []string
	attempt := func(ctx context.Context) {
		_, err := l.channel.Send(ctx, p.Address(), say("hallo"))
		if err == nil {
			t.Error("that should have failed")
			return
		}
		told = append(told, err.Error())
		for e := err; e != nil; e = errors.Unwrap(e) {
			told = append(told, e.Error())
		}
	}
	for _, ail := range []func() func(){site.Down, site.Dead, site.Forget} {
		mend := ail()
		p.Say("hallo?")
		attempt(t.Context())
		mend()
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	attempt(gone)
	l.stop()
	told = append(told, keeper.Logged())
	for _, secret := range keeper.Secrets() {
		if strings.Contains(strings.Join(told, "\n"), secret) {
			t.Errorf("a credential is told in %q", told)
		}
	}
}
