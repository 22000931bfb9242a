package flows

import (
	"time"

	"visesbot/flows/form"
)

//go:generate easyjson -all -output_filename session_easyjson.go session.go
//go:generate easyjson -all -output_filename event_easyjson.go event.go
//go:generate easyjson -all -output_filename card_easyjson.go card.go

// Session is what is remembered of one person's conversation. It is plain
// data: everything that a next step may need and the dossier does not say.
type Session struct {
	Address    string       `json:"address,nocopy"`
	Dossier    string       `json:"dossier,omitempty,nocopy"`
	Person     string       `json:"person,omitempty,nocopy"`     // id in the dossier's people
	Respondent string       `json:"respondent,omitempty,nocopy"` // "rp1", after consent
	Role       string       `json:"role,omitempty,nocopy"`
	Ticket     string       `json:"ticket,omitempty,nocopy"`   // the invitation they came by, if it was theirs alone
	Delegate   form.Path    `json:"delegate,omitempty,nocopy"` // the stakeholder they speak for
	Lang       string       `json:"lang,omitempty,nocopy"`
	Zone       string       `json:"zone,omitempty,nocopy"` // time zone of the person's profile; empty: the programme's
	Mode       Mode         `json:"mode,nocopy"`
	Content    string       `json:"content,omitempty,nocopy"` // version the talk is pinned to
	Consent    string       `json:"consent,omitempty,nocopy"` // yes, no, or empty
	Place      form.Place   `json:"place,omitempty,nocopy"`   // the question on the table: a hint, the agenda decides
	Asked      string       `json:"asked,omitempty,nocopy"`   // aside of the question: "why not", "delegate to", "feedback", ...
	Revision   int          `json:"revision,omitempty"`       // of the answer that the person saw
	Focus      []string     `json:"focus,omitempty,nocopy"`   // only these questions, while an exercise lasts
	Picks      []string     `json:"picks,omitempty,nocopy"`   // ticked so far
	Held       *form.Value  `json:"held,omitempty"`           // an answer waiting for "is this right?", or for a choice between two
	Tries      int          `json:"tries,omitempty"`          // how often an answer was not understood
	Drafts     []Draft      `json:"drafts,omitempty"`         // typed and not understood; nothing is lost
	Trail      []form.Place `json:"trail,omitempty,nocopy"`   // where back leads
	Since      int          `json:"since,omitempty"`          // questions answered since the last breath
	Stride     int          `json:"stride,omitempty"`         // questions in a row that the person has chosen
	Module     *Learning    `json:"module,omitempty"`
	Begun      []Learning   `json:"begun,omitempty"`             // other modules, where they were left
	Done       []string     `json:"done,omitempty,nocopy"`       // modules followed to the end
	Examples   string       `json:"examples,omitempty,nocopy"`   // the pool whose examples are shown, while the enterprise's is not known
	Cards      int          `json:"cards,omitempty"`             // cards shown so far
	Card       string       `json:"card,omitempty,nocopy"`       // the card with live buttons
	Promised   time.Time    `json:"promised,omitempty,omitzero"` // the reminder the person asked for
	Menu       []Button     `json:"menu,omitempty"`              // the buttons of the last card that asked for no answer: their words may be typed
	Album      *Album       `json:"album,omitempty"`             // of which more may come
	Away       bool         `json:"away,omitempty"`              // cannot be written to, by what was heard last: nothing is said
	Refused    bool         `json:"refused,omitempty"`           // a message was refused, and that was told
	Polls      []Ballot     `json:"polls,omitempty"`             // on which the group of this conversation votes
	Reminded   int          `json:"reminded,omitempty"`          // reminders since the person was last here
	Remind     time.Time    `json:"remind,omitempty,omitzero"`
	Called     []form.Path  `json:"called,omitempty,nocopy"` // the moments of collection that are due, and were said to be
}

// Draft is text kept although it was not understood.
type Draft struct {
	Place form.Place `json:"place,nocopy"`
	Text  string     `json:"text,nocopy"`
	At    time.Time  `json:"at"`
}

// Learning is where a person is in a module.
type Learning struct {
	ID    string   `json:"id,nocopy"`
	Block int      `json:"block"`
	Picks []string `json:"picks,omitempty,nocopy"`
}

// Mode says what the conversation is doing. Its moves are in lifecycle.go.
type Mode string

// The modes.
const (
	Welcome   Mode = "welcome"
	Agreeing  Mode = "consent"
	Home      Mode = "home"
	Studying  Mode = "learning"
	Answering Mode = "answering"
	Reviewing Mode = "reviewing"
	Paused    Mode = "paused"
)
