package slack_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"visesbot/adapters/slack"
	"visesbot/bot"
	"visesbot/flows"
)

type board struct{}

func (board) Dashboard(_ context.Context, a bot.Address, lang string) (flows.Card, error) {
	if lang == "" {
		return flows.Card{}, errors.New("the store does not answer")
	}
	return flows.Card{
		Lang: lang, Lines: []flows.Line{{Style: flows.Heading, Text: "Atelier " + lang}, {Style: flows.Body, Text: string(a)}},
		Buttons: [][]flows.Button{{{Label: "Verder", Data: "go"}, {Label: "Menu", Data: "home"}}},
	}, nil
}

func TestHomeIsFilled(t *testing.T) {
	l := newLab(t, false, func(o *slack.Options) { o.Board = board{} })
	p := l.people[0]
	p.OpenHome()
	l.eventually("the App Home is there", func() bool { return strings.Contains(p.HomeText(), "Atelier nl") })
	if got := p.HomeText(); !strings.Contains(got, string(p.Address())) || !strings.Contains(got, "[Verder] [Menu]") {
		t.Errorf("it says %q", got)
	}
	for i, press := range []string{"go", "home"} {
		if err := p.PressHome([]string{"Verder", "Menu"}[i]); err != nil {
			t.Fatal(err)
		}
		if u := l.got(i + 1); u.Press != press || u.Address != p.Address() {
			t.Errorf("the press arrived as %+v", u)
		}
	}
	published := len(l.platform.Calls("views.publish"))
	l.send(p, say(line(flows.Body, "In de chat.")))
	l.eventually("it is renewed", func() bool { return len(l.platform.Calls("views.publish")) > published })
	if n := len(p.Person.Shown()); n != 1 {
		t.Errorf("%d messages in the chat", n)
	}
}

// What cannot be read takes nothing away from the App Home, and nobody's who
// does not look is renewed.
func TestHomeThatCannotBeRead(t *testing.T) {
	l := newLab(t, false, func(o *slack.Options) { o.Board = board{} })
	stranger := l.platform.Person("Robin", "sv-SE") // of no language: the board fails
	stranger.OpenHome()
	l.eventually("it says so", func() bool { return strings.Contains(l.log.String(), "a dashboard cannot be read") })
	if got := stranger.HomeText(); got != "" {
		t.Errorf("it says %q", got)
	}
	l.send(l.people[0], say(line(flows.Body, "In de chat.")))
	if n := len(l.platform.Calls("views.publish")); n != 0 {
		t.Errorf("%d were published", n)
	}
}
