package learning

import (
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// runSheetButton leads accompanists from the first card of a module to the
// frame of a session around it. Nobody else is offered it.
func runSheetButton(t *talk.Turn, m *flows.Module) [][]flows.Button {
	if m.Facilitator == nil || !flows.OutsideRole(t.Session.Role) || t.Session.Module.Block > 0 {
		return nil
	}
	return [][]flows.Button{talk.Row(talk.Button(t.Word("session.open"), flows.Press(flows.VerbSession, m.ID)))}
}

// runSheet shows the frame of a session, step by step.
func runSheet(t *talk.Turn, id string) {
	m := t.Script.Module(id)
	if m == nil || m.Facilitator == nil || !flows.OutsideRole(t.Session.Role) {
		modules(t)
		return
	}
	f, minutes := m.Facilitator, 0
	for _, s := range f.Steps {
		minutes += s.Minutes
	}
	lines := []flows.Line{
		{Style: flows.Heading, Text: m.ID + " · " + m.Title.In(t.Lang())},
		{Style: flows.Hint, Text: t.Word("session.help", "minutes", strconv.Itoa(minutes))},
		{Style: flows.Body, Text: f.Aim.In(t.Lang())},
	}
	for _, s := range f.Steps {
		lines = append(lines, sessionStep(t, m, s)...)
	}
	lines = append(lines, flows.Line{Style: flows.Body, Text: f.Next.In(t.Lang())})
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{talk.Row(talk.Button("‹ "+m.ID, flows.Press(flows.VerbLearn, m.ID))), t.GoHome()}})
}

// sessionStep is one line of the run-sheet, with what to push and the poll.
func sessionStep(t *talk.Turn, m *flows.Module, s flows.SessionStep) []flows.Line {
	lines := []flows.Line{
		{Style: flows.Bullet, Text: t.Word("session.step", "minutes", strconv.Itoa(s.Minutes), "step", s.Title.In(t.Lang()))},
		{Style: flows.Body, Text: s.Text.In(t.Lang())},
	}
	if len(s.Push) > 0 {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("session.push", "cards", blockTitles(t, m, s.Push))})
	}
	if s.Poll {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("session.poll", "poll", pollText(t, m.Facilitator.Poll))})
	}
	return lines
}

// blockTitles names blocks of a module by what stands on top of their cards.
func blockTitles(t *talk.Turn, m *flows.Module, ids []string) string {
	var titles []string
	for _, id := range ids {
		for _, b := range m.Blocks {
			if b.ID == id {
				titles = append(titles, b.Title.In(t.Lang()))
			}
		}
	}
	return strings.Join(titles, " · ")
}

// pollText is the question of a poll with its answers.
func pollText(t *talk.Turn, p flows.RoomPoll) string {
	var answers []string
	for _, o := range p.Options {
		answers = append(answers, o.Text.In(t.Lang()))
	}
	return p.Text.In(t.Lang()) + " (" + strings.Join(answers, " / ") + ")"
}
