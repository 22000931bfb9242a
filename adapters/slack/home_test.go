package slack_test

import (
	"context"
	"strings"
	"testing"

	"visesbot/adapters/slack"
	"visesbot/bot"
	"visesbot/flows"
)

func TestHome(t *testing.T) {
	l := newLab(t, true)
	p := l.people[0]
	p.OpenHome()
	l.eventually("the App Home is there", func() bool { return p.HomeText() != "" })
	if got := p.HomeText(); !strings.Contains(got, "Jullie impact evalueren") || !strings.Contains(got, "[Verder] [Menu] [Taal]") {
		t.Errorf("it says %q", got)
	}
	for i, press := range []string{"go", "home", "langs"} {
		if err := p.PressHome([]string{"Verder", "Menu", "Taal"}[i]); err != nil {
			t.Fatal(err)
		}
		if u := l.got(i + 1); u.Press != press || u.Address != p.Address() {
			t.Errorf("the press arrived as %+v", u)
		}
	}
	l.send(p, say(line(flows.Body, "In de chat.")))
	if n := len(p.Person.Shown()); n != 1 {
		t.Errorf("%d messages in the chat", n)
	}
}

type board struct{}

func (board) Dashboard(_ context.Context, a bot.Address, lang string) (flows.Card, error) {
	return flows.Card{Lang: lang, Lines: []flows.Line{{Style: flows.Heading, Text: "Atelier " + lang}, {Style: flows.Body, Text: string(a)}}}, nil
}

func TestHomeIsFilled(t *testing.T) {
	l := newLab(t, false, func(o *slack.Options) { o.Board = board{} })
	p := l.people[0]
	p.OpenHome()
	l.eventually("the App Home is there", func() bool { return strings.Contains(p.HomeText(), "Atelier nl") })
	if got := p.HomeText(); !strings.Contains(got, string(p.Address())) {
		t.Errorf("it says %q", got)
	}
}
