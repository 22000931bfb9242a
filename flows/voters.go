package flows

import (
	"slices"

	"visesbot/flows/form"
)

// lowVote is up to which vote somebody is not convinced.
const lowVote = 2

// needVoters tells whether a vote waits for people who have not joined: more
// of them, or one in another role.
func (st *step) needVoters(gaps []form.Gap) bool {
	return slices.ContainsFunc(gaps, func(g form.Gap) bool {
		if g.Votes == nil {
			return false
		}
		open := 0
		for _, p := range st.d.Head().People {
			if p.Respondent != "" && st.d.Status(form.At(g.Votes.ID, form.Path(p.Respondent))).Open() && (g.Outside == "" || p.Role != g.Outside) {
				open++
			}
		}
		return open < max(1, g.Missing)
	})
}

// beside lists what a phase agrees on with reserves: places where two people
// differ, and votes of somebody who is not convinced.
func (st *step) beside(phase *form.Phase) []Line {
	var lines []Line
	st.d.Walk(phase, func(at form.Placed) {
		a := at.Answer
		if a == nil || a.Archived || st.guest() && !st.d.May(st.free(), at.Question, at.Place.Path()) {
			return
		}
		low := at.Question.Voters > 0 && a.State == form.Given && a.Value.Number != nil && *a.Value.Number <= lowVote
		if len(a.Differs) == 0 && !low {
			return
		}
		label := at.Question.Number + " " + at.Question.Short.In(st.lang())
		if low {
			label += " (" + st.byWhom(a.Author) + ")"
		}
		lines = append(lines, Line{Style: Bullet, Text: "⇄ " + st.pair(label, clip(st.d.Show(a, st.lang()), 60))})
	})
	if len(lines) == 0 {
		return nil
	}
	return append([]Line{{Style: Body, Text: st.word("review.beside")}}, lines...)
}
