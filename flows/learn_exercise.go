package flows

import (
	"visesbot/flows/form"
)

// exercise asks questions of the questionnaire now; the answers go into the
// enterprise's own dossier.
func (st *step) exercise(b *Block) {
	if !st.mayAnswer() {
		st.consentFirst()
		return
	}
	if phase := st.opensLater(b.Ask); phase != nil {
		st.tell(st.word("exercise.later", "phase", phase.Title.In(st.lang())))
		st.leaveExercise()
		return
	}
	st.s.Focus = b.Ask
	if _, open := st.d.Next(st.who()); !open {
		st.exerciseDone()
		return
	}
	st.onward()
}

// exerciseDone shows what stands in the dossier and goes back to the module.
func (st *step) exerciseDone() {
	lines := []Line{{Style: Body, Text: st.word("exercise.done")}}
	for _, id := range st.s.Focus {
		lines = append(lines, st.kept(id)...)
	}
	st.s.Focus, st.s.Place, st.s.Card = nil, "", ""
	st.say(Card{Lines: lines})
	st.leaveExercise()
}

func (st *step) leaveExercise() {
	st.s.Focus = nil
	m, b := st.block()
	if b == nil {
		st.home()
		return
	}
	st.advance(m)
}

// maxKept bounds how many entries of lists in a loop are said back.
const maxKept = 8

// kept says what now stands in the dossier: the answer to a question, and what
// was named in a loop. The small questions about it stand in the review.
func (st *step) kept(id string) []Line {
	q, ok := st.script.Questionnaire.Question(id)
	if !ok || len(q.Loop) > 0 && q.Type != form.Repeat {
		return nil
	}
	if len(q.Loop) == 0 {
		return []Line{{Style: Bullet, Text: st.pair(q.Short.In(st.lang()), st.outcome(form.Place(id)))}}
	}
	var lines []Line
	st.d.WalkBlock(q.Block, func(at form.Placed) {
		if at.Question != q || at.Answer == nil || st.d.Show(at.Answer, st.lang()) == "" {
			return
		}
		lines = append(lines, Line{Style: Bullet, Text: st.pair(st.standsIn(q, at.Place), st.outcome(at.Place))})
	})
	return lines[:min(len(lines), maxKept)]
}

// opensLater is the phase in which the first of these questions can be
// answered, if the enterprise has not come to it yet.
func (st *step) opensLater(questions []string) *form.Phase {
	var first *form.Phase
	for _, id := range questions {
		q, ok := st.script.Questionnaire.Question(id)
		if !ok || q.Phase == nil || st.phaseIndex(q.Phase.ID) <= st.phaseNow() {
			return nil
		}
		if first == nil || st.phaseIndex(q.Phase.ID) < st.phaseIndex(first.ID) {
			first = q.Phase
		}
	}
	return first
}
