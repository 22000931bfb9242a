package channels

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"time"

	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
)

// onTelegram are people on the strict fake of Telegram.
type onTelegram struct {
	channel *telegram.Adapter
	people  map[string]*faketelegram.Person
}

func openTelegram(w world) platform       { return newTelegram(w, false) }
func openTelegramHooked(w world) platform { return newTelegram(w, true) }

func newTelegram(w world, hooked bool) platform {
	fake := faketelegram.New(faketelegram.Options{Now: w.clock.Now, AnyWebhook: true, Retry: 10 * time.Millisecond})
	server := httptest.NewServer(fake)
	var channel *telegram.Adapter
	hook := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) { channel.ServeHTTP(rw, r) }))
	w.t.Cleanup(func() {
		fake.Close()
		hook.Close()
		server.CloseClientConnections()
		server.Close()
	})
	o := telegram.Options{
		Token: fake.Token(), Endpoint: server.URL, Clock: w.clock, Files: w.store, Media: media(w.t),
		Rates: fast(), Transport: &http.Transport{}, Poll: time.Second,
	}
	if hooked {
		o.Webhook = telegram.Webhook{URL: hook.URL, Secret: "the-secret_of-the-hook"}
	}
	var err error
	if channel, err = telegram.New(o); err != nil {
		w.t.Fatal(err)
	}
	p := &onTelegram{channel: channel, people: map[string]*faketelegram.Person{}}
	for _, person := range w.people {
		p.people[person.Name] = fake.Person(person.Name, person.Lang)
	}
	return p
}

// fast are rates that nobody meets by talking.
func fast() telegram.Rates {
	return telegram.Rates{Second: 10_000, Chat: 10_000, Burst: 10_000, Minute: 600_000}
}

func (p *onTelegram) adapter() bot.Adapter { return p.channel }

func (p *onTelegram) start(person string) error { return p.say(person, "/start "+code(person)) }

func (p *onTelegram) say(person, text string) error {
	p.people[person].Say(text)
	return nil
}

func (p *onTelegram) press(person, begin string) error { return p.people[person].Press(begin) }

func (p *onTelegram) look(to bot.Address, r bot.Receipt) (string, seen, error) {
	for name, person := range p.people {
		if strconv.FormatInt(person.ID(), 10) != to.Talk() {
			continue
		}
		for _, m := range person.Chat().FromBot() {
			if strconv.FormatInt(m.ID, 10) == strings.TrimSuffix(string(r), "p") {
				return name, seenOnTelegram(m), nil
			}
		}
	}
	return "", seen{}, fmt.Errorf("%s has no message %s", to, r)
}

func seenOnTelegram(m faketelegram.Message) seen {
	s := seen{text: m.Text}
	for _, e := range m.Entities {
		if e.URL != "" {
			s.urls = append(s.urls, e.URL)
		}
	}
	for _, row := range m.Keyboard {
		for _, b := range row {
			s.labels = append(s.labels, b.Text)
		}
	}
	return s
}
