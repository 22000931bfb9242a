package slack_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
	"visesbot/flows"
)

// What somebody corrects or takes back is heard, by the message that it was; what
// Slack or the bot itself changes is not.
func TestChangesAreHeard(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	ts := p.Person.Say("vier")
	ref := l.got(1).Ref
	if ref == "" || !strings.HasSuffix(ref, ts) {
		t.Fatalf("the message is called %q", ref)
	}
	r := l.send(p, say(line(flows.Body, "Dank je")))
	m := say(line(flows.Body, "Dank je wel"))
	m.Replace = string(r)
	l.send(p, m)
	p.Unfurl(ts)
	p.Edit(ts, "vijf")
	u := l.got(2)
	if u.Text != "vijf" || u.Edits != ref || u.Deleted || u.Address != p.Address() {
		t.Errorf("the correction arrived as %+v", u)
	}
	p.Edit(ts, "zes")
	if u := l.got(3); u.Text != "zes" || u.Edits != ref {
		t.Errorf("the second one arrived as %+v", u)
	}
	p.TakeBack(ts)
	if u := l.got(4); u.Text != "" || u.Edits != ref || !u.Deleted {
		t.Errorf("what was taken back arrived as %+v", u)
	}
	other := p.Person.Say("zeven")
	p.SayIn(other, "en acht")
	l.got(6)
	p.TakeBack(other)
	if u := l.got(7); u.Edits != l.inbox.got()[4].Ref || !u.Deleted {
		t.Errorf("what has a thread is taken back as %+v", u)
	}
}

// What is kept is what the person saw: the names of people, dates, emoji.
func TestWordsAreAsSeen(t *testing.T) {
	l := newLab(t, false)
	p, sam := l.people[0], l.people[1]
	p.Stored("samen met <@" + sam.Person.ID() + "> :+1:")
	if u := l.got(1); u.Text != "samen met @Sam 👍" {
		t.Errorf("it arrived as %q", u.Text)
	}
	type el = map[string]any
	p.Compose("*Marie* et <@"+sam.Person.ID()+">",
		el{"type": "text", "text": "Marie", "style": el{"bold": true}}, el{"type": "text", "text": " et "}, el{"type": "user", "user_id": sam.Person.ID()},
		el{"type": "text", "text": " "}, el{"type": "emoji", "name": "wave", "unicode": "1f44b-1f3fd"}, el{"type": "emoji", "name": "ours"},
		el{"type": "date", "timestamp": 1392734382, "format": "{date}", "fallback": "18 février"})
	if u := l.got(2); u.Text != "Marie et @Sam 👋🏽:ours:18 février" {
		t.Errorf("it arrived as %q", u.Text)
	}
}

// Who belongs to another organisation is told so where they wrote: a private chat
// can never be.
func TestSomebodyOfAnotherOrganisation(t *testing.T) {
	l := newLab(t, true)
	guest := l.platform.PersonOf("T0OTHER", "Robin", "fr-BE")
	guest.MentionShared("C0SHARED", fakeslack.HomeTeam, "bonjour")
	l.eventually("they are told", func() bool { return len(guest.Whispers()) == 1 })
	if said := guest.Whispers()[0]; !strings.Contains(said, "autre organisation") {
		t.Errorf("they are told %q", said)
	}
	if got := l.inbox.got(); len(got) != 0 {
		t.Errorf("it arrived: %+v", got)
	}
}

// A member who writes in a channel of another organisation is a member all the same.
func TestChannelOfAnotherOrganisation(t *testing.T) {
	l := newLab(t, true)
	p := l.people[0]
	p.MentionShared("C0THEIRS", "T0OTHER", "menu")
	if u := l.got(1); u.Address != p.Address() || u.Text != "menu" {
		t.Errorf("it arrived as %+v", u)
	}
}

func TestFileOfAnotherOrganisation(t *testing.T) {
	l := newLab(t, true)
	l.people[0].UploadShared(l.server.URL, "foto.png", png(), "zie foto")
	u := l.got(1)
	if len(u.Fetch) != 1 || u.Text != "zie foto" {
		t.Fatalf("it arrived as %+v", u)
	}
	file := u.Fetch[0]
	if body, err := l.channel.Fetch(t.Context(), u.Address, &file); err != nil || string(body) != string(png()) || file.Name != "foto.png" {
		t.Errorf("fetched %q, %d bytes, %v", file.Name, len(body), err)
	}
}

// A file that Slack does not give takes no words with it, and may be asked for again.
func TestFileThatIsNotGiven(t *testing.T) {
	l := newLab(t, true)
	l.platform.Fail(fakeslack.Fault{Method: "files.info", Times: -1, Error: "internal_error"})
	p := l.people[0]
	p.UploadShared(l.server.URL, "foto.png", png(), "zie foto")
	u := l.got(1)
	if len(u.Fetch) != 1 || u.Text != "zie foto" {
		t.Fatalf("it arrived as %+v", u)
	}
	if _, err := l.channel.Fetch(t.Context(), u.Address, &u.Fetch[0]); err == nil || errors.Is(err, bot.ErrGone) {
		t.Errorf("fetched: %v", err)
	}
}

