package learning

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// What is brought to the phones of those who are in the room: a block, a poll,
// and how everybody voted. It is for now: quiet hours do not hold it back.

// pushedBlock finds "MODULE~BLOCK".
func pushedBlock(t *talk.Turn, name string) (*flows.Module, int) {
	id, block, _ := strings.Cut(name, "~")
	if m := t.Script.Module(id); m != nil {
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
func showPushed(t *talk.Turn, name string) {
	m, at := pushedBlock(t, name)
	if m == nil {
		return
	}
	b := m.Blocks[at]
	c := flows.Card{Lines: []flows.Line{{Style: flows.Hint, Text: t.Word("meet.block", "module", m.ID)}}}
	if !b.Title.Empty() {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Heading, Text: b.Title.In(t.Lang())})
	}
	c.Lines = append(c.Lines, bodyLines(b.Text.In(t.Lang()))...)
	b.Marks.Mark(c.Lines[1:], t.Lang())
	if pool, _ := examplePool(t); pool != "" {
		c.Lines = append(c.Lines, poolLines(t, b)...)
	}
	for _, o := range b.Options {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: o.Text.In(t.Lang())})
	}
	c.Media = media(t, b)
	c.Buttons = [][]flows.Button{talk.Row(talk.Primary(t.Word("meet.goon", "module", m.ID), flows.Press(flows.VerbBlock, m.ID, b.ID))), talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)))}
	t.Say(c)
	t.Dossier.Deliver(form.Delivery{Person: t.Session.Person, Module: m.ID, Block: b.ID, Version: m.Version, Hash: b.Hash, Lang: t.Lang()}, t.Author())
}

// openBlock goes on with a module at the block that the room was shown.
func openBlock(t *talk.Turn, name string) {
	m, here := pushedBlock(t, name)
	if m == nil {
		modules(t)
		return
	}
	openModule(t, m)
	at(t, here, nil)
	ShowBlock(t)
}
