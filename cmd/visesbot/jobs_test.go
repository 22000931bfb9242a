package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// asks runs a command of the operator's.
func asks(t *testing.T, environ map[string]string, args ...string) outcome {
	t.Helper()
	return program(t, strings.NewReader(""), environ, args...)
}

// asksAt asks at another moment.
func asksAt(t *testing.T, now time.Time, environ map[string]string, args ...string) outcome {
	t.Helper()
	return programAt(t, now, strings.NewReader(""), environ, args...)
}

// hears waits until somebody was shown something with these words, so often.
func hears(t *testing.T, p *faketelegram.Person, times int, words string) {
	t.Helper()
	eventually(t, words, func() bool { return shownTo(p, words) == times })
}

func shownTo(p *faketelegram.Person, words string) (n int) {
	for _, m := range p.Chat().FromBot() {
		if strings.Contains(m.Text, words) {
			n++
		}
	}
	return n
}

// accompanied makes invitations to one dossier, for somebody of the enterprise
// and for whoever accompanies it.
func accompanied(t *testing.T, path string) {
	t.Helper()
	store, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for code, i := range map[string]flows.Invite{"noor": {Lang: "nl"}, "robin": {Lang: "fr", Role: flows.RoleAccompanist}} {
		i.Dossier, i.Enterprise = "de-brug", form.Enterprise{ID: "de-brug", Name: "De Brug", Country: "BE", Sample: true}
		if err := store.PutInvite(t.Context(), code, i); err != nil {
			t.Fatal(err)
		}
	}
}

