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

// kept hands over what the visitor typed below a person's words, and said was for
// them.
func (r Room) kept(v *office.Visit, thread string) error {
	h := v.Session.Heard
	v.Session.Heard = nil
	if h == nil || h.Text == "" && len(h.Files) == 0 {
		v.Tell(v.Word("thread.keptgone"), v.Home())
		return nil
	}
	return r.say(v, thread, words{h.Text, h.Files})
}
