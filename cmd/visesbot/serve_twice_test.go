package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/adapters/telegram/faketelegram"
)

// What a platform brings twice, and what a finger presses twice, is done once,
// also when the program was stopped in between.
func TestServeDoesNothingTwice(t *testing.T) {
	fake, environ := platform(t)
	path := strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:")
	accompanied(t, path)
	s := startServe(t, environ, "127.0.0.1:0")
	noor := fake.Person("Noor", "nl")
	noor.Say("/start noor")
	hears(t, noor, 1, "Welkom")
	settled(fake, noor)
	for range 3 {
		if err := noor.Press("Ja"); err != nil {
			t.Fatal(err)
		}
	}
	settled(fake, noor)
	noor.Say("Noor")
	hears(t, noor, 1, "Dank je")
	settled(fake, noor)
	seen := sight(noor)

	fake.Again(10)
	unchanged(t, fake, noor, seen, "brought again")
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	s = startServe(t, environ, "127.0.0.1:0")
	fake.Again(10)
	unchanged(t, fake, noor, seen, "brought again after a restart")

	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	if got := consents(t, path); !slices.Equal(got, []string{"yes"}) {
		t.Errorf("agreed: %v", got)
	}
}

// unchanged waits until everything was taken in, and wants nothing new in a
// chat.
func unchanged(t *testing.T, fake *faketelegram.Server, p *faketelegram.Person, seen, when string) {
	t.Helper()
	eventually(t, "all is taken in", func() bool { return fake.Pending() == 0 })
	time.Sleep(200 * time.Millisecond)
	if now := sight(p); now != seen {
		t.Errorf("%s: the chat has become\n%s\nfrom\n%s", when, now, seen)
	}
}

// consents lists the answers to the question of consent, every revision.
func consents(t *testing.T, path string) (all []string) {
	t.Helper()
	store, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	records, err := store.Records(t.Context(), "de-brug")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if r.Answer != nil && r.Answer.Place.Question() == "P0-01" {
			all = append(all, strings.Join(r.Answer.Value.Choices, " "))
		}
	}
	return all
}
