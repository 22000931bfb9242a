package slack_test

import (
	"testing"
	"time"

	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// What stands below a message stays there, and takes nothing else with it:
// neither what somebody writes in that thread nor a press there moves the talk.
func TestThreadOfAMessage(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	mine := p.Person.Say("in mijn eigen draad")
	p.SayIn(mine, "daar praat ik")
	l.got(2)
	top := say(line(flows.Heading, "Weekoverzicht"))
	top.Top = true
	root := l.send(p, top)
	detail := say(line(flows.Body, "Atelier 1"))
	detail.Under = string(root)
	l.send(p, detail)
	shown := p.Person.Shown()
	if shown[0].Thread != "" || shown[1].Thread != shown[0].TS {
		t.Fatalf("threads %q and %q below %q", shown[0].Thread, shown[1].Thread, shown[0].TS)
	}
	p.Person.Say("terug in het gesprek")
	p.SayIn(shown[0].TS, "dank je")
	if u := l.got(4); u.Under != root || u.Text != "dank je" {
		t.Errorf("it arrived below %q, not %q", u.Under, root)
	}
	if u := l.got(3); u.Under != "" {
		t.Errorf("what stands in the chat arrived below %q", u.Under)
	}
	l.send(p, say(line(flows.Body, "De volgende vraag")))
	if last := p.Person.Shown()[2]; last.Thread != "" {
		t.Errorf("the talk was pulled into the thread %q", last.Thread)
	}
}

// What is gone holds nothing back.
func TestThreadThatIsGone(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	root := l.send(p, say(line(flows.Heading, "Weekoverzicht")))
	p.Delete(p.Person.Shown()[0].TS)
	below := say(line(flows.Body, "een antwoord"))
	below.Under = string(root)
	l.send(p, below)
	if shown := p.Person.Shown(); len(shown) != 1 || shown[0].Thread != "" {
		t.Errorf("to be seen: %+v", shown)
	}
}

// A thread in which nobody may write holds nothing back either: what belongs there
// goes to the chat, and the thread is not tried again.
func TestThreadThatIsLocked(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	root := l.send(p, say(line(flows.Heading, "Weekoverzicht")))
	p.Lock(p.Person.Shown()[0].TS)
	below := say(line(flows.Body, "een antwoord"))
	below.Under = string(root)
	for range 2 {
		l.send(p, below)
		l.clock.Move(time.Minute)
	}
	shown := p.Person.Shown()
	if len(shown) != 3 || shown[1].Thread != "" || shown[2].Thread != "" {
		t.Fatalf("to be seen: %+v", shown)
	}
	if n := len(l.platform.Calls("chat.postMessage")); n != 4 {
		t.Errorf("%d calls, so the thread was tried again", n)
	}
	if err := l.shelf.PutFile(t.Context(), pictureFile(), pngReader()); err != nil {
		t.Fatal(err)
	}
	other := l.send(p, say(line(flows.Heading, "Nog een")))
	p.Lock(p.Person.Shown()[3].TS)
	l.send(p, bot.Message{Card: "c2", Lang: "nl", Files: []form.File{pictureFile()}, Under: string(other)})
	if shown = p.Person.Shown(); len(shown) != 5 || shown[4].File != "phases.png" || shown[4].Thread != "" {
		t.Errorf("to be seen: %+v", shown)
	}
}

// What Slack takes no blocks for goes as text, with the names of the buttons.
func TestBlocksThatAreRefused(t *testing.T) {
	for _, word := range []string{"invalid_blocks", "msg_blocks_too_long", "invalid_blocks_format"} {
		l := newLab(t, false)
		p := l.people[0]
		l.platform.Fail(fakeslack.Fault{Method: "chat.postMessage", Error: word})
		m := say(line(flows.Heading, "Wie helpt mee?"), line(flows.Body, "Kies maar."))
		m.Buttons = [][]flows.Button{{{Label: "Buren", Data: "a"}, {Label: "Scholen", Data: "b"}}}
		l.send(p, m)
		if shown := p.Person.Shown(); len(shown) != 1 || shown[0].Text != "Wie helpt mee?\nKies maar.\n[Buren] [Scholen]" {
			t.Errorf("%s: to be seen: %+v", word, shown)
		}
	}
}

func TestKeptPicture(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	if err := l.shelf.PutFile(t.Context(), pictureFile(), pngReader()); err != nil {
		t.Fatal(err)
	}
	m := say(line(flows.Heading, "Weekoverzicht"))
	m.Media = &flows.Media{Kind: "picture", File: "phases", Alt: "drie staven"}
	for range 2 {
		l.send(p, m)
	}
	shown := p.Person.Shown()
	if len(shown[0].Images) != 1 || shown[0].Images[0] != "drie staven" || len(l.platform.Uploaded()) != 1 {
		t.Errorf("to be seen: %+v; sent: %d", shown[0], len(l.platform.Uploaded()))
	}
	if n := len(l.platform.Calls("files.completeUploadExternal")); n != 1 {
		t.Errorf("it was sent %d times", n)
	}
	m.Media = &flows.Media{Kind: "picture", File: "lost", Alt: "vijf staven"}
	l.send(p, m)
	if last := p.Person.Shown()[2]; len(last.Images) != 0 || last.Text != "Weekoverzicht\n[vijf staven]" {
		t.Errorf("what is lost is told as %q", last.Text)
	}
}
