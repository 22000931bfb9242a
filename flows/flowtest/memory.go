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

// dossierID is the one dossier that everybody in a transcript works on.
const dossierID = "d1"

// Stepper is what decides: flows.Engine is one.
type Stepper interface {
	Step(session flows.Session, dossier form.Source, ev flows.Event) (flows.Turn, error)
}

// MemoryPlayer plays on the engine alone. Between any two steps sessions and
// dossier are JSON, as a store would keep them.
type MemoryPlayer struct {
	engine  Stepper
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
	session json.RawMessage
	chat    []flows.Card // as the phone shows them, oldest first
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
	p := &MemoryPlayer{engine: engine, t: t, now: t.Start, docs: newDocuments(), invites: map[string]flows.Invite{}}
	p.visited.Add(Visits{})
	for _, person := range t.People {
		p.talks = append(p.talks, &talk{person: person, timers: map[string]time.Time{}})
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
		Dossier: dossierID, Role: t.person.Role, Lang: t.person.Lang,
		Enterprise: form.Enterprise{ID: "e1", Name: "De Brug", Country: "BE", Sample: true},
	}})
}

// Said lets somebody type.
func (p *MemoryPlayer) Said(person, text string) error {
	t, err := p.talk(person)
	if err != nil {
		return err
	}
	return p.deliver(t, flows.Event{Kind: flows.Said, Text: text})
}

// Pressed lets somebody press a button.
func (p *MemoryPlayer) Pressed(person, label string) error {
	t, err := p.talk(person)
	if err != nil {
		return err
	}
	for i := len(t.chat) - 1; i >= 0; i-- {
		for _, row := range t.chat[i].Buttons {
			for _, b := range row {
				if begins(b, label) {
					return p.deliver(t, flows.Event{Kind: flows.Pressed, Press: b.Data})
				}
			}
		}
	}
	return fmt.Errorf("no message to %s has a button [%s]; the newest with buttons has %s", person, label, t.newest())
}

// begins tells whether a button is the one that somebody means.
func begins(b flows.Button, label string) bool {
	return strings.HasPrefix(plain(Label(b)), plain(label)) || strings.HasPrefix(plain(b.Label), plain(label))
}

func (t *talk) newest() string {
	for i := len(t.chat) - 1; i >= 0; i-- {
		if s := ShownOf(nil, t.chat[i].Buttons); len(s.Buttons) > 0 {
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

// address names a conversation to the engine.
func (t *talk) address() string { return "memory:" + t.person.Name }
