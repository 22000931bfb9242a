package cycle

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// lowVote is up to which vote somebody is not convinced.
const lowVote = 2

// needVoters tells whether a vote waits for people who have not joined: more
// of them, or one in another role.
func needVoters(t *talk.Turn, gaps []form.Gap) bool {
	return slices.ContainsFunc(gaps, func(g form.Gap) bool {
		if g.Votes == nil {
			return false
		}
		open := 0
		for _, p := range t.Dossier.Head().People {
			if p.Respondent != "" && t.Dossier.Status(form.At(g.Votes.ID, form.Path(p.Respondent))).Open() && (g.Outside == "" || p.Role != g.Outside) {
				open++
			}
		}
		return open < max(1, g.Missing)
	})
}

// beside lists what a phase agrees on with reserves: places where two people
// differ, and votes of somebody who is not convinced.
func beside(t *talk.Turn, phase *form.Phase) []flows.Line {
	var lines []flows.Line
	t.Dossier.Walk(phase, func(at form.Placed) {
		a := at.Answer
		if a == nil || a.Archived || t.Guest() && !t.Dossier.May(t.Free(), at.Question, at.Place.Path()) {
			return
		}
		low := at.Question.Voters > 0 && a.State == form.Given && a.Value.Number != nil && *a.Value.Number <= lowVote
		if len(a.Differs) == 0 && !low {
			return
		}
		label := at.Question.Number + " " + at.Question.Short.In(t.Lang())
		if low {
			label += " (" + t.ByWhom(a.Author) + ")"
		}
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: "⇄ " + t.Pair(label, talk.Clip(t.Dossier.Show(a, t.Lang()), 60))})
	})
	if len(lines) == 0 {
		return nil
	}
	return append([]flows.Line{{Style: flows.Body, Text: t.Word("review.beside")}}, lines...)
}
