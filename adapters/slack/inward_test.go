package slack_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/attachment"
	"visesbot/flows"
)

func TestProfile(t *testing.T) {
	l := newLab(t, false)
	l.people[0].Say("hallo")
	if u := l.got(1); u.From.Lang != "nl" || u.From.Name != "Noor" || u.From.Zone != "Europe/Brussels" {
		t.Errorf("from %+v", u.From)
	}
	l.people[0].Say("nog eens")
	l.got(2)
	if n := len(l.platform.Calls("users.info")); n != 1 {
		t.Errorf("the profile was asked for %d times", n)
	}
}

// What the bot says stands in the chat, wherever the person wrote last: pushes and
// reminders are not hidden in an old thread.
func TestThreads(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	first := p.Person.Say("in het gesprek")
	l.got(1)
	l.send(p, say(line(flows.Body, "antwoord")))
	p.SayIn(first, "in de draad")
	l.got(2)
	l.send(p, say(line(flows.Body, "antwoord in de draad")))
	shown := p.Person.Shown()
	if shown[0].Thread != "" || shown[1].Thread != "" {
		t.Errorf("threads %q and %q", shown[0].Thread, shown[1].Thread)
	}
}

func TestMentionIsAnsweredInPrivate(t *testing.T) {
	l := newLab(t, true)
	p := l.people[0]
	p.Mention("C0ROOM", "wat is een stakeholder?")
	if u := l.got(1); u.Text != "wat is een stakeholder?" || u.Address != p.Address() {
		t.Errorf("the mention arrived as %+v", u)
	}
	l.eventually("the person is told where the answer is", func() bool { return len(p.Whispers()) == 1 })
	l.send(p, say(line(flows.Body, "Wie iets merkt van jullie werk.")))
	if shown := p.Person.Shown(); len(shown) != 1 {
		t.Errorf("in private: %+v", shown)
	}
}

// What the channel itself is told of a mention: a word to explain, a poll. The
// rest is between the bot and who wrote.
func TestMentionForTheChannel(t *testing.T) {
	l := newLab(t, true)
	p := l.people[0]
	for i, c := range []struct{ said, text string }{
		{"term stakeholder", "/term stakeholder"}, {"Begrip nulmeting", "/term nulmeting"}, {"poll M1", "/poll M1"},
	} {
		p.Mention("C0ROOM", c.said)
		if u := l.got(i + 1); u.Text != c.text || !strings.HasSuffix(string(u.Address), "C0ROOM") || u.From.Talk != string(p.Address()) {
			t.Errorf("%q arrived as %+v", c.said, u)
		}
	}
	for i, said := range []string{"term", "woord voor woord", "twaalf"} {
		p.Mention("C0ROOM", said)
		if u := l.got(4 + i); u.Text != said || u.Address != p.Address() {
			t.Errorf("%q arrived as %+v", said, u)
		}
	}
}

func TestCommands(t *testing.T) {
	for _, overHTTP := range []bool{false, true} {
		l := newLab(t, overHTTP)
		p := l.people[0]
		p.Command("menu", true)
		if u := l.got(1); u.Text != "/menu" {
			t.Errorf("/vises menu arrived as %+v", u)
		}
		p.Command("taal fr", false)
		if u := l.got(2); u.Text != "/taal fr" {
			t.Errorf("/vises taal fr arrived as %+v", u)
		}
		l.eventually("told where the answer is", func() bool { return len(p.Whispers()) == 1 })
		for i, text := range []string{"", "help", "dansen"} {
			p.Command(text, true)
			l.eventually("help is given", func() bool { return len(p.Whispers()) == i+2 })
			if got := p.Whispers()[i+1]; !strings.Contains(got, "/vises starten CODE") || strings.Contains(got, "ken ik niet") != (text == "dansen") {
				t.Errorf("/vises %s: %q", text, got)
			}
		}
		p.Say("start atelier-7")
		if u := l.got(3); !u.Start || u.Code != "atelier-7" {
			t.Errorf("start atelier-7 arrived as %+v", u)
		}
	}
}

// What came with words is named, and fetched when it is asked for: words wait for
// no file.
func TestFilesComeIn(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	p.Upload(l.server.URL, "foto.png", png(), "kijk")
	u := l.got(1)
	if len(u.Fetch) != 1 || u.Text != "kijk" || u.Fetch[0].Name != "foto.png" || u.Fetch[0].ID == "" {
		t.Fatalf("the picture arrived as %+v", u)
	}
	body, err := l.channel.Fetch(t.Context(), u.Address, &u.Fetch[0])
	if err != nil || string(body) != string(png()) {
		t.Errorf("fetched: %q, %v", body, err)
	}
	p.UploadAs(l.server.URL, "foto.png", append(png(), make([]byte, 20<<20)...), 100, "liegt")
	u = l.got(2)
	if _, err := l.channel.Fetch(t.Context(), u.Address, &u.Fetch[0]); !errors.Is(err, attachment.ErrTooLarge) {
		t.Errorf("a file larger than it says: %v", err)
	}
	p.Upload("http://203.0.113.9", "foto.png", png(), "elders")
	u = l.got(3)
	if _, err := l.channel.Fetch(t.Context(), u.Address, &u.Fetch[0]); !errors.Is(err, bot.ErrGone) || u.Text != "elders" {
		t.Errorf("a file of elsewhere: %v", err)
	}
}

func TestReconnects(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	n := 0
	for name, end := range map[string]func(){
		"asked to": func() { l.platform.Disconnect("refresh_requested") }, "cut": l.platform.Cut,
		"in the middle": func() { l.platform.Disconnect("warning"); l.platform.Cut() },
	} {
		l.eventually("it is connected", func() bool { return l.platform.Connected() == 1 })
		end()
		p.Say(name)
		n++
		if got := l.got(n); got.Text != name {
			t.Errorf("%s: got %q", name, got.Text)
		}
	}
	l.eventually("everything is acknowledged", func() bool { return l.platform.Waiting() == 0 })
	if err := l.channel.Ready(); err != nil {
		t.Error(err)
	}
}

// TestOwnOrder holds that what one person does is accepted in its order, while a
// file of theirs is slow to come.
func TestOwnOrder(t *testing.T) {
	l := newLab(t, false)
	l.inbox.set(30*time.Millisecond, nil)
	p := l.people[0]
	p.Upload(l.server.URL, "foto.png", png(), "een")
	p.Say("twee")
	p.Command("menu", true)
	p.Say("vier")
	l.got(4)
	if got := texts(l.inbox.got()); got != "een twee /menu vier" {
		t.Errorf("order: %s", got)
	}
}

// TestNothingOvertakesWhatFailed holds that what a person did next waits for what
// could not be stored, however long Slack takes to bring it again.
func TestNothingOvertakesWhatFailed(t *testing.T) {
	l := newLab(t, false)
	tries := 0
	l.inbox.odd = func(u bot.Update) error {
		if u.Text == "een" {
			tries++
		}
		if u.Text == "een" && tries < 8 {
			return errors.New("the disk is full")
		}
		return nil
	}
	for _, text := range []string{"een", "twee", "drie"} {
		l.people[0].Say(text)
	}
	l.got(3)
	if got := texts(l.inbox.got()); got != "een twee drie" {
		t.Errorf("stored: %s", got)
	}
}
