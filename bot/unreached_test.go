package bot_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"visesbot/bot"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
	"visesbot/flows/form"
)

// newTeam is a world in which Noor of an enterprise, and Robin who accompanies
// it, talk with the engine about the built-in content.
func newTeam(t *testing.T) *world {
	script, problems := definition.Load(content.FS)
	if definition.Failed(problems) {
		t.Fatal(problems)
	}
	w := newWorld(t, func(o *bot.Options) { o.Scripts = bot.One(engine.Must(script)) })
	w.channel.shut = map[bot.Address]bot.Cause{}
	for code, i := range map[string]flows.Invite{
		"noor": {Lang: "nl"}, "robin": {Lang: "fr", Role: flows.RoleAccompanist},
	} {
		i.Dossier, i.Enterprise = "d1", form.Enterprise{ID: "e1", Name: "De Brug", Country: "BE", Sample: true}
		w.store.invites[code] = i
		w.arrive(bot.Update{Address: bot.Address("test:" + code), Start: true, Code: code})
		w.drain()
	}
	w.say("test:noor", "ja")
	w.say("test:noor", "Noor")
	w.channel.take()
	return w
}

// heardBy is what somebody was shown since it was last asked.
func (w *world) heardBy(who string) []string {
	return slices.DeleteFunc(w.channel.take(), func(s string) bool { return !strings.HasPrefix(s, who+": ") })
}

// remind sends something to somebody who did nothing for it.
func (w *world) remind(to bot.Address, n int) {
	w.Helper()
	for range n {
		w.updates++
		w.store.arrive(to, bot.Job{
			ID: fmt.Sprintf("r%d", w.updates), Kind: bot.JobSend, Due: w.clock.Now(),
			Message: &bot.Message{Card: "c0", Lines: []flows.Line{{Text: "a reminder"}}},
		})
		w.drain()
	}
}

// Whoever accompanies the enterprise hears once of each cause why somebody is
// not reached any more, in their own language; and again when it happens anew.
func TestWhoIsNotReachedIsToldToTheAccompanist(t *testing.T) {
	w := newTeam(t)
	told := func(cause bot.Cause, about ...string) {
		t.Helper()
		w.channel.shut["test:noor"] = cause
		w.remind("test:noor", 3)
		got := w.heardBy("robin")
		if len(got) != len(about) {
			t.Fatalf("%q: Robin heard %q", cause, got)
		}
		for i, words := range about {
			if !strings.Contains(got[i], "De Brug") || !strings.Contains(got[i], "Noor") || !strings.Contains(got[i], words) {
				t.Errorf("%q: Robin heard %q", cause, got)
			}
		}
	}
	back := func() {
		t.Helper()
		delete(w.channel.shut, "test:noor")
		w.say("test:noor", "help")
		if got := w.heardBy("noor"); len(got) == 0 {
			t.Error("Noor is back, and gets no answer")
		}
	}
	told("", "n'a pas pu être remis")
	told(bot.Blocked, "a bloqué la conversation")
	told(bot.Gone)
	back()
	told("")
	told(bot.Gone, "n'existe plus")
	back()
	told(bot.Blocked, "a bloqué la conversation")
	if dead := w.store.dead("test:noor"); len(dead) != 18 {
		t.Errorf("%d messages are kept", len(dead))
	}
}

// Who has not said their name yet is told of without one.
func TestWhoIsNotReachedHasNoNameYet(t *testing.T) {
	w := newTeam(t)
	w.store.invites["sam"] = flows.Invite{Dossier: "d1", Lang: "nl"}
	w.arrive(bot.Update{Address: "test:sam", Start: true, Code: "sam"})
	w.drain()
	w.channel.take()
	w.channel.shut["test:sam"] = bot.Gone
	w.remind("test:sam", 1)
	if got := w.heardBy("robin"); len(got) != 1 || !strings.Contains(got[0], "une personne de l'équipe") {
		t.Errorf("Robin heard %q", got)
	}
}

// When nobody can be told, nothing goes round in circles.
func TestWhoIsNotReachedAndNobodyCanBeTold(t *testing.T) {
	w := newTeam(t)
	w.channel.shut["test:noor"], w.channel.shut["test:robin"] = bot.Blocked, bot.Blocked
	for range 3 {
		w.remind("test:noor", 1)
		w.remind("test:robin", 1)
	}
	delete(w.channel.shut, "test:robin")
	w.say("test:robin", "help")
	if got := w.heardBy("robin"); len(got) != 1 {
		t.Errorf("Robin heard %q", got)
	}
}

// The list for operators does not say who a message is for, nor what it says.
func TestDeadJobsAreListedWithoutNames(t *testing.T) {
	jobs := []bot.Posted{
		{To: "slack:T0AAAA-U0BBBB", Job: bot.Job{
			ID: "telegram-5-s0", Kind: bot.JobSend, Attempts: 3, Dead: true,
			Error:   "send: permanent: no channel for U0BBBB in T0AAAA",
			Message: &bot.Message{Lines: []flows.Line{{Text: "a secret of the enterprise"}}},
		}},
		{To: "slack:T0AAAA-U0CCCC", Job: bot.Job{ID: "telegram-5-s0", Kind: bot.JobSend, Dead: true}},
	}
	all := bot.List(jobs)
	if all[0].ID == all[1].ID || all[0].ID != bot.List(jobs)[0].ID || len(all[0].ID) != 12 {
		t.Errorf("they are called %q and %q", all[0].ID, all[1].ID)
	}
	if all[0].Channel != "slack" || all[0].Error != "send: permanent: no channel for … in …" || all[0].Attempts != 3 {
		t.Errorf("listed as %+v", all[0])
	}
}
