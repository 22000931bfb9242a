package learning

import (
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// PressedPoll asks a group what was chosen: this one, or the one that the button
// names, where a platform brings every press to the person's own conversation.
func PressedPoll(t *talk.Turn, arg string) {
	to, id, _ := strings.Cut(arg, "~")
	if to == t.Session.Address {
		AskRoom(t, id)
		return
	}
	t.Wishes = append(t.Wishes, flows.Wish{Tell: &flows.Tell{To: to, Note: flows.Note{Kind: flows.NoteRoom, From: t.Session.Address, Text: id}}})
}

// AskRoom asks the poll of a module, or which one it shall be.
func AskRoom(t *talk.Turn, id string) {
	if t.Session.Lang == "" {
		t.Session.Lang = t.Event.Person.Lang
	}
	m := t.Script.Module(id)
	if m == nil || m.Facilitator == nil {
		offerPolls(t)
		return
	}
	p := flows.Poll{ID: strings.ToLower(m.ID) + "_" + strconv.Itoa(t.Session.Cards+1), Question: m.Facilitator.Poll.Text.In(t.Lang())}
	for _, o := range m.Facilitator.Poll.Options {
		p.Options = append(p.Options, flows.PollOption{ID: o.ID, Text: o.Text.In(t.Lang())})
	}
	askPoll(t, p)
}

// offerPolls lists the modules that ask the room something.
func offerPolls(t *talk.Turn) {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("poll.which")}}}
	for _, m := range t.Script.Modules {
		if m.Facilitator != nil {
			c.Buttons = append(c.Buttons, talk.Row(talk.Button(m.ID+" · "+m.Title.In(t.Lang()), flows.VerbPoll+"~"+t.Session.Address+"~"+m.ID)))
		}
	}
	t.Say(c)
}
