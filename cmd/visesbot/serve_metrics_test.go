package main

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What happens is counted, and nobody is named.
func TestServeMetrics(t *testing.T) {
	fake, environ := platform(t)
	environ["TELEGRAM_WEBHOOK_SECRET"] = "the-secret_of-the-hook"
	addr := freeAddr(t)
	environ["TELEGRAM_WEBHOOK_URL"] = "http://" + addr + "/telegram/webhook"
	accompanied(t, strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:"))
	s := startServe(t, environ, addr)
	noor := fake.Person("Noor", "nl")
	noor.Say("/start noor")
	hears(t, noor, 1, "Welkom")
	settled(fake, noor)
	noor.Block()
	noor.Say("hallo?")
	forged, err := http.Post(s.url+"/telegram/webhook", "application/json", strings.NewReader(`{"update_id":1}`))
	if err != nil {
		t.Fatal(err)
	}
	forged.Body.Close()
	for _, line := range []string{
		`visesbot_turns_total{channel="telegram",kind="update",outcome="done"} 3`,
		`visesbot_turns_total{channel="telegram",kind="note",outcome="done"} `,
		`visesbot_sends_total{channel="telegram",outcome="given_up"} 3`,
		`visesbot_turn_seconds_count{channel="telegram"} `,
		`visesbot_webhook_refused_total{channel="telegram",reason="signature"} 1`,
		`visesbot_channel_events_total{channel="telegram",event="accepted"} 3`,
		`visesbot_channel_ready{channel="telegram"} 1`,
		`visesbot_jobs_dead 3`,
		`visesbot_queue_conversations 0`,
	} {
		eventuallyScraped(t, s.url, line)
	}
	page := scrape(t, s.url)
	for _, secret := range []string{strconv.FormatInt(noor.ID(), 10), "Noor", "noor", "De Brug", "de-brug", fake.Token()} {
		if strings.Contains(page, secret) {
			t.Errorf("the metrics say %q", secret)
		}
	}
}

func scrape(t *testing.T, url string) string {
	t.Helper()
	response, err := http.Get(url + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("status %d: %v", response.StatusCode, err)
	}
	return string(body)
}

// eventuallyScraped waits for a line of the metrics, and shows ours without it.
func eventuallyScraped(t *testing.T, url, line string) {
	t.Helper()
	page := ""
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if page = scrape(t, url); strings.Contains(page, "\n"+line) {
			return
		}
	}
	_, ours, _ := strings.Cut(page, "# HELP visesbot")
	t.Fatalf("%s: not within 20 seconds, but\n%s", line, ours)
}
