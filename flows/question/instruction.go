package question

import (
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// instead is an instruction that means a button of the question on the table.
// During a lesson it leads to the next.
func instead(verb flows.Verb) func(*talk.Turn, string) {
	return func(t *talk.Turn, _ string) {
		q := t.Asking()
		switch {
		case t.Session.Mode == flows.Studying:
			t.Ways.NextBlock(t, "")
		case q == nil:
			t.Ways.Home(t)
		default:
			t.ExpectNothing()
			t.Ways.Press(t, flows.PressAt(verb, t.Session.Place, ""))
		}
	}
}

// feedback is about the module that is followed, or the question on the table.
func feedback(t *talk.Turn, _ string) {
	if t.Session.Mode == flows.Studying && t.Session.Module != nil {
		commentModule(t, t.Session.Module.ID)
		return
	}
	instead(flows.AtComment)(t, "")
}

// next goes on; below a lesson to the next lesson.
func next(t *talk.Turn, _ string) {
	if t.Session.Mode == flows.Studying && t.Session.Module != nil {
		t.Ways.NextBlock(t, strconv.Itoa(t.Session.Module.Block))
		return
	}
	t.ExpectNothing()
	GoOn(t)
}

// backFrom goes back; from what stands beside a question to the question.
func backFrom(t *talk.Turn, _ string) {
	if t.Asking() != nil && (t.Session.Expects.IsDefined() || len(t.Session.Menu) > 0) {
		AskPlace(t, t.Session.Place)
		return
	}
	t.ExpectNothing()
	back(t)
}

// readReason takes why a question does not apply.
func readReason(t *talk.Turn, q *form.Question, _, text string) {
	Record(t, form.Answer{Place: t.Session.Place, State: form.NotApplicable, Reason: talk.Clip(text, form.MaxText), Author: t.Author()})
	settled(t, q, t.Session.Place)
}

// goOnAnswering asks questions, whatever module is open.
func goOnAnswering(t *talk.Turn) {
	t.Session.Since = 0
	NextQuestion(t)
}
