package engine_test

import (
	"strings"
	"testing"

	"visesbot/flows"
)

// A group is asked what a module asks the room, by a command or a button, as
// often as somebody wants; a single person is not.
func TestPollOfTheRoom(t *testing.T) {
	g := &group{t: t, address: "slack:T1-C5", session: []byte("{}")}
	noor := flows.Sender{Lang: "nl", Talk: "slack:T1-U8"}
	g.step(flows.Event{Kind: flows.Said, Text: "/poll m1", Person: noor})
	if len(g.cards) != 1 || g.cards[0].Poll == nil || g.cards[0].Lang != "nl" || len(g.cards[0].Poll.Options) < 2 {
		t.Fatalf("it asks %+v", g.cards)
	}
	first := g.cards[0].Poll
	g.step(flows.Event{Kind: flows.Voted, Vote: &flows.Vote{Poll: first.ID, Options: []string{first.Options[0].ID}, By: "telegram:7"}})
	if got := g.labels(); !strings.HasPrefix(got, "["+first.Options[0].Text+" · 1]") {
		t.Errorf("after a vote: %s", got)
	}
	g.step(flows.Event{Kind: flows.Said, Text: "/poll", Person: noor})
	if len(g.cards) != 1 || len(g.cards[0].Buttons) < 6 {
		t.Fatalf("it offers %+v", g.cards)
	}
	press := g.cards[0].Buttons[0][0].Data
	g.step(flows.Event{Kind: flows.Pressed, Press: press, Person: noor})
	if len(g.cards) != 1 || g.cards[0].Poll == nil || g.cards[0].Poll.ID == first.ID {
		t.Errorf("a press asks %+v", g.cards)
	}
	g.step(flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: flows.NoteRoom, From: "slack:T1-U7", Text: "m1"}})
	if len(g.cards) != 0 {
		t.Errorf("a poll on which nobody has voted is asked again: %+v", g.cards)
	}
	again := g.newest()
	g.step(flows.Event{Kind: flows.Voted, Vote: &flows.Vote{Poll: again.ID, Options: []string{again.Options[0].ID}, By: "telegram:7"}})
	person := &group{t: t, address: "slack:T1-U7", session: []byte("{}")}
	person.step(flows.Event{Kind: flows.Pressed, Press: press})
	if len(person.told) != 1 || person.told[0].To != g.address {
		t.Fatalf("a press elsewhere tells %+v", person.told)
	}
	g.step(flows.Event{Kind: flows.Told, Note: &person.told[0].Note})
	if len(g.cards) != 1 || g.cards[0].Poll == nil {
		t.Errorf("a press elsewhere asks %+v", g.cards)
	}
	person.step(flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: flows.NoteRoom, From: "slack:T1-U9", Text: "M1"}})
	if len(person.cards) != 0 {
		t.Errorf("whoever names an address in a button has %+v asked there", person.cards)
	}
	person.step(flows.Event{Kind: flows.Pressed, Press: "poll~telegram:8812~M1"})
	if len(person.told) != 0 {
		t.Errorf("a press reaches another channel: %+v", person.told)
	}
	person.step(flows.Event{Kind: flows.Said, Text: "/poll M1"})
	if len(person.cards) == 0 || person.cards[0].Poll != nil {
		t.Errorf("a person by themselves is asked %+v", person.cards)
	}
}

// A word is explained to a group that asks, in its language and with nothing to
// press; whatever else is typed there stays without such an answer.
func TestTermInTheRoom(t *testing.T) {
	g := &group{t: t, address: "telegram:-5", session: []byte("{}")}
	noor := flows.Sender{Lang: "nl", Talk: "telegram:7"}
	for _, c := range []struct{ typed, says string }{
		{"/term nulmeting", "Nulmeting"},
		{"/begrip nulmeting", "Nulmeting"},
		{"/term partie prenante", "stakeholder"},
		{"/term xyzzy", "“xyzzy” staat niet in de gemeenschappelijke woordenschat."},
		{"/term", "Typ /term en een woord"},
		{"/term evalu", "Welk van deze woorden?"},
	} {
		g.step(flows.Event{Kind: flows.Said, Text: c.typed, Person: noor})
		if len(g.cards) != 1 || !strings.HasPrefix(strings.ToLower(g.cards[0].Lines[0].Text), strings.ToLower(c.says)) {
			t.Errorf("after %q it says %+v", c.typed, g.cards)
			continue
		}
		if len(g.cards[0].Buttons) > 0 || g.cards[0].Input != flows.NoInput || g.cards[0].Lang != "nl" {
			t.Errorf("after %q: %+v", c.typed, g.cards[0])
		}
	}
	g.step(flows.Event{Kind: flows.Said, Text: "nulmeting", Person: noor})
	for _, c := range g.cards {
		if strings.Contains(text(&c), "Nulmeting") {
			t.Errorf("without the command it says %+v", c)
		}
	}
}
