package flows

import (
	"strconv"
	"strings"
)

// runSheetButton leads accompanists from the first card of a module to the
// frame of a session around it. Nobody else is offered it.
func (st *step) runSheetButton(m *Module) [][]Button {
	if m.Facilitator == nil || !outsideRole(st.s.Role) || st.s.Module.Block > 0 {
		return nil
	}
	return [][]Button{row(button(st.word("session.open"), bSession+"~"+m.ID))}
}

// runSheet shows the frame of a session, step by step.
func (st *step) runSheet(id string) {
	m := st.script.module(id)
	if m == nil || m.Facilitator == nil || !outsideRole(st.s.Role) {
		st.modules()
		return
	}
	f, minutes := m.Facilitator, 0
	for _, s := range f.Steps {
		minutes += s.Minutes
	}
	lines := []Line{
		{Style: Heading, Text: m.ID + " · " + m.Title.In(st.lang())},
		{Style: Hint, Text: st.word("session.help", "minutes", strconv.Itoa(minutes))},
		{Style: Body, Text: f.Aim.In(st.lang())},
	}
	for _, s := range f.Steps {
		lines = append(lines, st.sessionStep(m, s)...)
	}
	lines = append(lines, Line{Style: Body, Text: f.Next.In(st.lang())})
	st.say(Card{Lines: lines, Buttons: [][]Button{row(button("‹ "+m.ID, bLearn+"~"+m.ID)), st.goHome()}})
}

// sessionStep is one line of the run-sheet, with what to push and the poll.
func (st *step) sessionStep(m *Module, s SessionStep) []Line {
	lines := []Line{
		{Style: Bullet, Text: st.word("session.step", "minutes", strconv.Itoa(s.Minutes), "step", s.Title.In(st.lang()))},
		{Style: Body, Text: s.Text.In(st.lang())},
	}
	if len(s.Push) > 0 {
		lines = append(lines, Line{Style: Hint, Text: st.word("session.push", "cards", st.blockTitles(m, s.Push))})
	}
	if s.Poll {
		lines = append(lines, Line{Style: Hint, Text: st.word("session.poll", "poll", st.pollText(m.Facilitator.Poll))})
	}
	return lines
}

// blockTitles names blocks of a module by what stands on top of their cards.
func (st *step) blockTitles(m *Module, ids []string) string {
	var titles []string
	for _, id := range ids {
		for _, b := range m.Blocks {
			if b.ID == id {
				titles = append(titles, b.Title.In(st.lang()))
			}
		}
	}
	return strings.Join(titles, " · ")
}

// pollText is the question of a poll with its answers.
func (st *step) pollText(p RoomPoll) string {
	var answers []string
	for _, o := range p.Options {
		answers = append(answers, o.Text.In(st.lang()))
	}
	return p.Text.In(st.lang()) + " (" + strings.Join(answers, " / ") + ")"
}
