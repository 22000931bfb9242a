package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
)

// The App Home tells how things stand, in the person's language and time, and
// is renewed by what the person does.
func TestServeSlackHome(t *testing.T) {
	fake, environ := slackPlatform(t)
	environ["SLACK_APP_TOKEN"] = "xapp-1"
	path := strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:")
	invited(t, path, "atelier-9", "") // the language is that of the profile
	s := startServe(t, environ, freeAddr(t))
	p := fake.Person("Noor", "nl-BE")
	p.Lives("Europe/Lisbon")
	home := func(what string, pieces ...string) {
		t.Helper()
		eventually(t, what, func() bool {
			rest := p.HomeText()
			for _, piece := range pieces {
				_, after, found := strings.Cut(rest, piece)
				if !found {
					return false
				}
				rest = after
			}
			return true
		})
	}
	p.OpenHome()
	home("a stranger's home", "uitnodiging", "[Français]")
	p.Say("start atelier-9")
	home("a newcomer's home", "De Brug", "[Verdergaan]")
	eventually(t, "a welcome in Dutch", func() bool { return len(p.Shown()) > 1 && strings.Contains(p.Shown()[0].Text, "Welkom") })
	if err := p.Press("Ja"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the question for a name", func() bool { return len(p.Shown()) > 2 })
	p.Say("Noor")
	home("what is open", "De Brug", "nog ongeveer", "Hierna:", "Volgende herinnering:", "09:00", "Europe/Lisbon", "Taal: Nederlands", "[Vragen beantwoorden]")
	if err := p.PressHome("Later"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the moments to come back", func() bool { return p.Press("Morgen") == nil })
	home("it is still kept up to date", "Volgende herinnering:")
	before := p.HomeText()
	if err := p.PressHome("Taal"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the languages", func() bool { return p.Press("English") == nil })
	home("another language", "Next reminder:", "Language: English")
	if before == p.HomeText() {
		t.Error("nothing changed")
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	livesIn(t, path, "slack:"+p.Team()+"-"+p.ID(), "Europe/Lisbon")
}

func livesIn(t *testing.T, path, address, zone string) {
	t.Helper()
	store, err := sqlite.Open(filepath.Clean(path))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	session, err := store.Session(t.Context(), bot.Address(address))
	if err != nil || session.Zone != zone || session.Remind.In(mustZone(t, zone)).Hour() != 9 {
		t.Errorf("zone %q, reminder %v, %v", session.Zone, session.Remind, err)
	}
}

func mustZone(t *testing.T, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}
