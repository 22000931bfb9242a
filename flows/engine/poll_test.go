package engine_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/engine"
)

// group is a conversation of a group, with its session through its stored form.
type group struct {
	t       *testing.T
	address string
	session []byte
	cards   []flows.Card
	told    []flows.Tell
}

func (g *group) step(ev flows.Event) {
	g.t.Helper()
	var s flows.Session
	if err := json.Unmarshal(g.session, &s); err != nil {
		g.t.Fatal(err)
	}
	s.Address, ev.At = g.address, time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	turn, err := engine.Must(realScript()).Step(s, nil, ev)
	if err != nil {
		g.t.Fatal(err)
	}
	if len(turn.Faults) > 0 {
		g.t.Fatal(turn.Faults)
	}
	if g.session, err = json.Marshal(turn.Session); err != nil {
		g.t.Fatal(err)
	}
	g.cards, g.told = nil, nil
	for _, w := range turn.Wishes {
		if w.Say != nil {
			g.cards = append(g.cards, *w.Say)
		}
		if w.Tell != nil {
			g.told = append(g.told, *w.Tell)
		}
	}
}

// newest is the last poll that was asked.
func (g *group) newest() flows.Poll {
	var s flows.Session
	if err := json.Unmarshal(g.session, &s); err != nil || len(s.Polls) == 0 {
		g.t.Fatal("no poll", err)
	}
	return s.Polls[len(s.Polls)-1].Poll
}

// labels are those of the one card that was shown.
func (g *group) labels() string {
	if len(g.cards) != 1 || g.cards[0].Poll == nil {
		return fmt.Sprintf("%d cards", len(g.cards))
	}
	all := ""
	for _, r := range g.cards[0].Buttons {
		all += "[" + r[0].Label + "]"
	}
	return all
}

func aPoll(several bool) flows.Poll {
	return flows.Poll{ID: "p1", Question: "Wanneer?", Several: several, Options: []flows.PollOption{{ID: "1", Text: "Ma"}, {ID: "2", Text: "Di"}}}
}

func (g *group) votes(by string, options ...string) string {
	g.t.Helper()
	g.step(flows.Event{Kind: flows.Voted, Vote: &flows.Vote{Poll: "p1", Options: options, By: by}})
	return g.labels()
}

func newGroup(t *testing.T, several bool) *group {
	g := &group{t: t, address: "slack:T1-C1", session: []byte("{}")}
	p := aPoll(several)
	g.step(flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: flows.NotePoll, Poll: &p}})
	if got := g.labels(); got != "[Ma][Di]" || g.cards[0].Replace {
		t.Fatalf("it asks %s", got)
	}
	return g
}

func TestPoll(t *testing.T) {
	g := newGroup(t, false)
	first := "c1"
	for _, c := range []struct {
		by      string
		options []string
		want    string
	}{
		{"a:1", []string{"1"}, "[Ma · 1][Di]"},
		{"a:1", []string{"1"}, "0 cards"}, // nothing new
		{"a:2", []string{"1"}, "[Ma · 2][Di]"},
		{"a:1", []string{"2"}, "[Ma · 1][Di · 1]"},
		{"a:2", nil, "[Ma][Di · 1]"},
		{"a:3", []string{"9"}, "0 cards"},
		{"", []string{"1"}, "0 cards"},
		{"a:3", []string{"1", "2"}, "[Ma · 1][Di · 1]"}, // only one may be chosen
	} {
		if got := g.votes(c.by, c.options...); got != c.want {
			t.Errorf("after %v of %s: %s, want %s", c.options, c.by, got, c.want)
		}
		if len(g.cards) > 0 && (!g.cards[0].Replace || g.cards[0].ID != first) {
			t.Errorf("shown as %+v", g.cards[0])
		}
	}
	p := aPoll(false)
	g.step(flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: flows.NotePoll, Poll: &p}})
	if len(g.cards) != 0 {
		t.Error("it is asked again")
	}
}

