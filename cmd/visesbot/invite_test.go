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
	links := map[string]string{}
	for who, args := range map[string][]string{
		"staff":       {"--name", "De Brug", "--lang", "nl"},
		"accompanist": {"--name", "De Brug", "--lang", "nl", "--accompanist"},
	} {
		got := program(t, lines(), environ, append([]string{"invite", "de-brug"}, args...)...)
		link := regexp.MustCompile(`https://t\.me/` + "fake_visesbot" + `\?start=([A-Za-z0-9_-]{16,64})\n`).FindStringSubmatch(got.out)
		if got.code != exitDone || link == nil || !strings.Contains(got.out, "start "+link[1]+"\n") {
			t.Fatalf("%s: exit %d, %q, %q", who, got.code, got.out, got.err)
		}
		links[who] = link[1]
	}
	if links["staff"] == links["accompanist"] {
		t.Error("two invitations have one code")
	}
	s := startServe(t, environ, "127.0.0.1:0")
	busy := program(t, lines(), environ, "invite", "de-brug")
	if busy.code != exitFailed || !strings.Contains(busy.err, "stop the bot") {
		t.Errorf("while the bot runs: exit %d, %q", busy.code, busy.err)
	}
	for who, want := range map[string]string{"staff": "Welkom! De Brug", "accompanist": "De Brug"} {
		p := fake.Person("Noor", "nl")
		p.Say("/start " + links[who])
		eventually(t, who+" is received", func() bool {
			shown := p.Chat().FromBot()
			return len(shown) > 0 && strings.Contains(strings.Join(strings.Fields(shown[0].Text), " "), want)
		})
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
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
