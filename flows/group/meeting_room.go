package group

import (
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// showLive asks what a module asks the room; a vote is shown in place.
func showLive(t *talk.Turn, id, module, voted string) {
	m := t.Script.Module(module)
	if m == nil || m.Facilitator == nil {
		return
	}
	poll := m.Facilitator.Poll
	c := flows.Card{ID: liveID(id, m.ID), Lang: t.Lang(), Replace: voted != "", Lines: []flows.Line{
		{Style: flows.Heading, Text: poll.Text.In(t.Lang())},
		{Style: flows.Hint, Text: t.Word("meet.poll")},
	}}
	if voted != "" {
		c.Lines[1].Text = t.Word("meet.voted")
	}
	for _, o := range poll.Options {
		c.Buttons = append(c.Buttons, talk.Row(flows.Button{
			Label: o.Text.In(t.Lang()), Data: flows.Press(flows.VerbMeet, id, "v", m.ID, o.ID), Kind: "choice", On: o.ID == voted,
		}))
	}
	c.Buttons = append(c.Buttons, t.GoHome())
	t.Wishes = append(t.Wishes, flows.Wish{Say: &c})
}

// showResult tells how the room voted, in words and as a picture.
func showResult(t *talk.Turn, n *flows.Note) {
	m := t.Script.Module(n.Text)
	if m == nil || m.Facilitator == nil {
		return
	}
	c := flows.Card{Lines: []flows.Line{{Style: flows.Hint, Text: t.Word("meet.result")}, {Style: flows.Heading, Text: m.Facilitator.Poll.Text.In(t.Lang())}}}
	var alt []string
	for _, o := range m.Facilitator.Poll.Options {
		votes, _ := strconv.Atoi(n.Fields["n."+o.ID])
		text := t.Pair(o.Text.In(t.Lang()), strconv.Itoa(votes))
		alt = append(alt, text)
		c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: text})
	}
	if f, ok := fileOf(t, n, "", ""); ok {
		c.Media = &flows.Media{Kind: "picture", File: f.ID, Alt: strings.Join(alt, " ; ")}
	}
	c.Buttons = [][]flows.Button{talk.Row(talk.Button(t.Word("meet.park"), flows.Press(flows.VerbMeet, n.Fields["id"], "park"))), t.GoHome()}
	t.Say(c)
}