// TestPollCountsPeople: somebody on two apps has one vote, the last; also where
// they voted before it was known that they are one.
func TestPollCountsPeople(t *testing.T) {
	g := newGroup(t, false)
	vote := func(by, who, option string) string {
		g.step(flows.Event{Kind: flows.Voted, Vote: &flows.Vote{Poll: "p1", Options: []string{option}, By: by, Who: who}})
		return g.labels()
	}
	for _, c := range []struct{ by, who, option, want string }{
		{"slack:T1-U1", "member noor", "1", "[Ma · 1][Di]"},
		{"telegram:8", "member noor", "2", "[Ma][Di · 1]"},
		{"telegram:9", "", "2", "[Ma][Di · 2]"},
		{"telegram:9", "d1 p4", "1", "[Ma · 1][Di · 1]"},
		{"slack:T1-U9", "d1 p4", "1", "0 cards"},
		{"slack:T1-U10", "", "1", "[Ma · 2][Di · 1]"},
		{"slack:T1-U11", "", "1", "[Ma · 3][Di · 1]"},
	} {
		if got := vote(c.by, c.who, c.option); got != c.want {
			t.Errorf("after %s of %s, %q: %s, want %s", c.option, c.by, c.who, got, c.want)
		}
	}
}

// TestPressCountsPeople: the press of a button is counted so too, in the group and
// from wherever the platform brings it.
func TestPressCountsPeople(t *testing.T) {
	g := newGroup(t, true)
	first, second := g.cards[0].Buttons[0][0].Data, g.cards[0].Buttons[1][0].Data
	elsewhere := &group{t: t, address: "slack:T1-U7", session: []byte(`{"dossier":"d1","person":"p4"}`)}
	elsewhere.step(flows.Event{Kind: flows.Pressed, Press: first})
	g.step(flows.Event{Kind: flows.Told, Note: &elsewhere.told[0].Note})
	g.step(flows.Event{Kind: flows.Pressed, Press: second, Person: flows.Sender{Talk: "telegram:8", Who: "d1 p4"}})
	if got := g.labels(); got != "[Ma · 1][Di · 1]" {
		t.Errorf("one person chose both: %s", got)
	}
	g.step(flows.Event{Kind: flows.Pressed, Press: first, Person: flows.Sender{Talk: "telegram:8", Who: "d1 p4"}})
	if got := g.labels(); got != "[Ma][Di · 1]" {
		t.Errorf("one person takes back on one app what was chosen on the other: %s", got)
	}
}

// Where the platform has no polls, a vote is a press: in the group, or from
// wherever the platform brings it.
func TestPollByButtons(t *testing.T) {
	g := newGroup(t, true)
	press := g.cards[0].Buttons[1][0].Data
	person := &group{t: t, address: "slack:T1-U7", session: []byte("{}")}
	vote := func() string {
		person.step(flows.Event{Kind: flows.Pressed, Press: press})
		if len(person.told) != 1 || person.told[0].To != g.address || len(person.cards) != 0 {
			t.Fatalf("a vote elsewhere told %v and said %v", person.told, person.cards)
		}
		g.step(flows.Event{Kind: flows.Told, Note: &person.told[0].Note})
		return g.labels()
	}
	if got := vote(); got != "[Ma][Di · 1]" {
		t.Errorf("a vote from elsewhere: %s", got)
	}
	g.step(flows.Event{Kind: flows.Pressed, Press: press, Person: flows.Sender{Talk: "telegram:8"}})
	if got := g.labels(); got != "[Ma][Di · 2]" {
		t.Errorf("a vote in the group: %s", got)
	}
	press = g.cards[0].Buttons[0][0].Data
	if got := vote(); got != "[Ma · 1][Di · 2]" {
		t.Errorf("two may be chosen: %s", got)
	}
	if got := vote(); got != "[Ma][Di · 2]" {
		t.Errorf("the same again takes it back: %s", got)
	}
	for _, wrong := range []string{"vote", "vote~", "vote~slack:T1-C1~p9~1", "vote~slack:T1-C1~p1~9"} {
		g.step(flows.Event{Kind: flows.Pressed, Press: wrong, Person: flows.Sender{Talk: "telegram:9"}})
		if len(g.cards) != 0 {
			t.Errorf("%q shows %+v", wrong, g.cards)
		}
	}
}
