package definition

import (
	"slices"

	"visesbot/flows"
)

const ruleFacilitator = "facilitator"

// How long a collective session lasts, in minutes.
const (
	shortestSession = 60
	longestSession  = 90
)

func checkFacilitators(l *loader) {
	for _, m := range l.script.Modules {
		if m.Facilitator != nil {
			checkRunSheet(l, m)
			checkPoll(l, m.Facilitator)
		}
	}
}

// checkRunSheet adds up the steps and looks for the blocks they push.
func checkRunSheet(l *loader, m *flows.Module) {
	var blocks []string
	for _, b := range m.Blocks {
		blocks = append(blocks, b.ID)
	}
	minutes, frame := 0, m.Facilitator
	for i := range frame.Steps {
		minutes += frame.Steps[i].Minutes
		checkPush(l, frame.Steps[i].Push, blocks)
	}
	if minutes < shortestSession || minutes > longestSession {
		l.problem(ruleFacilitator, l.at[frame], "the steps take %d minutes together: a session lasts %d to %d", minutes, shortestSession, longestSession)
	}
}

func checkPush(l *loader, push, blocks []string) {
	for i := range push {
		if !slices.Contains(blocks, push[i]) {
			l.unknown(ruleFacilitator, l.at[&push[i]], "block of this module", push[i], blocks)
		}
	}
}

// checkPoll sees that there is something to choose, at one moment.
func checkPoll(l *loader, frame *flows.Facilitator) {
	if len(frame.Poll.Options) < 2 {
		l.problem(ruleFacilitator, l.at[&frame.Poll], "a poll offers two answers or more")
	}
	taken := 0
	for _, s := range frame.Steps {
		if s.Poll {
			taken++
		}
	}
	if taken != 1 {
		l.problem(ruleFacilitator, l.at[frame], "%d steps take the poll: mark one with \"poll: true\"", taken)
	}
}

// pollOf is what a module's poll offers.
func pollOf(m *flows.Module) []flows.RoomOption {
	if m.Facilitator == nil {
		return nil
	}
	return m.Facilitator.Poll.Options
}
