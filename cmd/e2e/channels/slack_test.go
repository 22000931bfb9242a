package channels

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
)

// onSlack are people on the strict fake of Slack.
type onSlack struct {
	channel *slack.Adapter
	people  map[string]*fakeslack.Person
}

func openSlack(w world) platform     { return newSlack(w, false) }
func openSlackHTTP(w world) platform { return newSlack(w, true) }

func newSlack(w world, overHTTP bool) platform {
	fake := fakeslack.New(fakeslack.Options{
		BotToken: "xoxb-1", AppToken: "xapp-1", SigningSecret: "secret", Now: w.clock.Now, Limits: &fakeslack.Limits{},
	})
	server := httptest.NewServer(fake)
	o := slack.Options{
		BotToken: "xoxb-1", API: server.URL + "/api/", Clock: w.clock, Rates: slack.Rates{}, Files: w.store, Media: media(w.t), Board: w.board, Talks: w.board,
		Commands: commands(w.t), Transport: &http.Transport{},
	}
	if overHTTP {
		o.SigningSecret = "secret"
	} else {
		o.AppToken = "xapp-1"
	}
	channel, err := slack.New(o)
	if err != nil {
		w.t.Fatal(err)
	}
	app := httptest.NewServer(channel)
	if overHTTP {
		fake.Deliver(app.URL)
	}
	w.t.Cleanup(func() {
		fake.Close()
		app.Close()
		server.CloseClientConnections()
		server.Close()
	})
	p := &onSlack{channel: channel, people: map[string]*fakeslack.Person{}}
	for _, person := range w.people {
		p.people[person.Name] = fake.Person(person.Name, person.Lang)
	}
	return p
}

func (p *onSlack) adapter() bot.Adapter { return p.channel }

func (p *onSlack) start(person string) error { return p.say(person, "start "+code(person)) }

func (p *onSlack) say(person, text string) error {
	p.people[person].Say(text)
	return nil
}

func (p *onSlack) press(person, begin string) error { return p.people[person].Press(begin) }

func (p *onSlack) look(to bot.Address, r bot.Receipt) (string, seen, error) {
	for name, person := range p.people {
		if !strings.HasSuffix(to.Talk(), "-"+person.ID()) {
			continue
		}
		for _, m := range person.Shown() {
			if strings.HasSuffix(string(r), ":"+m.TS) {
				return name, seenOnSlack(m), nil
			}
		}
	}
	return "", seen{}, fmt.Errorf("%s has no message %s", to, r)
}

// seenOnSlack is a message without the button of a form, which belongs to Slack
// alone.
func seenOnSlack(m fakeslack.Shown) seen {
	form := func(l string) bool { return strings.HasPrefix(l, "✎ ") || strings.HasPrefix(l, "📅 ") }
	return seen{text: m.Text, labels: slices.DeleteFunc(m.Labels, form)}
}
