package talk

import (
	"fmt"

	"visesbot/flows"
	"visesbot/flows/form"
)

// Turn is one turn of a conversation under way.
type Turn struct {
	Script  *flows.Script
	Links   map[string]string
	Session flows.Session
	Dossier *form.Dossier
	Event   flows.Event
	Wishes  []flows.Wish
	Refused flows.Refusal
	Faults  []string

	Ways Ways // to the other subjects; nil while a talk is only looked at

	firstWishes [4]flows.Wish
}

// Begin opens a turn of a conversation by an event.
func Begin(script *flows.Script, links map[string]string, session flows.Session, ev flows.Event) *Turn {
	t := &Turn{Script: script, Links: links, Session: session, Event: ev}
	t.Wishes = t.firstWishes[:0]
	return t
}

// Fault notes what should never happen: the caller logs it.
func (t *Turn) Fault(format string, args ...any) {
	t.Faults = append(t.Faults, fmt.Sprintf(format, args...))
}
