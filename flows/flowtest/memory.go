package flowtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
)

// Stage is where a talk takes place: which dossier everybody in a transcript
// works on, and what their conversations are called.
type Stage struct {
	Dossier string
	Channel string
	Address func(person string) string
}

// memory is the stage of tests.
func memory() Stage {
	return Stage{Dossier: "d1", Channel: "memory", Address: func(person string) string { return "memory:" + person }}
}

// Stepper is what decides: engine.Engine is one.
type Stepper interface {
	Step(session flows.Session, dossier form.Source, ev flows.Event) (flows.Turn, error)
}

// MemoryPlayer plays on the engine alone. Between any two steps sessions and
// dossier are JSON, as a store would keep them.
type MemoryPlayer struct {
	engine  Stepper
	on      Stage
	t       Transcript
	now     time.Time
	talks   []*talk
	docs    *documents
	inbox   []letter
	invites map[string]flows.Invite // made in the talk
	visited Visits
}

// talk is one person's conversation.
type talk struct {
	person  Person
	address string
	session json.RawMessage
	chat    []Said // as the phone shows it, oldest first
	said    []Shown
	timers  map[string]time.Time
}

// letter is an event on its way to a conversation.
type letter struct {
	to *talk
	ev flows.Event
}

// NewMemoryPlayer makes a player for the people of one transcript.
func NewMemoryPlayer(engine Stepper, t Transcript) *MemoryPlayer {
	return NewPlayerOn(memory(), engine, t)
}

// NewPlayerOn makes one whose talk can go on elsewhere: see [MemoryPlayer.Left].
func NewPlayerOn(on Stage, engine Stepper, t Transcript) *MemoryPlayer {
	p := &MemoryPlayer{engine: engine, on: on, t: t, now: t.Start, docs: newDocuments(), invites: map[string]flows.Invite{}}
	p.visited.Add(Visits{})
	for _, person := range t.People {
		p.talks = append(p.talks, &talk{person: person, address: on.Address(person.Name), timers: map[string]time.Time{}})
	}
	return p
}

// Start opens somebody's talk by an invitation to the dossier.
func (p *MemoryPlayer) Start(person, code string) error {
	t, err := p.talk(person)
	if err != nil {
		return err
	}
	if invite, made := p.invites[code]; made {
		return p.deliver(t, flows.Event{Kind: flows.Started, Invite: &invite})
	}
	if code != "" {
		return p.deliver(t, flows.Event{Kind: flows.Started})
	}
	return p.deliver(t, flows.Event{Kind: flows.Started, Invite: &flows.Invite{
		Dossier: p.on.Dossier, Role: t.person.Role, Lang: t.person.Lang, Enterprise: p.t.Enterprise,
	}})
}

// Said lets somebody type.
func (p *MemoryPlayer) Said(person, text string) error {
	t, err := p.talk(person)
	if err != nil {
		return err
	}
	t.chat = append(t.chat, Said{At: p.now, Text: text})
	return p.deliver(t, flows.Event{Kind: flows.Said, Text: text})
}

// Pressed lets somebody press a button.
func (p *MemoryPlayer) Pressed(person, label string) error {
	t, err := p.talk(person)
	if err != nil {
		return err
	}
	for _, c := range slices.Backward(t.cards()) {
		for _, b := range slices.Concat(c.Buttons...) {
			if begins(b, label) {
				return p.deliver(t, flows.Event{Kind: flows.Pressed, Press: b.Data})
			}
		}
	}
	return fmt.Errorf("no message to %s has a button [%s]; the newest with buttons has %s", person, label, t.newest())
}

// begins tells whether a button is the one that somebody means.
func begins(b flows.Button, label string) bool {
	return strings.HasPrefix(plain(Label(b)), plain(label)) || strings.HasPrefix(plain(b.Label), plain(label))
}

// cards are those on the phone, oldest first.
func (t *talk) cards() []flows.Card {
	var cards []flows.Card
	for _, s := range t.chat {
		if s.Card != nil {
			cards = append(cards, *s.Card)
		}
	}
	return cards
}

func (t *talk) newest() string {
	for _, c := range slices.Backward(t.cards()) {
		if s := ShownOf(nil, c.Buttons); len(s.Buttons) > 0 {
			return s.String()
		}
	}
	return "none"
}

// Messages returns what was shown since the last call.
func (p *MemoryPlayer) Messages(person string) ([]Shown, error) {
	t, err := p.talk(person)
	if err != nil {
		return nil, err
	}
	said := t.said
	t.said = nil
	return said, nil
}

// Visited returns what was asked and delivered so far.
func (p *MemoryPlayer) Visited() Visits { return p.visited }

func (p *MemoryPlayer) talk(name string) (*talk, error) {
	i := slices.IndexFunc(p.talks, func(t *talk) bool { return t.person.Name == name })
	if i < 0 {
		return nil, fmt.Errorf("nobody is called %q", name)
	}
	return p.talks[i], nil
}
