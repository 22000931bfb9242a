package main

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/bot/rooms/push"
	"visesbot/flows/form"
)

// founded makes dossiers of these enterprises, with somebody in each who may be
// written to.
func founded(t *testing.T, path string, ids ...string) {
	t.Helper()
	store, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for i, id := range ids {
		a, now := bot.Address("telegram:77"+id), time.Now()
		if err := store.Enqueue(t.Context(), a, bot.Job{ID: "first", Kind: bot.JobNote, Due: now}); err != nil {
			t.Fatal(err)
		}
		c, err := store.Claim(t.Context(), now, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		head := form.Head{Dossier: id, Version: 1, Enterprise: form.Enterprise{ID: id, Name: id, Country: "BE"}, Phase: "mandate"}
		head.People = []form.Person{{ID: "p1", Address: string(a), Lang: []string{"nl", "fr"}[i%2]}}
		if err := store.Commit(t.Context(), c, bot.Outcome{Dossier: id, Changes: form.Changes{Head: &head}}); err != nil {
			t.Fatal(err)
		}
	}
}

// A module is pushed to a cohort at the desk, whether the bot runs or not: it is
// listed and shown, goes out once, and can be withdrawn before it does. What
// cannot be is answered in one sentence.
func TestPushWithReceipt(t *testing.T) {
	_, environ := platform(t)
	path := strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:")
	tells(t, environ, "2 new", "programme", "import", table(t, "id,name,country,language,pool\nde-brug,De Brug,BE,nl,wi\nde-kring,De Kring,BE,nl,other\n"))
	tells(t, environ, "2 new", "programme", "import", table(t, "id,name,languages,enterprises\nc1,Eerste,nl,de-brug;de-kring\nc2,Tweede,nl,\n"))
	tells(t, environ, "Nothing was pushed", "push", "list")
	founded(t, path, "de-brug", "de-kring")

	plan := []string{"push", "M1", "--cohort", "c1", "--at", "2051-03-05 11:00", "--note", "Dag!"} // a Sunday
	tells(t, environ, "2 people, on 6 March 2051 at 08:00 (moved", plan...)
	id := strings.Fields(strings.Split(asks(t, environ, "push", "list").out, "\n")[1])[0]
	s := startServe(t, environ, "127.0.0.1:0")
	tells(t, environ, "1 people", "push", "M1", "--cohort", "c1", "--pool", "wi", "--at", "2051-03-07 11:00", "--id", "tuesday")
	tells(t, environ, "(planned)", "push", "show", id)
	var r push.Receipt
	if got := asks(t, environ, "push", "show", "tuesday", "--json"); json.Unmarshal([]byte(got.out), &r) != nil || r.Stage != push.Planned || r.Module != "M1" || r.Hash == "" {
		t.Errorf("shown as %q %q", got.out, got.err)
	}
	for _, bad := range []struct {
		args []string
		want string
		code int
	}{
		{plan, "--again " + id, exitFailed},
		{[]string{"push", "M1", "--enterprise", "de-kring", "--at", "2051-03-06 15:00"}, "by push " + id, exitFailed},
		{[]string{"push", "M1", "--cohort", "c2"}, "nobody is to get it", exitFailed},
		{[]string{"push", "M1", "--cohort", "c3"}, "no cohort is called", exitFailed},
		{[]string{"push", "M1", "--cohort", "c1", "--at", "2021-03-07 11:00"}, "past", exitFailed},
		{[]string{"push", "M1", "--cohort", "c1", "--pool", "elsewhere"}, "--pool is", exitMisuse},
		{[]string{"push", "--everyone", "--fr", "x", "--nl", "x", "--en", "x", "--note", "x"}, "--note", exitMisuse},
		{[]string{"push", "M1", "--cohort", "c1", "--id", "à demain"}, "is called by", exitFailed},
		{[]string{"push", "show", "none"}, "push list", exitFailed},
		{[]string{"push", "show"}, "name one push", exitMisuse},
		{[]string{"push", "--withdraw", "none"}, "no push is called", exitFailed},
		{[]string{"push", "--again", id}, "has not gone out", exitFailed},
	} {
		if got := asks(t, environ, bad.args...); got.code != bad.code || !strings.Contains(got.err, bad.want) || strings.Count(got.err, "\n") != 1 {
			t.Errorf("%q: exit %d, %q", bad.args, got.code, got.err)
		}
	}
	tells(t, environ, "withdrawn", "push", "--withdraw", id)
	tells(t, environ, "(withdrawn)", "push", "show", id)
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	tells(t, environ, "2 people", "push", "M1", "--enterprise", "de-brug,de-kring", "--at", "2051-03-06 12:00")
}
