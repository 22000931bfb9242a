package bot

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
)

// Address names one conversation: the channel and the talk inside it, such as
// "telegram:1234" or "web:anna". It holds no "." and no "$", so that it may
// stand as a key in a document.
type Address string

// Update is one thing that arrived from a channel, in the words of no platform.
type Update struct {
	ID      string // of the platform; an update with an ID seen before is ignored
	Address Address
	At      time.Time // when it arrived
	Text    string
	Press   string              // data of a pressed button
	Start   bool                // the talk was opened
	Code    string              // of Start: the invitation
	Files   []form.File         // kept already
	Fetch   []Pending           // to be fetched when the update is acted on: the channel is a [Fetcher]
	Album   string              // what was sent together has one name
	Vote    *flows.Vote         // on a poll of the platform's own
	On      Receipt             // of Press: the message that has the button, where a channel knows it
	Under   Receipt             // of Text: the message in whose thread it was written, or that it answers
	Fields  map[string][]string // of Press: the form that the button opened, filled in
	For     string              // of Text: what it was asked for, as [Message].For said it; empty: whatever is on the table
	Ref     string              // of Text: how the channel names the message that the person wrote
	Edits   string              // the Ref of an earlier message: Text is what it says now
	Deleted bool                // of Edits: it was taken back
	Where   string              // in the conversation, where a channel has places in one (topics); what is answered goes there

	Left     bool // this conversation cannot be written to any more: blocked, taken out
	Returned bool // it can again
	From     flows.Sender
}
