package question

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// GoOn takes up the conversation where it stands: the module, or the first
// open question.
func GoOn(t *talk.Turn) {
	t.Session.Since = 0
	if t.Session.Module != nil && len(t.Session.Focus) == 0 && t.Session.Place == "" {
		t.Ways.ShowBlock(t)
		return
	}
	NextQuestion(t)
}

// NextQuestion asks the next question, after a breath now and then.
func NextQuestion(t *talk.Turn) {
	if !t.MayAnswer() {
		t.Ways.ConsentFirst(t)
		return
	}
	p, open := t.Dossier.Next(t.Who())
	switch {
	case !open && len(t.Session.Focus) > 0:
		t.Ways.ExerciseDone(t)
	case !open:
		t.Ways.NothingOpen(t)
	case len(t.Session.Focus) == 0 && needsRest(t):
		rest(t)
	default:
		AskPlace(t, p)
	}
}

// back shows the question answered before, with its answer.
func back(t *talk.Turn) {
	if t.Session.Mode == flows.Studying && t.Session.Module != nil {
		t.Ways.PreviousBlock(t)
		return
	}
	n := len(t.Session.Trail)
	if n == 0 || !t.MayAnswer() {
		t.Ways.Home(t)
		return
	}
	p := t.Session.Trail[n-1]
	t.Session.Trail = append([]form.Place{}, t.Session.Trail[:n-1]...)
	if t.Dossier.Relevant(p) != form.Yes {
		back(t)
		return
	}
	AskPlace(t, p)
}
