package flows

import (
	"strconv"
	"strings"

	"visesbot/flows/parse"
)

// inGroup tells whether this is the conversation of a group: who did something
// has a conversation of their own elsewhere.
func (st *step) inGroup() bool { return st.ev.Person.Talk != "" && st.ev.Person.Talk != st.s.Address }

// saidInGroup does what a group may ask for: to vote, to have a word explained;
// false when something else was said. What else is a command is for the talk of
// whoever typed it.
func (st *step) saidInGroup() bool {
	if !st.inGroup() {
		return false
	}
	typed := parse.ReadCommand(st.ev.Text, st.script.Commands.Words(InGroup))
	if !typed.Slash {
		return false
	}
	switch {
	case typed.Is(parse.Poll):
		st.askRoom(typed.Arg)
	case typed.Is(parse.Term):
		st.explainToRoom(typed.Arg)
	default:
		return false
	}
	return true
}

// explainToRoom says what a word means, for everybody to read. There is nothing
// to press: a button would lead to what is somebody's own.
func (st *step) explainToRoom(query string) {
	if st.s.Lang == "" {
		st.s.Lang = st.ev.Person.Lang
	}
	found := st.searchTerms(query)
	var exact []string
	for _, f := range found {
		if f.Exact {
			exact = append(exact, f.ID)
		}
	}
	switch {
	case query == "":
		st.say(Card{Lines: []Line{{Style: Body, Text: st.word("term.how")}}})
	case len(found) == 0:
		st.say(Card{Lines: st.unknownTerm(query)})
	case len(exact) == 1 || len(found) == 1:
		st.say(Card{Lines: st.termLines(st.script.Terms[found[0].ID])})
	default:
		lines := []Line{{Style: Heading, Text: st.word("term.which")}}
		for _, id := range idsOf(found[:min(len(found), mostHits)]) {
			lines = append(lines, Line{Style: Bullet, Text: st.termName(st.script.Terms[id])})
		}
		st.say(Card{Lines: lines})
	}
}

// pressedPoll asks a group what was chosen: this one, or the one that the button
// names, where a platform brings every press to the person's own conversation.
func (st *step) pressedPoll(arg string) {
	to, id, _ := strings.Cut(arg, "~")
	if to == st.s.Address {
		st.askRoom(id)
		return
	}
	st.wishes = append(st.wishes, Wish{Tell: &Tell{To: to, Note: Note{Kind: noteRoom, From: st.s.Address, Text: id}}})
}

// askRoom asks the poll of a module, or which one it shall be.
func (st *step) askRoom(id string) {
	if st.s.Lang == "" {
		st.s.Lang = st.ev.Person.Lang
	}
	m := st.script.module(id)
	if m == nil || m.Facilitator == nil {
		st.offerPolls()
		return
	}
	p := Poll{ID: strings.ToLower(m.ID) + "_" + strconv.Itoa(st.s.Cards+1), Question: m.Facilitator.Poll.Text.In(st.lang())}
	for _, o := range m.Facilitator.Poll.Options {
		p.Options = append(p.Options, PollOption{ID: o.ID, Text: o.Text.In(st.lang())})
	}
	st.askPoll(p)
}

// offerPolls lists the modules that ask the room something.
func (st *step) offerPolls() {
	c := Card{Lines: []Line{{Style: Heading, Text: st.word("poll.which")}}}
	for _, m := range st.script.Modules {
		if m.Facilitator != nil {
			c.Buttons = append(c.Buttons, row(button(m.ID+" · "+m.Title.In(st.lang()), bPoll+"~"+st.s.Address+"~"+m.ID)))
		}
	}
	st.say(c)
}
