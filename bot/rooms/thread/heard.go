package thread

import (
	"visesbot/bot/office"
	"visesbot/flows"
)

// heard notes that the last the visitor was shown came from a person: what they type
// next may be meant for them, and is not taken for an answer to the bot unasked.
func (t talk) heard(v *office.Visit, from string) {
	v.Session.Heard = &flows.Heard{From: from, Reply: office.Press(verb, doKept, t.id), Under: cardID(t.id)}
}
