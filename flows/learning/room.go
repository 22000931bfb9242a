package learning

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// pressedPoll asks a group what was chosen: this one, or the one that the button
// names, where a platform brings every press to the person's own conversation.
func pressedPoll(t *talk.Turn, arg string) {
	to, id, _ := strings.Cut(arg, "~")
	if to == t.Session.Address {
		AskRoom(t, id)
		return
	}
	if !sameChannel(to, t.Session.Address) {
		return
	}
	t.Wishes = append(t.Wishes, flows.Wish{Tell: &flows.Tell{To: to, Note: flows.Note{Kind: flows.NoteRoom, From: t.Session.Address, Text: id}}})
}

// sameChannel tells whether two addresses are of one channel: no platform brings
// a press further.
func sameChannel(a, b string) bool {
	here, _, ok := strings.Cut(a, ":")
	there, _, _ := strings.Cut(b, ":")
	return ok && here == there
}

// noticeRoom asks what was chosen elsewhere, where this conversation was offered
// to choose: an address in a button is only a stranger's word. Nothing is asked
// again before anybody has voted.
func noticeRoom(t *talk.Turn, n *flows.Note) {
	known := len(t.Session.Polls) > 0 || slices.ContainsFunc(t.Session.Menu, func(b flows.Button) bool {
		return b.Data == flows.Press(flows.VerbPoll, t.Session.Address, n.Text)
	})
	if last := len(t.Session.Polls) - 1; last >= 0 && len(t.Session.Polls[last].Votes) == 0 && strings.HasPrefix(t.Session.Polls[last].Poll.ID, strings.ToLower(n.Text)+"_") {
		return
	}
	if known {
		AskRoom(t, n.Text)
	}
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
			c.Buttons = append(c.Buttons, talk.Row(talk.Button(m.ID+" · "+m.Title.In(t.Lang()), flows.Press(flows.VerbPoll, t.Session.Address, m.ID))))
		}
	}
	t.Say(c)
}