// A module is sent to all while the bot runs. Who has blocked it is not written
// to, and whoever accompanies them hears so. A message that is refused is told
// of as well, is listed without a name, and arrives when it is tried again.
func TestOperatorAtWork(t *testing.T) {
	fake, environ := platform(t)
	path := strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:")
	accompanied(t, path)
	clock := onTuesday()
	s := startServeAt(t, environ, "127.0.0.1:0", clock)
	noor, robin := fake.Person("Noor", "nl"), fake.Person("Robin", "fr")
	robin.Say("/start robin")
	hears(t, robin, 1, "De Brug")
	noor.Say("/start noor")
	hears(t, noor, 1, "Welkom")
	settled(fake, noor)
	pushed := func(module, id string) {
		t.Helper()
		if got := asksAt(t, clock.Now(), environ, "push", module, "--everyone", "--id", id); got.code != 0 || got.out != id+": 1 people\n" {
			t.Fatalf("push: exit %d, %q, %q", got.code, got.out, got.err)
		}
	}

	noor.Block()
	hears(t, robin, 1, "a bloqué la conversation")
	pushed("M1", "blocked")
	eventually(t, "it is handed out", func() bool {
		return strings.Contains(asks(t, environ, "push", "show", "blocked").out, "0 got it, 1 not reached")
	})
	if got := asks(t, environ, "jobs", "list", "--dead", "--json"); got.out != "[]\n" || shownTo(noor, "M1 · ") > 0 {
		t.Errorf("who has blocked the bot is written to: %q", got.out)
	}
	noor.Unblock()
	hears(t, robin, 1, "a bloqué la conversation")

	fake.Fail(faketelegram.Fault{Method: "sendMessage", Code: 400, Description: "Bad Request: can't parse entities"})
	pushed("M2", "refused")
	hears(t, robin, 1, "n'a pas pu être remis")
	got := asks(t, environ, "jobs", "list", "--dead", "--json")
	var dead []bot.Listed
	if err := json.Unmarshal([]byte(got.out), &dead); err != nil || len(dead) != 1 {
		t.Fatalf("exit %d, %q, %q: %v", got.code, got.out, got.err, err)
	}
	if dead[0].Kind != bot.JobSend || dead[0].Channel != "telegram" || !strings.Contains(dead[0].Error, "can't parse entities") {
		t.Errorf("listed as %+v", dead[0])
	}
	table := asks(t, environ, "jobs", "list", "--dead").out
	for _, secret := range []string{strconv.FormatInt(noor.ID(), 10), "Noor", "noor", fake.Token()} {
		if strings.Contains(got.out+table, secret) {
			t.Errorf("the list says %q", secret)
		}
	}
	if !strings.Contains(table, dead[0].ID) || strings.Count(table, "\n") != 2 {
		t.Errorf("the list is\n%s", table)
	}

	if got := asks(t, environ, "jobs", "retry", dead[0].ID); got.code != 0 {
		t.Errorf("retry: exit %d, %q", got.code, got.err)
	}
	hears(t, noor, 1, "M2 · ")
	if got := asks(t, environ, "jobs", "retry", dead[0].ID); got.code != 1 || strings.Count(got.err, "\n") != 1 {
		t.Errorf("retry again: exit %d, %q", got.code, got.err)
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	if got := asks(t, environ, "jobs", "list", "--dead", "--json"); got.code != 0 || got.out != "[]\n" {
		t.Errorf("with the bot away: exit %d, %q, %q", got.code, got.out, got.err)
	}
}

// What is sent while the bot is away goes out once it is back, once.
func TestPushWhileTheBotIsAway(t *testing.T) {
	fake, environ := platform(t)
	accompanied(t, strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:"))
	clock := onTuesday()
	s := startServeAt(t, environ, "127.0.0.1:0", clock)
	noor, robin := fake.Person("Noor", "nl"), fake.Person("Robin", "fr")
	for p, code := range map[*faketelegram.Person]string{noor: "noor", robin: "robin"} {
		p.Say("/start " + code)
		hears(t, p, 1, "De Brug")
	}
	message := []string{"push", "--enterprise", "de-brug", "--fr", "Bonjour", "--nl", "Dag allemaal", "--en", "Hello"}
	if got := asks(t, environ, message...); got.code != 1 || !strings.Contains(got.err, "nobody is to get it") {
		t.Errorf("a message without consent: exit %d, %q, %q", got.code, got.out, got.err)
	}
	eventually(t, "the question of consent", func() bool { return noor.Press("Ja") == nil })
	settled(fake, noor)
	noor.Say("Noor")
	hears(t, noor, 1, "Dank je")
	settled(fake, noor)
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "people.txt")
	address := "telegram:" + strconv.FormatInt(noor.ID(), 10)
	if err := os.WriteFile(file, []byte(address+"\n\n"+address+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"push", "--to", file, "--fr", "Bonjour", "--nl", "Dag allemaal", "--en", "Hello"},
		{"push", "--everyone", "--role", "accompanist", "--fr", "Salut", "--nl", "Hoi", "--en", "Hi", "--id", "greeting"},
	} {
		if got := asksAt(t, clock.Now(), environ, args...); got.code != 0 || !strings.HasSuffix(got.out, ": 1 people\n") {
			t.Errorf("%q: exit %d, %q, %q", args, got.code, got.out, got.err)
		}
	}
	if got := asksAt(t, clock.Now(), environ, message...); got.code != 1 || !strings.Contains(got.err, "this message goes to some of them") {
		t.Errorf("the same to the same: exit %d, %q, %q", got.code, got.out, got.err)
	}
	if got := asks(t, environ, "jobs", "list"); strings.Contains(got.out, strconv.FormatInt(noor.ID(), 10)) {
		t.Errorf("what waits:\n%s", got.out)
	}
	startServeAt(t, environ, "127.0.0.1:0", clock)
	hears(t, robin, 1, "Salut")
	hears(t, noor, 1, "Dag allemaal")
	eventually(t, "the receipt says so", func() bool {
		return strings.Contains(asks(t, environ, "push", "show", "greeting").out, "1 people, 1 got it")
	})
}

func TestOperatorMisuse(t *testing.T) {
	environ := map[string]string{"VISESBOT_STORE": "sqlite:" + filepath.Join(t.TempDir(), "visesbot.db")}
	for _, test := range []struct {
		args []string
		want string
		code int
	}{
		{[]string{"jobs", "retry"}, "jobs list --dead", 2},
		{[]string{"jobs", "retry", "nothing"}, "jobs list --dead", 1},
		{[]string{"jobs", "list", "--limit", "0"}, "--limit", 2},
		{[]string{"push"}, "which module", 2},
		{[]string{"push", "M1"}, "to whom", 2},
		{[]string{"push", "M1", "--everyone"}, "nobody", 1},
		{[]string{"push", "M77", "--everyone"}, "M1", 2},
		{[]string{"push", "M1", "--everyone", "--fr", "x"}, "not both", 2},
		{[]string{"push", "--everyone", "--fr", "x"}, "--nl", 2},
		{[]string{"push", "M1", "--everyone", "--at", "soon"}, "--at", 2},
		{[]string{"push", "M1", "--to", "no-such-file"}, "no-such-file", 2},
	} {
		got := asks(t, environ, test.args...)
		if got.code != test.code || !strings.Contains(got.err, test.want) || strings.Count(got.err, "\n") != 1 || got.out != "" {
			t.Errorf("%q: exit %d, %q, %q", test.args, got.code, got.out, got.err)
		}
	}
}