// Who opens the chat for the first time is greeted; whom the bot knows is not.
func TestOpeningTheChat(t *testing.T) {
	known := &talks{}
	l := newLab(t, true, func(o *slack.Options) { o.Talks = known })
	p := l.people[0]
	p.OpenMessages()
	if u := l.got(1); !u.Start || u.Code != "" || u.Address != p.Address() {
		t.Errorf("it arrived as %+v", u)
	}
	known.turn("", true)
	l.people[1].OpenMessages()
	l.people[1].Say("hallo")
	if u := l.got(2); u.Start || u.Text != "hallo" {
		t.Errorf("somebody known is greeted: %+v", u)
	}
}

// A form counts for what it was opened for, and once.
func TestFormOfAnotherQuestion(t *testing.T) {
	now := &talks{table: "d1~P0-07~0~"}
	l := newLab(t, true, func(o *slack.Options) { o.Talks = now })
	p := l.people[0]
	m := longQuestion("x")
	m.For = now.table
	l.send(p, m)
	for _, step := range []struct {
		table, text string
		closed      bool
	}{{"d1~P0-08~0~", "de hoop", false}, {"d1~P0-07~0~", "de hoop", true}} {
		if !step.closed {
			if err := p.Press("✎"); err != nil {
				t.Fatal(err)
			}
			l.loaded(p)
		}
		now.turn(step.table, true)
		if err := p.Submit(map[string]string{"text": step.text}); err != nil {
			t.Fatal(err)
		}
		f, open := p.Form()
		if open == step.closed || open != (f.Errors["text"] != "") {
			t.Errorf("at %s it is open: %v, %v", step.table, open, f.Errors)
		}
	}
	if u := l.got(1); u.For != "d1~P0-07~0~" || u.Text != "de hoop" {
		t.Errorf("it arrived as %+v", u)
	}
}

// A form that is sent again, because its answer got lost on the way, is the same.
func TestFormSentTwice(t *testing.T) {
	now := &talks{table: "a"}
	l := newLab(t, true, func(o *slack.Options) { o.Talks = now })
	p := l.people[0]
	m := longQuestion("x")
	m.For = "a"
	l.send(p, m)
	if err := p.Press("✎"); err != nil {
		t.Fatal(err)
	}
	l.loaded(p)
	l.inbox.set(3*time.Second, nil)
	if err := p.Submit(map[string]string{"text": "de hoop"}); err == nil {
		t.Fatal("it was acknowledged in time")
	}
	l.got(1)
	l.inbox.set(0, nil)
	now.turn("b", true)
	if err := p.Submit(map[string]string{"text": "de hoop"}); err != nil {
		t.Fatal(err)
	}
	if _, open := p.Form(); open {
		t.Error("what was taken is asked for again")
	}
	if got := l.inbox.got(); len(got) != 1 {
		t.Errorf("%d arrived: %+v", len(got), got)
	}
}

// A press says in which channel it was made, and that proves nothing: the bot
// writes where Slack has opened the chat of that person.
func TestPressInTheChatOfAnother(t *testing.T) {
	l := newLab(t, true)
	p, other := l.people[0], l.people[1]
	l.platform.Bring("interactive", []byte(`{"type":"block_actions","trigger_id":"1.2","team":{"id":"`+fakeslack.HomeTeam+
		`"},"user":{"id":"`+p.Person.ID()+`"},"channel":{"id":"`+other.Chat()+`"},"actions":[{"type":"button","action_id":"b","value":"menu"}]}`))
	l.got(1)
	l.send(p, say(line(flows.Body, "alleen voor Noor")))
	if shown := other.Person.Shown(); len(shown) != 0 {
		t.Errorf("somebody else sees %+v", shown)
	}
	if shown := p.Person.Shown(); len(shown) != 1 {
		t.Errorf("Noor sees %+v", shown)
	}
}

// Whoever cannot see the blocks hears what is to be seen and to be pressed.
func TestFallbackNamesEverything(t *testing.T) {
	l := newLab(t, true)
	m := say(line(flows.Heading, "Weekoverzicht"), line(flows.Body, strings.Repeat("lang ", 400)))
	m.Media = &flows.Media{Kind: "picture", Name: "chain.nl.png", Alt: "drie staven"}
	m.Buttons = [][]flows.Button{{{Label: "Open", Data: "a"}}, {{Label: "Later", Data: "b"}}}
	l.send(l.people[0], m)
	text, _ := l.platform.Calls("chat.postMessage")[0].Args["text"].(string)
	for _, want := range []string{"Weekoverzicht", "[drie staven]", "[Open] [Later]"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not say %q", text, want)
		}
	}
}
