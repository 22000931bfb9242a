package officetest_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
	"visesbot/flows/engine"
)

// between is a programme on Slack and Telegram at once: a bot that runs, on the
// fakes of both, on a Monday morning.
type between struct {
	*officetest.World
	slack    *fakeslack.Server
	telegram *faketelegram.Server
	slackAt  string // where the files of Slack are
}

const (
	slackToken    = "xoxb-1"
	slackAppToken = "xapp-1"
	telegramToken = "1234567:fake_token_of_nobody"
)

func newBetween(t *testing.T) *between {
	begun := time.Now()
	clock := bot.NewMovableClock(func() time.Time { return officetest.Start().Add(time.Since(begun)) }, 0)
	b := &between{World: officetest.New(t)}
	b.slack = fakeslack.New(fakeslack.Options{BotToken: slackToken, AppToken: slackAppToken, SigningSecret: "secret", Now: clock.Now})
	b.telegram = faketelegram.New(faketelegram.Options{Token: telegramToken, Now: clock.Now})
	slackAt, telegramAt := httptest.NewServer(b.slack), httptest.NewServer(b.telegram)
	b.slackAt = slackAt.URL
	onSlack, err := slack.New(slack.Options{
		BotToken: slackToken, AppToken: slackAppToken, API: slackAt.URL + "/api/", Clock: clock, Files: b.Store,
		Forms: b.Office, Commands: b.Script.Commands, Board: b.Office,
	})
	if err != nil {
		t.Fatal(err)
	}
	onTelegram, err := telegram.New(telegram.Options{
		Token: telegramToken, Endpoint: telegramAt.URL, Clock: clock, Files: b.Store, Poll: time.Second, Backoff: 20 * time.Millisecond,
		Rates: telegram.Rates{Second: 1e6, Chat: 1e6, Burst: 1e6, Minute: 1e6},
	})
	if err != nil {
		t.Fatal(err)
	}
	running, err := bot.New(bot.Options{
		Store: b.Store, Scripts: bot.One(engine.Must(b.Script)), Channels: []bot.Adapter{onSlack, onTelegram}, Clock: clock,
		Location: officetest.Brussels(), Office: b.Office,
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- running.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		b.slack.Close()
		b.telegram.Close()
		for _, s := range []*httptest.Server{slackAt, telegramAt} {
			s.CloseClientConnections()
			s.Close()
		}
	})
	return b
}

// invite makes an invitation of the register.
func (b *between) invite(code string, in flows.Invite) string {
	b.Helper()
	if err := b.Store.PutInvite(b.Ctx(), code, in); err != nil {
		b.Fatal(err)
	}
	return code
}

// until waits for something to be seen.
func (b *between) until(what string, holds func() bool) {
	b.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if holds() {
			return
		}
	}
	b.Fatalf("%s: not within 20 seconds", what)
}

// reads waits until somebody's newest message on Telegram says something.
func (b *between) reads(p *faketelegram.Person, words string) *faketelegram.Message {
	b.Helper()
	var m *faketelegram.Message
	b.until(words, func() bool {
		for _, each := range p.Chat().FromBot() {
			if strings.Contains(each.Text, words) {
				m = &each
			}
		}
		return m != nil
	})
	return m
}

// shows waits until somebody is shown something on Slack.
func (b *between) shows(p *fakeslack.Person, words string) (found fakeslack.Shown) {
	b.Helper()
	b.until(words, func() bool {
		for _, s := range p.Shown() {
			if strings.Contains(s.Text, words) {
				found = s
			}
		}
		return found.TS != ""
	})
	return found
}

// both are odile on Slack and noor on Telegram, who stands at a question.
func (b *between) both() (odile *fakeslack.Person, noor *faketelegram.Person) {
	b.Helper()
	odile, noor = b.slack.Person("Odile", "fr-FR"), b.telegram.Person("Noor", "fr")
	odile.Say("start " + b.invite("odile-1", flows.Invite{Member: "odile"}))
	b.shows(odile, "Votre programme")
	noor.Say("/start " + b.invite("noor-1", flows.Invite{
		Dossier: "e1", Member: "s-e1", Lang: "fr", Enterprise: officetest.Enterprise("e1"),
	}))
	b.presses(noor, "Oui")
	b.until("a name is asked for", func() bool { return len(noor.Chat().FromBot()) > 1 })
	b.reads(noor, "prénom")
	noor.Say("Noor")
	b.presses(noor, "Répondre aux questions")
	return odile, noor
}

// presses waits for a button on Telegram, and presses it.
func (b *between) presses(p *faketelegram.Person, label string) {
	b.Helper()
	b.until(label, func() bool { return p.Press(label) == nil })
}

// asks has somebody on Telegram begin a call for help.
func (b *between) asks(p *faketelegram.Person) {
	b.Helper()
	b.presses(p, "⋯")
	b.presses(p, "J'ai besoin d'aide")
	b.reads(p, "Qu'est-ce qui vous arrête")
}

// A call for help goes from a phone to a thread on Slack, and what is written
// there goes to the phone; the front page and the App Home know of it.
func TestBetweenSlackAndTelegram(t *testing.T) {
	b := newBetween(t)
	odile, noor := b.both()
	b.asks(noor)
	noor.Say("Nous ne comprenons pas")
	root := b.shows(odile, "demande de l'aide")
	if root.Thread != "" || !strings.Contains(root.Text, "Nous ne comprenons pas") {
		t.Errorf("odile is shown %+v", root)
	}
	odile.SayIn(root.TS, "Je vous explique demain")
	m := b.reads(noor, "Je vous explique demain")
	if m.ReplyTo == 0 {
		t.Error("on the phone it quotes nothing")
	}
	noor.Reply(m.ID, "Merci beaucoup")
	if answer := b.shows(odile, "Merci beaucoup"); answer.Thread != root.TS {
		t.Errorf("the answer stands in the thread %q of %q", answer.Thread, root.TS)
	}
	if err := odile.Press("Répondre"); err != nil {
		t.Fatal(err)
	}
	b.until("the modal has its field", func() bool { f, open := odile.Form(); return open && f.Loaded })
	if err := odile.Submit(map[string]string{"text": "Avec plaisir"}); err != nil {
		t.Fatal(err)
	}
	b.reads(noor, "Avec plaisir")
	odile.Command("", true)
	b.until("the front page", func() bool {
		last := odile.Shown()[len(odile.Shown())-1]
		return strings.Contains(last.Text, "aide ouvertes") && last.Thread == ""
	})
	odile.OpenHome()
	b.until("the App Home", func() bool { return strings.Contains(odile.HomeText(), "aide ouvertes") })
	odile.Command("search atelier 4", true)
	b.until("a hit", func() bool {
		return strings.Contains(strings.Join(odile.Shown()[len(odile.Shown())-1].Labels, " "), "Atelier 4")
	})
	if err := odile.Press("C'est réglé"); err != nil {
		t.Fatal(err)
	}
	b.reads(noor, "C'est réglé, dit Odile")
	if n := b.slack.Refused() + b.telegram.Refused(); n > 0 {
		t.Errorf("%d sendings were too fast", n)
	}
}

// telegramSession is what is remembered of somebody's conversation there.
func (b *between) telegramSession(p *faketelegram.Person) flows.Session {
	b.Helper()
	s, err := b.Store.Session(b.Ctx(), bot.Address(fmt.Sprintf("telegram:%d", p.ID())))
	if err != nil {
		b.Fatal(err)
	}
	return s
}
