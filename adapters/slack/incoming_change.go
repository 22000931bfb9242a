package slack

import "encoding/json"

// changedMessage is a message as it was or is, in an event about a change of it.
type changedMessage struct {
	Subtype string          `json:"subtype"`
	User    string          `json:"user"`
	BotID   string          `json:"bot_id"`
	Text    string          `json:"text"`
	TS      string          `json:"ts"`
	Blocks  json.RawMessage `json:"blocks"`
	Edited  struct {
		TS string `json:"ts"`
	} `json:"edited"`
}

// hearChange reads that somebody changed what they had written, or took it back.
// Slack says the same of much else: of its own previews of links, of replies, and
// of what the bot itself changes.
func hearChange(h *incoming, e event) {
	var is, was changedMessage
	_ = json.Unmarshal(e.Message, &is) // what cannot be read has no author
	_ = json.Unmarshal(e.Previous, &was)
	h.at.peer, h.ts, h.where = was.User, was.TS, thread{channel: e.Channel}
	gone := e.Subtype == "message_deleted" || is.Subtype == "tombstone"
	switch {
	case was.BotID != "" || is.BotID != "" || !isID(was.User) || !isID(h.at.team) || was.TS == "" || e.Channel == "":
	case gone:
		h.kind, h.id = deleted, keyable("d-"+e.Channel+"-"+was.TS)
	case is.User == was.User && is.TS == was.TS && is.Text != was.Text:
		h.kind, h.text, h.blocks = edited, is.Text, is.Blocks
		h.id = keyable("e-" + e.Channel + "-" + was.TS + "-" + is.Edited.TS)
	}
}
