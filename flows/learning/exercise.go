package learning

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// exercise asks questions of the questionnaire now; the answers go into the
// enterprise's own dossier.
func exercise(t *talk.Turn, b *flows.Block) {
	if !t.MayAnswer() {
		t.Ways.ConsentFirst(t)
		return
	}
	if phase := opensLater(t, b.Ask); phase != nil {
		t.Tell(t.Word("exercise.later", "phase", phase.Title.In(t.Lang())))
		leaveExercise(t)
		return
	}
	t.Session.Focus = b.Ask
	if _, open := t.Dossier.Next(t.Who()); !open {
		ExerciseDone(t)
		return
	}
	t.Ways.NextQuestion(t)
}

// ExerciseDone shows what stands in the dossier and goes back to the module.
func ExerciseDone(t *talk.Turn) {
	lines := []flows.Line{{Style: flows.Body, Text: t.Word("exercise.done")}}
	for _, id := range t.Session.Focus {
		lines = append(lines, kept(t, id)...)
	}
	t.Session.Focus, t.Session.Place, t.Session.Card = nil, "", ""
	t.Say(flows.Card{Lines: lines})
	leaveExercise(t)
}

func leaveExercise(t *talk.Turn) {
	t.Session.Focus = nil
	m, b := t.Block()
	if b == nil {
		t.Ways.Home(t)
		return
	}
	advance(t, m)
}

// maxKept bounds how many entries of lists in a loop are said back.
const maxKept = 8

// kept says what now stands in the dossier: the answer to a question, and what
// was named in a loop. The small questions about it stand in the review.
func kept(t *talk.Turn, id string) []flows.Line {
	q, ok := t.Script.Questionnaire.Question(id)
	if !ok || len(q.Loop) > 0 && q.Type != form.Repeat {
		return nil
	}
	if len(q.Loop) == 0 {
		return []flows.Line{{Style: flows.Bullet, Text: t.Pair(q.Short.In(t.Lang()), t.Outcome(form.Place(id)))}}
	}
	var lines []flows.Line
	t.Dossier.WalkBlock(q.Block, func(at form.Placed) {
		if at.Question != q || at.Answer == nil || t.Dossier.Show(at.Answer, t.Lang()) == "" {
			return
		}
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Pair(t.StandsIn(q, at.Place), t.Outcome(at.Place))})
	})
	return lines[:min(len(lines), maxKept)]
}

// opensLater is the phase in which the first of these questions can be
// answered, if the enterprise has not come to it yet.
func opensLater(t *talk.Turn, questions []string) *form.Phase {
	var first *form.Phase
	for _, id := range questions {
		q, ok := t.Script.Questionnaire.Question(id)
		if !ok || q.Phase == nil || phaseIndex(t, q.Phase.ID) <= phaseNow(t) {
			return nil
		}
		if first == nil || phaseIndex(t, q.Phase.ID) < phaseIndex(t, first.ID) {
			first = q.Phase
		}
	}
	return first
}
