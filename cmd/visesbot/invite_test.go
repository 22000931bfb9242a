package main

import (
	"regexp"
	"strings"
	"testing"
)

// Whoever opens an invitation is welcomed to the enterprise it is for, by the
// program as it runs; who accompanies it is received as such.
func TestInvite(t *testing.T) {
	fake, environ := platform(t)
	links := map[string]string{"staff": invitedBy(t, environ)}
	s := startServe(t, environ, "127.0.0.1:0")
	links["accompanist"] = invitedBy(t, environ, "--accompanist") // while the bot has the store
	if links["staff"] == links["accompanist"] {
		t.Error("two invitations have one code")
	}
	for who, want := range map[string]string{"staff": "Welkom! De Brug", "accompanist": "De Brug"} {
		p := fake.Person("Noor", "nl")
		p.Say("/start " + links[who])
		eventually(t, who+" is received", func() bool {
			shown := p.Chat().FromBot()
			return len(shown) > 0 && strings.HasPrefix(strings.Join(strings.Fields(shown[0].Text), " "), want)
		})
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
}

// invitedBy runs the command, and gives the code that its link has.
func invitedBy(t *testing.T, environ map[string]string, more ...string) string {
	t.Helper()
	got := program(t, lines(), environ, append([]string{"invite", "de-brug", "--name", "De Brug", "--lang", "nl"}, more...)...)
	link := regexp.MustCompile(`https://t\.me/fake_visesbot\?start=([A-Za-z0-9_-]{16,64})\n`).FindStringSubmatch(got.out)
	if got.code != exitDone || link == nil || !strings.Contains(got.out, "start "+link[1]+"\n") {
		t.Fatalf("%q: exit %d, %q, %q", more, got.code, got.out, got.err)
	}
	return link[1]
}

func TestInviteMisuse(t *testing.T) {
	_, environ := platform(t)
	for _, args := range [][]string{{}, {"De Brug"}, {"a", "b"}, {"-x"}, {"de-brug", "--lang", "de"}, {"a.b"}} {
		if got := program(t, lines(), environ, append([]string{"invite"}, args...)...); got.code != exitMisuse || got.out != "" {
			t.Errorf("%q: exit %d, %q, %q", args, got.code, got.out, got.err)
		}
	}
	environ["TELEGRAM_BOT_TOKEN"] = ""
	if got := program(t, lines(), environ, "invite", "de-brug"); got.code != exitDone || !strings.Contains(got.out, "Telegram: write to the bot /start ") {
		t.Errorf("without a token: exit %d, %q, %q", got.code, got.out, got.err)
	}
}
