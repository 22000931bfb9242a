package web_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows/form"
)

// withSample has a round begin with a talk of two months later.
func withSample(c *web.Config) {
	said := card("What was said before")
	s := web.Sample{Name: "shop", Title: form.Text{EN: "A shop"}, Chats: chats()}
	for i := range s.Chats {
		s.Chats[i].Code = "shop-" + s.Chats[i].Name
	}
	c.Samples = []web.Sample{s}
	c.Restart = func(_ context.Context, _ int, sample string) ([]web.Past, error) {
		if sample == "" {
			return nil, nil
		}
		at := noon().AddDate(0, 2, 0)
		return []web.Past{
			{Chat: "staff", At: at.Add(-time.Hour), Text: "What I said", Lang: "en"},
			{Chat: "staff", At: at, Message: &said},
		}, nil
	}
}

// TestARoundBeginsWithASample: what was said is there, the clock is not before
// it, the bot is told of everybody. From nothing
// it begins with the chats of the page and the real time.
func TestARoundBeginsWithASample(t *testing.T) {
	l := newLab(t, withSample)
	l.want(l.post("restart", `{"sample":"nobody"}`), 404, "bad-request")
	l.want(l.post("restart", `{"sample":"shop"}`), 204, "")
	all := l.follow("").whole()
	texts := []string{}
	for _, e := range all.Entries {
		if e.Message == nil {
			texts = append(texts, e.Text)
		} else {
			texts = append(texts, e.Message.Lines[0].Text)
		}
	}
	if len(texts) < 2 || texts[0] != "What I said" || texts[1] != "What was said before" || all.Round != 2 {
		t.Errorf("round %d shows %q", all.Round, texts)
	}
	if now := l.clock.Now(); !now.Equal(noon().AddDate(0, 2, 0)) {
		t.Errorf("it is %s", now)
	}
	codes := map[string]bool{}
	for _, u := range l.toy.got() {
		codes[u.Code] = u.Start
	}
	if !codes["shop-staff-2"] || !codes["shop-colleague-2"] || !codes["shop-partner-2"] {
		t.Errorf("the bot was told of %v", codes)
	}
	l.want(l.post("restart", `{}`), 204, "")
	l.want(l.post("start", `{"chat":"staff"}`), 204, "")
	got := l.toy.got()
	if !slices.ContainsFunc(got, func(u bot.Update) bool { return u.Code == "atelier-staff-3" }) || !l.clock.Now().Equal(noon()) {
		t.Errorf("from nothing the bot is told of %+v, at %s", got[len(got)-1], l.clock.Now())
	}
}
