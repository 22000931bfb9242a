package slack_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
	"visesbot/flows"
)

func isKind(err error, kind bot.SendKind) bool {
	var s *bot.SendError
	return errors.As(err, &s) && s.Kind == kind
}

func TestErrorsAreMapped(t *testing.T) {
	for word, kind := range map[string]bot.SendKind{
		"channel_not_found": bot.Permanent, "is_archived": bot.Permanent, "account_inactive": bot.Throttled,
		"user_disabled": bot.Permanent,
		"ratelimited":   bot.Throttled, "internal_error": bot.Temporary, "fatal_error": bot.Temporary,
		"service_unavailable": bot.Temporary, "something_new": bot.Temporary,
		"invalid_auth": bot.Throttled, "token_revoked": bot.Throttled, "not_authed": bot.Throttled,
	} {
		t.Run(word, func(t *testing.T) {
			l := newLab(t, true)
			l.eventually("the channel is ready", func() bool { return l.channel.Ready() == nil })
			l.platform.Fail(fakeslack.Fault{Method: "chat.postMessage", Error: word})
			_, err := l.channel.Send(t.Context(), l.people[0].Address(), say(line(flows.Body, "x")))
			if !isKind(err, kind) {
				t.Errorf("%v", err)
			}
			stopped := strings.Contains("invalid_auth token_revoked not_authed account_inactive", word)
			if got := errors.Is(l.channel.Ready(), slack.ErrRefused); got != stopped {
				t.Errorf("stopped: %v", got)
			}
		})
	}
}

// TestRefusedTokenStopsTheChannel holds that a channel whose token Slack does not
// know tells so, and neither ends by itself nor asks again.
func TestRefusedTokenStopsTheChannel(t *testing.T) {
	for _, overHTTP := range []bool{false, true} {
		l := newLab(t, overHTTP)
		l.eventually("it is ready", func() bool { return l.channel.Ready() == nil })
		l.platform.Revoke(botToken)
		_, err := l.channel.Send(t.Context(), l.people[0].Address(), say(line(flows.Body, "x")))
		if !isKind(err, bot.Throttled) || !errors.Is(l.channel.Ready(), slack.ErrRefused) {
			t.Errorf("refused: %v, ready: %v", err, l.channel.Ready())
		}
		calls := len(l.platform.Calls(""))
		for range 3 {
			if _, err := l.channel.Send(t.Context(), l.people[1].Address(), say(line(flows.Body, "x"))); !isKind(err, bot.Throttled) {
				t.Errorf("after that: %v", err)
			}
		}
		if now := len(l.platform.Calls("")); now != calls {
			t.Errorf("Slack was asked %d times more", now-calls)
		}
		l.stop()
		if err := l.open(t, l.options()).Check(t.Context()); !errors.Is(err, slack.ErrRefused) {
			t.Errorf("checked: %v", err)
		}
	}
}

func TestRefusedAppToken(t *testing.T) {
	l := newLab(t, false, func(o *slack.Options) { o.AppToken = "xapp-wrong" })
	l.eventually("it says so", func() bool { return errors.Is(l.channel.Ready(), slack.ErrRefused) })
	if err := l.channel.Check(t.Context()); !errors.Is(err, slack.ErrRefusedApp) {
		t.Errorf("checked: %v", err)
	}
	if strings.Contains(l.log.String(), "xapp-wrong") {
		t.Error("the token is in the log")
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for want, o := range map[error]slack.Options{
		slack.ErrBotToken: {BotToken: "xoxp-1", AppToken: "xapp-1"},
		slack.ErrAppToken: {BotToken: "xoxb-1", AppToken: "xoxb-1"},
		slack.ErrNoWayIn:  {BotToken: "xoxb-1"},
		slack.ErrNoWayOut: {AppToken: "xapp-1"},
		slack.ErrInstall:  {BotToken: "xoxb-1", SigningSecret: "s", Install: slack.Install{ClientID: "1"}},
		slack.ErrAPI:      {BotToken: "xoxb-1", AppToken: "xapp-1", API: "slack"},
	} {
		if _, err := slack.New(o); !errors.Is(err, want) {
			t.Errorf("%v, not %v", err, want)
		}
	}
}

// TestEditsKeepTheirRate holds that editing goes as fast as Slack lets it, and
// no faster.
func TestEditsKeepTheirRate(t *testing.T) {
	l := newLab(t, true)
	p := l.people[0]
	r := l.send(p, say(line(flows.Body, "x")))
	begun, n := l.clock.Now(), 0
	for l.clock.Now().Sub(begun) < 3*time.Minute {
		m := say(line(flows.Body, strings.Repeat("x", n%9+1)))
		m.Replace = string(r)
		_, err := l.channel.Send(t.Context(), p.Address(), m)
		var s *bot.SendError
		switch {
		case err == nil:
			n++
		case errors.As(err, &s) && s.Kind == bot.Throttled:
			l.clock.Move(s.After)
		default:
			t.Fatal(err)
		}
	}
	if refused := l.platform.Refused(); refused > 0 || n < 115 {
		t.Errorf("%d edits in three minutes, %d refused", n, refused)
	}
}
