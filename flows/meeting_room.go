package flows

import (
	"strconv"
	"strings"

	"visesbot/flows/form"
)

// What is brought to the phones of those who are in the room: a block, a poll,
// and how everybody voted. It is for now: quiet hours do not hold it back.

// pushedBlock finds "MODULE~BLOCK".
func (st *step) pushedBlock(name string) (*Module, int) {
	id, block, _ := strings.Cut(name, "~")
	if m := st.script.module(id); m != nil {
		for i, b := range m.Blocks {
			if b.ID == block {
				return m, i
			}
		}
	}
	return nil, 0
}

// showPushed shows a block to who is in the room, and keeps the proof that it was
// shown. Nobody is taken out of what they were doing.
func (st *step) showPushed(name string) {
	m, at := st.pushedBlock(name)
	if m == nil {
		return
	}
	b := m.Blocks[at]
	c := Card{Lines: []Line{{Style: Hint, Text: st.word("meet.block", "module", m.ID)}}}
	if !b.Title.Empty() {
		c.Lines = append(c.Lines, Line{Style: Heading, Text: b.Title.In(st.lang())})
	}
	c.Lines = append(c.Lines, bodyLines(b.Text.In(st.lang()))...)
	b.marks.mark(c.Lines[1:], st.lang())
	if pool, _ := st.examplePool(); pool != "" {
		c.Lines = append(c.Lines, st.poolLines(b)...)
	}
	for _, o := range b.Options {
		c.Lines = append(c.Lines, Line{Style: Bullet, Text: o.Text.In(st.lang())})
	}
	c.Media = st.media(b)
	c.Buttons = [][]Button{row(primary(st.word("meet.goon", "module", m.ID), bBlock+"~"+m.ID+"~"+b.ID)), row(quiet(st.word("home"), bHome))}
	st.say(c)
	st.d.Deliver(form.Delivery{Person: st.s.Person, Module: m.ID, Block: b.ID, Version: m.Version, Hash: b.Hash, Lang: st.lang()}, st.author())
}

// openBlock goes on with a module at the block that the room was shown.
func (st *step) openBlock(name string) {
	m, at := st.pushedBlock(name)
	if m == nil {
		st.modules()
		return
	}
	st.openModule(m)
	st.at(at, nil)
	st.showBlock()
}

// showLive asks what a module asks the room; a vote is shown in place.
func (st *step) showLive(id, module, voted string) {
	m := st.script.module(module)
	if m == nil || m.Facilitator == nil {
		return
	}
	poll := m.Facilitator.Poll
	c := Card{ID: liveID(id, m.ID), Lang: st.lang(), Replace: voted != "", Lines: []Line{
		{Style: Heading, Text: poll.Text.In(st.lang())},
		{Style: Hint, Text: st.word("meet.poll")},
	}}
	if voted != "" {
		c.Lines[1].Text = st.word("meet.voted")
	}
	for _, o := range poll.Options {
		c.Buttons = append(c.Buttons, row(Button{
			Label: o.Text.In(st.lang()), Data: bMeet + "~" + id + "~v~" + m.ID + "~" + o.ID, Kind: "choice", On: o.ID == voted,
		}))
	}
	c.Buttons = append(c.Buttons, st.goHome())
	st.wishes = append(st.wishes, Wish{Say: &c})
}

// showResult tells how the room voted, in words and as a picture.
func (st *step) showResult(n *Note) {
	m := st.script.module(n.Text)
	if m == nil || m.Facilitator == nil {
		return
	}
	c := Card{Lines: []Line{{Style: Hint, Text: st.word("meet.result")}, {Style: Heading, Text: m.Facilitator.Poll.Text.In(st.lang())}}}
	var alt []string
	for _, o := range m.Facilitator.Poll.Options {
		votes, _ := strconv.Atoi(n.Fields["n."+o.ID])
		text := st.pair(o.Text.In(st.lang()), strconv.Itoa(votes))
		alt = append(alt, text)
		c.Lines = append(c.Lines, Line{Style: Bullet, Text: text})
	}
	if f, ok := st.fileOf(n, "", ""); ok {
		c.Media = &Media{Kind: "picture", File: f.ID, Alt: strings.Join(alt, " ; ")}
	}
	c.Buttons = [][]Button{row(button(st.word("meet.park"), bMeet+"~"+n.Fields["id"]+"~park")), st.goHome()}
	st.say(c)
}
