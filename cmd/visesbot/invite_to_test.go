package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack/fakeslack"
)

// told is all that somebody was shown on Slack.
func told(p *fakeslack.Person) string {
	var all []string
	for _, m := range p.Shown() {
		all = append(all, m.Text)
	}
	return strings.Join(all, "\n")
}

// handedCode is the code that the bot has written to somebody by itself.
func handedCode(t *testing.T, p *fakeslack.Person, words string) string {
	t.Helper()
	var code []string
	eventually(t, "the bot writes to who is invited", func() bool {
		code = regexp.MustCompile(`start ([A-Z0-9]{20,})`).FindStringSubmatch(told(p))
		return code != nil && strings.Contains(told(p), words)
	})
	return code[1]
}

// The bot writes to somebody on Slack how an invitation is opened, in their
// language and until when, while it runs and when it was away; by what it wrote
// they come in, once, and nobody else does.
func TestInviteTo(t *testing.T) {
	fake, environ := slackPlatform(t)
	environ["SLACK_APP_TOKEN"] = "xapp-1"
	noor, sam := fake.Person("Noor", "nl-BE"), fake.Person("Sam", "fr-BE")
	invites := func(p *fakeslack.Person, more ...string) outcome {
		args := append([]string{"invite", "de-brug", "--name", "De Brug", "--to", "slack:" + p.Team() + "-" + p.ID()}, more...)
		return asksAt(t, time.Now(), environ, args...)
	}
	got := invites(noor, "--lang", "nl", "--channel", "slack")
	if got.code != exitDone || strings.Contains(got.out, "Telegram") {
		t.Fatalf("%+v", got)
	}
	s := startServe(t, environ, "127.0.0.1:0")
	code := handedCode(t, noor, "De Brug nodigt je uit")
	if !strings.Contains(told(noor), "Voor één persoon, één keer, tot ") {
		t.Errorf("written was %s", told(noor))
	}
	if !strings.Contains(got.out, "start "+code+"\n") {
		t.Errorf("written was another code than %q", got.out)
	}
	if got := invites(sam, "--lang", "fr"); got.code != exitDone {
		t.Fatalf("%+v", got)
	}
	handedCode(t, sam, "De Brug vous invite")

	noor.Say("start " + code)
	eventually(t, "a welcome", func() bool { return strings.Contains(told(noor), "Welkom") })
	sam.Say("start " + code) // passed on
	eventually(t, "it was used", func() bool { return strings.Contains(told(sam), "déjà servi") })
	tells(t, environ, "used", "invite", "list")
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	for _, to := range []string{"slack", "slack:", "noor"} {
		if got := asks(t, environ, "invite", "de-brug", "--to", to); got.code != exitMisuse || strings.Count(got.err, "\n") != 1 {
			t.Errorf("to %q: %+v", to, got)
		}
	}
	if got := asks(t, environ, "invite", "de-brug", "--to", "slack:T1-U1", "--shared", "--qr", filepath.Join(t.TempDir(), "x.png")); got.code != exitMisuse {
		t.Errorf("shared, to one person: %+v", got)
	}
}
