package flows

import (
	"time"

	"visesbot/flows/form"
	"visesbot/flows/workday"
)

//go:generate easyjson -all -output_filename session_easyjson.go session.go
//go:generate perl -pi -e "s/out.Raw\\(\\(in.(\\w+)\\).MarshalJSON\\(\\)\\)/form.WriteTime(out, in.${DOLLAR}1)/" session_easyjson.go
//go:generate easyjson -all -output_filename event_easyjson.go event.go
//go:generate go test ./engine -run TestWordKeys -update
//go:generate easyjson -all -output_filename invitation_easyjson.go invitation.go
//go:generate easyjson -all -output_filename card_easyjson.go card.go

// Session is what is remembered of one person's conversation. It is plain
// data: everything that a next step may need and the dossier does not say.
type Session struct {
	Address    string       `json:"address,nocopy"`
	Member     string       `json:"member,omitempty,nocopy"` // id of the person in the register of the programme
	Seats      []Seat       `json:"seats,omitempty"`         // the dossiers of somebody who accompanies several
	Desk       *Desk        `json:"desk,omitempty"`          // what the office is about to be told
	Parcel     *Parcel      `json:"parcel,omitempty"`        // what is sent to the office in parts
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
	Expects    Expects      `json:"asked,omitempty"`          // what the next typed text is for, when it is no answer
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
	Remind     time.Time    `json:"remind,omitempty,omitzero"`   // the next one, of whatever it will be

	Rhythm       *workday.Rhythm `json:"rhythm,omitempty"`           // when the person wants to be written to; nil: as usual
	Pause        *Pause          `json:"pause,omitempty"`            // nothing is said unasked
	Seen         time.Time       `json:"seen,omitempty,omitzero"`    // when the person last did something
	Silence      time.Time       `json:"silence,omitempty,omitzero"` // when to remind of what is open if nothing is heard
	Silent       bool            `json:"silent,omitempty"`           // those who accompany know of the silence
	Watch        time.Time       `json:"watch,omitempty,omitzero"`   // when to look whether they have to know
	Sent         []time.Time     `json:"sent,omitempty"`             // the last reminders that the person did not ask for
	Spoke        time.Time       `json:"spoke,omitempty,omitzero"`   // when the last one came, asked for or not
	Knows        []string        `json:"knows,omitempty,nocopy"`     // things the person was reminded of
	Thing        string          `json:"thing,omitempty,nocopy"`     // what the last reminder was about
	Again        string          `json:"again,omitempty,nocopy"`     // what the promised one is about; empty: whatever is open
	Settings     string          `json:"settings,omitempty,nocopy"`  // the card on which the rhythm is chosen
	Appointments []Awaited       `json:"appointments,omitempty"`     // to come
	Letters      []Note          `json:"letters,omitempty"`          // told when nothing may be said, and kept until it may
	Pushes       []Offer         `json:"pushes,omitempty"`           // that came when nothing may be said, and wait until it may
}

// Pause is a time in which nothing is said unasked.
type Pause struct {
	Since time.Time `json:"since"`
	Until time.Time `json:"until,omitempty,omitzero"` // the day it ends; zero: when the person comes back
	Told  bool      `json:"told,omitempty"`           // those who accompany know
}

// Awaited is an appointment to come, and what was said of it.
type Awaited struct {
	Appointment
	Known time.Time `json:"known"`          // when it was made, or moved
	Day   bool      `json:"day,omitempty"`  // reminded of, a working day before
	Hour  bool      `json:"hour,omitempty"` // and shortly before
}

// Seat is what somebody who accompanies several enterprises is in one of them.
type Seat struct {
	Dossier string `json:"dossier,nocopy"`
	Person  string `json:"person,omitempty,nocopy"` // id in the dossier's people; empty until they come in
}

// Desk is a form of the office that is filled in field by field, where a
// channel has no forms, or a text that it waits for.
type Desk struct {
	Press  string              `json:"press,nocopy"` // what is done with it
	Field  string              `json:"field,omitempty,nocopy"`
	Fields map[string][]string `json:"fields,omitempty"`
	Files  []form.File         `json:"files,omitempty"` // that were sent in answer
}

// Parcel is an [Album] that is sent to the office: below a card of it, or in
// answer to what it asks.
type Parcel struct {
	Album
	Under string `json:"under,omitempty,nocopy"`
	Desk  *Desk  `json:"desk,omitempty"`
}

// Draft is text kept although it was not understood.
type Draft struct {
	Place form.Place `json:"place,nocopy"`
	Text  string     `json:"text,nocopy"`
	At    time.Time  `json:"at"`
}

// Learning is where a person is in a module.
type Learning struct {
	ID     string   `json:"id,nocopy"`
	Block  int      `json:"block"`
	Picks  []string `json:"picks,omitempty,nocopy"`
	Push   string   `json:"push,omitempty,nocopy"` // the push that offered it, if one did
	Opened bool     `json:"opened,omitempty"`      // since then
}

// Offer is a module, or a message, that was pushed when nobody is written to.
type Offer struct {
	Module string    `json:"module,nocopy"` // empty: the message
	Push   string    `json:"push,nocopy"`
	Note   string    `json:"note,omitempty,nocopy"` // a few words of who sent it
	Lang   string    `json:"lang,omitempty,nocopy"` // of the note
	Say    form.Text `json:"say,omitempty,omitzero"`
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

// HasTold tells whether the conversation has told already, for this cause, that
// its person is not reached.
func (s Session) HasTold(cause string) bool {
	if cause == CauseBlocked || cause == CauseGone {
		return s.Away
	}
	return s.Refused
}
