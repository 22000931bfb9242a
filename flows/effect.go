package flows

import (
	"time"

	"visesbot/flows/form"
)

// Turn is the outcome of a step: what to remember, what changed in the
// dossier, and what is wished for. The session and the changes are kept first;
// the wishes are carried out afterwards, in order.
type Turn struct {
	Session Session
	Changes form.Changes
	Wishes  []Wish
	Refused Refusal  // what was wanted and may not be; the zero value: nothing
	Faults  []string // what should never happen and was passed over: for the log, and for tests
}

// Refusal is what somebody wanted to do and may not. It holds nothing personal.
type Refusal struct {
	What string // "press review", "command calendar", "invitation"
	Who  string // what they are to the conversation: "delegate"
}

// Wish is something the conversation wants done in the world. Exactly one
// field is set.
type Wish struct {
	Say  *Card `json:"say,omitempty"`  // show this person a card, or replace one
	Wait *Wait `json:"wait,omitempty"` // come back at a moment
	Tell *Tell `json:"tell,omitempty"` // tell another conversation

	Let *Let `json:"let,omitempty"` // let whoever has a code in
}

// Let wants an invitation to be opened by a code, before anybody is told of it.
type Let struct {
	Code   string `json:"code"`
	Invite Invite `json:"invite"`
}

// Wait asks for a Timer event. A later Wait of the same name replaces an
// earlier one; a zero At cancels it.
type Wait struct {
	Name string    `json:"name"`
	At   time.Time `json:"at,omitempty,omitzero"`
}

// Tell puts a note in another conversation.
type Tell struct {
	To   string `json:"to"` // address
	Note Note   `json:"note"`
}
