package web

import (
	"time"

	"visesbot/bot"
	"visesbot/flows/form"
)

// entry is one thing in a chat: a message of the bot, or what a person said.
// An entry with the ID of an earlier one takes its place.
type entry struct {
	Seq     int64        `json:"seq"`
	Round   int          `json:"round"`
	Chat    string       `json:"chat,omitempty"` // empty: the demo was started again
	ID      string       `json:"id,omitempty"`
	At      time.Time    `json:"at"` // first shown; the demo's time
	Edited  bool         `json:"edited,omitempty"`
	Message *bot.Message `json:"message,omitempty"` // of the bot
	Text    string       `json:"text,omitempty"`    // of the person
	Files   []form.File  `json:"files,omitempty"`
	Under   string       `json:"under,omitempty"` // the message that it answers
	Lang    string       `json:"lang,omitempty"`
	Sample  string       `json:"sample,omitempty"` // that the round began with
	Guest   bool         `json:"guest,omitempty"`  // nothing was said yet: somebody came by a link
}

// place names the entry inside its round.
func (e entry) place() string { return e.Chat + "/" + e.ID }
