package engine

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/cycle"
	"visesbot/flows/entry"
	"visesbot/flows/form"
	"visesbot/flows/learning"
	"visesbot/flows/library"
	"visesbot/flows/question"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// ways are those from subject to subject.
type ways struct{ e *Engine }

func (ways) BackAgain(t *talk.Turn) { cycle.BackAgain(t) }

func (ways) Home(t *talk.Turn) { cycle.Home(t) }

func (ways) NothingOpen(t *talk.Turn) { cycle.NothingOpen(t) }

func (ways) TellLapsed(t *talk.Turn) { cycle.TellLapsed(t) }

func (ways) ConsentFirst(t *talk.Turn) { entry.ConsentFirst(t) }

func (ways) KeepRole(t *talk.Turn, p form.Place) { entry.KeepRole(t, p) }

func (ways) Refuse(t *talk.Turn) { entry.Refuse(t) }

func (ways) SettledIn(t *talk.Turn) bool { return entry.SettledIn(t) }

func (ways) Withdrew(t *talk.Turn, q *form.Question, a form.Answer) bool {
	return entry.Withdrew(t, q, a)
}

func (ways) ExerciseDone(t *talk.Turn) { learning.ExerciseDone(t) }

func (ways) PreviousBlock(t *talk.Turn) { learning.PreviousBlock(t) }

func (ways) ShowBlock(t *talk.Turn) { learning.ShowBlock(t) }

func (ways) Suggestion(t *talk.Turn) [][]flows.Button { return learning.Suggestion(t) }

func (ways) HasFrameworks(t *talk.Turn, q *form.Question) bool { return library.HasFrameworks(t, q) }

func (ways) AskPlace(t *talk.Turn, p form.Place) { question.AskPlace(t, p) }

func (ways) AskReopen(t *talk.Turn, q *form.Question, p form.Place) { question.AskReopen(t, q, p) }

func (ways) GiveAllBack(t *talk.Turn) { question.GiveAllBack(t) }

func (ways) NextQuestion(t *talk.Turn) { question.NextQuestion(t) }

func (ways) OnList(t *talk.Turn, q *form.Question, p form.Place, label string) bool {
	return question.OnList(t, q, p, label)
}

func (ways) Record(t *talk.Turn, a form.Answer) { question.Record(t, a) }

func (ways) NextMoment(t *talk.Turn) (at time.Time) { return reminder.NextMoment(t) }

func (ways) NextBlock(t *talk.Turn, shown string) { learning.NextBlock(t, shown) }

func (w ways) Press(t *talk.Turn, data string) { w.e.press(t, data) }

func (w ways) Notice(t *talk.Turn, n *flows.Note) { w.e.routes.Notes[n.Kind].Do(t, n) }
