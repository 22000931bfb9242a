package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack/fakeslack"
	"visesbot/adapters/sqlite"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	"visesbot/flows"
)

// A group votes with Telegram's own poll, over a restart too.
func TestServePollOnTelegram(t *testing.T) {
	fake, environ := platform(t)
	path := strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:")
	noor, sam, group := fake.Person("Noor", "nl"), fake.Person("Sam", "fr"), fake.Group("De ploeg")
	address := bot.Address(fmt.Sprint("telegram:", group.ID()))
	group.Say(noor, "hallo")
	polled(t, path, address)
	s := startServe(t, environ, "127.0.0.1:0")
	eventually(t, "a poll", func() bool { return len(group.FromBot()) == 1 && group.FromBot()[0].Poll != "" })
	if err := noor.Vote(group.Chat, "Dinsdag"); err != nil {
		t.Fatal(err)
	}
	quiet(t, fake, group, noor)
	counted(t, path, address, s.stop, "0/1")
	if err := sam.Vote(group.Chat, "Maandag"); err != nil {
		t.Fatal(err)
	}
	if err := noor.Vote(group.Chat, "Maandag"); err != nil {
		t.Fatal(err)
	}
	s = startServe(t, environ, "127.0.0.1:0")
	quiet(t, fake, group, noor)
	group.Say(noor, "/poll@"+fake.Username()+" M1")
	eventually(t, "what the module asks the room", func() bool {
		all := group.FromBot()
		last := all[len(all)-1]
		return last.Poll != "" && last.Poll != "Wanneer?" && len(last.PollOptions) > 2
	})
	group.Say(noor, "/term@"+fake.Username()+" nulmeting")
	eventually(t, "a word explained to the room", func() bool {
		all := group.FromBot()
		return strings.Contains(strings.ToLower(all[len(all)-1].Text), "nulmeting")
	})
	counted(t, path, address, s.stop, "2/0")
	if asked := group.FromBot()[0]; asked.Poll == "" || asked.Edits != 0 {
		t.Errorf("the poll became %+v", asked)
	}
}

// On Slack, which has no polls, a group votes with buttons, and reads the count
// on the message itself.
func TestServePollOnSlack(t *testing.T) {
	fake, environ := slackPlatform(t)
	environ["SLACK_APP_TOKEN"] = "xapp-1"
	path := strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:")
	noor, sam := fake.Person("Noor", "nl-BE"), fake.Person("Sam", "fr-BE")
	noor.Mention("C0COHORT", "hallo")
	address := bot.Address("slack:" + fakeslack.HomeTeam + "-C0COHORT")
	polled(t, path, address)
	s := startServe(t, environ, freeAddr(t))
	reads := func(what, want string) {
		t.Helper()
		eventually(t, what, func() bool {
			all := fake.ShownIn("C0COHORT")
			return len(all) == 1 && strings.Join(all[0].Labels, " ") == want
		})
	}
	reads("a poll", "Maandag Dinsdag")
	for _, c := range []struct {
		p     *fakeslack.Person
		label string
		want  string
	}{{noor, "Dinsdag", "Maandag Dinsdag · 1"}, {sam, "Dinsdag", "Maandag Dinsdag · 2"}, {noor, "Maandag", "Maandag · 1 Dinsdag · 1"}} {
		if err := c.p.PressIn("C0COHORT", c.label); err != nil {
			t.Fatal(err)
		}
		reads("a vote", c.want)
	}
	private := len(noor.Shown()) + len(noor.Whispers())
	noor.Mention("C0COHORT", "poll M1")
	eventually(t, "what the module asks the room", func() bool {
		all := fake.ShownIn("C0COHORT")
		return len(all) == 2 && len(all[1].Labels) > 2
	})
	label := fake.ShownIn("C0COHORT")[1].Labels[0]
	if err := sam.PressIn("C0COHORT", label); err != nil {
		t.Fatal(err)
	}
	eventually(t, "a vote", func() bool { return fake.ShownIn("C0COHORT")[1].Labels[0] == label+" · 1" })
	noor.Mention("C0COHORT", "term nulmeting")
	eventually(t, "a word explained to the channel", func() bool {
		all := fake.ShownIn("C0COHORT")
		return len(all) == 3 && strings.Contains(strings.ToLower(all[2].Text), "nulmeting")
	})
	if n := len(noor.Shown()) + len(noor.Whispers()); n != private {
		t.Errorf("%d words in private, to what was said to the channel", n-private)
	}
	counted(t, path, address, s.stop, "1/1")
}

// polled asks a group to vote.
func polled(t *testing.T, path string, to bot.Address) {
	t.Helper()
	store, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	poll := flows.Poll{ID: "p1", Question: "Wanneer?", Options: []flows.PollOption{{ID: "ma", Text: "Maandag"}, {ID: "di", Text: "Dinsdag"}}}
	if err := store.Enqueue(t.Context(), to, bot.PollJob(poll, time.Now())); err != nil {
		t.Fatal(err)
	}
}

// counted stops the program, and wants these votes, first option first.
func counted(t *testing.T, path string, of bot.Address, stop func() error, want string) {
	t.Helper()
	if err := stop(); err != nil {
		t.Error(err)
	}
	store, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	session, err := store.Session(t.Context(), of)
	if err != nil || len(session.Polls) == 0 {
		t.Fatalf("polls %+v, %v", session.Polls, err)
	}
	if b := session.Polls[0]; fmt.Sprintf("%d/%d", b.Count("ma"), b.Count("di")) != want {
		t.Errorf("votes %+v, want %s", b.Votes, want)
	}
}

// quiet waits until everything was done that a group did before.
func quiet(t *testing.T, fake *faketelegram.Server, group *faketelegram.Group, p *faketelegram.Person) {
	t.Helper()
	eventually(t, "all is taken in", func() bool { return fake.Pending() == 0 })
	before := len(group.FromBot())
	group.Say(p, "/help@"+fake.Username())
	eventually(t, "an answer in the group", func() bool { return len(group.FromBot()) > before })
}
