package main

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// browser is somebody with a browser, in front of the demo.
type browser struct {
	t   *testing.T
	url string
	id  string
}

// follows opens a link, as the page does.
func (b browser) follows(link string) {
	b.t.Helper()
	_, code, ok := strings.Cut(link, "/?join=")
	if !ok {
		b.t.Fatalf("%q is no link to the page", link)
	}
	body := `{"code":"` + code + `","id":"` + b.id + `","lang":"nl"}`
	answer, err := http.Post(b.url+"/api/join", "application/json", strings.NewReader(body))
	if err != nil {
		b.t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusNoContent {
		b.t.Fatalf("%s is answered with %s", link, answer.Status)
	}
}

// sees waits until some guest is shown these words.
func (b browser) sees(words string) {
	b.t.Helper()
	eventually(b.t, words, func() bool { return strings.Contains(b.guests(), words) })
}

// guests is what all guests were shown.
func (b browser) guests() string {
	ctx, cancel := context.WithTimeout(b.t.Context(), 5*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, b.url+"/api/events", nil)
	if err != nil {
		b.t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 1<<22)
	for all := false; lines.Scan(); {
		if lines.Text() == "event: all" {
			all = true
		}
		if said, ok := strings.CutPrefix(lines.Text(), "data: "); ok && all {
			return guestsIn(b.t, said)
		}
	}
	return ""
}

func guestsIn(t *testing.T, said string) string {
	var round struct {
		Entries []struct {
			Chat    string
			Message struct{ Lines []struct{ Text string } }
		}
	}
	if err := json.Unmarshal([]byte(said), &round); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range round.Entries {
		if !strings.HasPrefix(e.Chat, "guest") {
			continue
		}
		for _, l := range e.Message.Lines {
			all = append(all, l.Text)
		}
	}
	return strings.Join(all, "\n")
}

// An invitation made beside the demo opens its page: for one person, once, until
// it ends or is taken back, and for nobody else whom it is passed on to.
func TestDemoInvite(t *testing.T) {
	dir := t.TempDir()
	d := startDemo(t, "--data", dir)
	environ := map[string]string{"VISESBOT_STORE": "sqlite:" + filepath.Join(dir, "visesbot.db")}
	link := func(args ...string) (link, id string) {
		t.Helper()
		got := asksAt(t, time.Now(), environ, append([]string{"invite"}, args...)...)
		found := regexp.MustCompile(`(?s)Invitation ([0-9a-f]{10}).*Browser:  open (http://127\.0\.0\.1:\d+/\?join=[A-Z0-9]+)\n`).FindStringSubmatch(got.out)
		if got.code != exitDone || found == nil {
			t.Fatalf("%q: %+v", args, got)
		}
		return found[2], found[1]
	}
	one, another := browser{t, d.url, "aaaa1111-2222"}, browser{t, d.url, "bbbb1111-2222"}
	first, _ := link("de-brug", "--name", "De Brug", "--lang", "nl")
	one.follows(first)
	one.sees("De Brug")
	another.follows(first)
	another.sees("Deze uitnodiging is al gebruikt")
	tells(t, environ, "used", "invite", "list")

	back, id := link("de-brug", "--lang", "nl")
	tells(t, environ, "is taken back", "invite", "revoke", id)
	another.follows(back)
	another.sees("Deze uitnodiging is ingetrokken")

	late, _ := link("de-brug", "--lang", "nl", "--expires", "1d")
	threeDays(t, d.url)
	another.follows(late)
	another.sees("Deze uitnodiging is niet meer geldig")

	third := browser{t, d.url, "cccc1111-2222"}
	hers, _ := link("--person", "staff-1", "--lang", "nl")
	third.follows(hers)
	third.sees("Atelier Horizon")
	his, _ := link("--person", "colleague-1", "--lang", "nl")
	third.follows(his) // passed on to her
	third.sees("Deze uitnodiging is voor iemand anders")
	tells(t, environ, "open", "invite", "list")
	if code := d.stop(); code != exitDone {
		t.Errorf("exit %d", code)
	}
}

// threeDays sets the clock of the demo forward by three days.
func threeDays(t *testing.T, url string) {
	t.Helper()
	answer, err := http.Post(url+"/api/clock", "application/json", strings.NewReader(`{"move":"days"}`))
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusNoContent {
		t.Fatalf("the clock answers %s", answer.Status)
	}
}
