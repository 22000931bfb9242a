package flows

import (
	"time"

	"visesbot/flows/form"
)

// EventKind says what happened.
type EventKind string

// The kinds of event.
const (
	Said    EventKind = "said"    // a person typed something, or sent files
	Pressed EventKind = "pressed" // a person pressed a button
	Started EventKind = "started" // a person opened the talk, perhaps with an invitation
	Timer   EventKind = "timer"   // a moment asked for by a Wish has come
	Told    EventKind = "told"    // another conversation has something for this one
	Voted   EventKind = "voted"   // somebody voted on a poll of this conversation

	Edited  EventKind = "edited"  // a person changed what they had typed: Text is what it says now
	Deleted EventKind = "deleted" // a person took back what they had typed
	Missed  EventKind = "missed"  // a person typed something for what is not there any more: For, or Under a card of former times

	Left     EventKind = "left"     // the person shut the bot out: nothing can be said
	Returned EventKind = "returned" // and let it in again
)

// Event is one thing that happened to a conversation. Its time is the only
// time a step knows.
type Event struct {
	Kind    EventKind   `json:"kind"`
	At      time.Time   `json:"at"` // in the person's time zone
	Text    string      `json:"text,omitempty"`
	Files   []form.File `json:"files,omitempty"`
	Album   string      `json:"album,omitempty"`  // of Said: what was sent together has one name
	Press   string      `json:"press,omitempty"`  // Data of the button
	Invite  *Invite     `json:"invite,omitempty"` // of Started
	Timer   string      `json:"timer,omitempty"`  // name of the timer
	Note    *Note       `json:"note,omitempty"`   // of Told
	Vote    *Vote       `json:"vote,omitempty"`   // of Voted
	Fresh   *Fresh      `json:"fresh,omitempty"`  // nil: no invitation can be made here
	Channel string      `json:"channel,omitempty"`
	Under   string      `json:"under,omitempty"` // of Said: the card below which it was written, where a channel has threads; until the turn, its receipt

	For string `json:"for,omitempty"` // of Said: what it was written for, where a channel knows it (see [Session.Table]); of Edited and Deleted: the place that was answered by it, if one was
	Ref string `json:"ref,omitempty"` // of Said: how the channel names the message; of Edited and Deleted: that of the former words

	Private string `json:"private,omitempty"` // where the conversation is a group's: a link to the person's own, if the channel has one

	Fields map[string][]string `json:"fields,omitempty"` // of Pressed: the form that was filled in

	Person Sender `json:"person,omitempty,omitzero"`
}

// Sender is what the platform says of the person.
type Sender struct {
	Name string `json:"name,omitempty"`
	Lang string `json:"lang,omitempty"` // fr, nl, en, or empty
	Zone string `json:"zone,omitempty"` // time zone, "Europe/Brussels", or empty
	Talk string `json:"talk,omitempty"` // address of their own conversation, where this is that of a group
	Who  string `json:"who,omitempty"`  // what [Session.Voter] says of that conversation, if it says something
}

// Fresh is what a new invitation is made of: a code that nobody has, and the
// links that would open it, where a channel has such.
type Fresh struct {
	Code  string   `json:"code"`
	Links []string `json:"links,omitempty"`
}

// NoteOutOfReach is the kind of the note by which the programme hears that somebody
// of an enterprise is not reached any more.
const NoteOutOfReach = OfficePrefix + "front~unreached"

// NoteUndelivered is the kind of the note by which a conversation hears from the
// bot that a message to its person was given up. Its Text says why.
const NoteUndelivered = "undelivered"

// NoteAppointment is the kind of the note by which a person gets an appointment.
// A later one with the same id replaces it, or takes it back. Nothing is said:
// whoever makes an appointment invites to it; the person is only reminded.
const NoteAppointment = "appointment"

// Appointment is a time at which somebody is expected somewhere.
type Appointment struct {
	ID        string    `json:"id"`
	At        time.Time `json:"at"`
	End       time.Time `json:"end,omitempty,omitzero"`
	Title     form.Text `json:"title"`
	Place     string    `json:"place,omitempty"`
	Link      string    `json:"link,omitempty"`
	Cancelled bool      `json:"cancelled,omitempty"`
}

// NotePushed is the kind of the note by which people are sent a module (its
// Text is the id) or a message (Say) that they did not ask for.
const NotePushed = "pushed"

// The reasons that have words of their own, and the one that stands for all
// others.
const (
	CauseBlocked = "blocked" // the person does not want to hear from the bot
	CauseGone    = "gone"    // the person is no longer there
	CauseUnknown = "refused"
)

// Note is a message from one conversation of a dossier to another.
type Note struct {
	Kind  string     `json:"kind"` // "delegated", "returned", "agreement", ...
	From  string     `json:"from,omitempty"`
	Place form.Place `json:"place,omitempty"`
	Text  string     `json:"text,omitempty"`
	Poll  *Poll      `json:"poll,omitempty"`         // of NotePoll
	Say   form.Text  `json:"say,omitempty,omitzero"` // of NotePushed, without a module

	Files       []form.File       `json:"files,omitempty"`       // kept ones, that somebody sent with it
	Dossier     string            `json:"dossier,omitempty"`     // that it is about
	Fields      map[string]string `json:"fields,omitempty"`      // of a note from or to the office
	Appointment *Appointment      `json:"appointment,omitempty"` // of NoteAppointment
}
