package bot

import (
	"visesbot/flows"
	"visesbot/flows/form"
)

// Message is what one channel is asked to show: a card, or a part of it, that
// fits the channel's [Capabilities].
type Message struct {
	Card    string           `json:"card"`              // id of the card it shows
	Part    int              `json:"part,omitempty"`    // 1.. when a card was split
	Replace string           `json:"replace,omitempty"` // receipt of the message to edit in place; in a job, the key of that receipt in Claim.Receipts
	Under   string           `json:"under,omitempty"`   // receipt of the message in whose thread it stands; in a job, the key as above
	Where   string           `json:"where,omitempty"`   // the place in the conversation, as [Update].Where said it
	Top     bool             `json:"top,omitempty"`     // stands in no thread, wherever the person wrote last
	Lang    string           `json:"lang"`
	Lines   []flows.Line     `json:"lines"`
	Media   *flows.Media     `json:"media,omitempty"`
	Buttons [][]flows.Button `json:"buttons,omitempty"`
	Input   flows.Input      `json:"input,omitempty"`
	For     string           `json:"for,omitempty"` // what is typed in answer is for, see [flows.Session.Table]; empty: nothing is asked
	Silent  bool             `json:"silent,omitempty"`
	Files   []form.File      `json:"files,omitempty"` // kept ones, of one sort; nothing else is shown with them
	Poll    *flows.Poll      `json:"poll,omitempty"`  // a poll of the platform's own; nothing else is shown with it
	Bulk    bool             `json:"bulk,omitempty"`  // goes to many: it gives way to answers
	Push    string           `json:"push,omitempty"`  // the push that it shows first: the office hears what became of it
}

// Receipt is how a channel names a message it has shown, so that it can be
// edited later.
type Receipt string
