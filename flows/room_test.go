package flows_test

import (
	"strings"
	"testing"

	"visesbot/flows"
)

// A group is asked what a module asks the room, by a command or a button, as
// often as somebody wants; a single person is not.
func TestPollOfTheRoom(t *testing.T) {
	g := &group{t: t, address: "telegram:-5", session: []byte("{}")}
	noor := flows.Sender{Lang: "nl", Talk: "telegram:7"}
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
	person := &group{t: t, address: "slack:T1-U7", session: []byte("{}")}
	person.step(flows.Event{Kind: flows.Pressed, Press: press})
	if len(person.told) != 1 || person.told[0].To != g.address {
		t.Fatalf("a press elsewhere tells %+v", person.told)
	}
	g.step(flows.Event{Kind: flows.Told, Note: &person.told[0].Note})
	if len(g.cards) != 1 || g.cards[0].Poll == nil {
		t.Errorf("a press elsewhere asks %+v", g.cards)
	}
	person.step(flows.Event{Kind: flows.Said, Text: "/poll M1"})
	if len(person.cards) == 0 || person.cards[0].Poll != nil {
		t.Errorf("a person by themselves is asked %+v", person.cards)
	}
}
