package entry

import (
	"visesbot/flows"
	"visesbot/flows/talk"
)

// ToPrivate leads from a group to the private chat, where a channel has a way.
func ToPrivate(t *talk.Turn, say string) {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: say}}}
	if t.Event.Private != "" {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Link, Text: t.Word("room.private"), URL: t.Event.Private})
	}
	t.Say(c)
}
