package talk

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
)

// Ways lead from one subject to another: what a subject asks of one that it does not
// know. The engine gives them.
type Ways interface {
	BackAgain(t *Turn)
	Home(t *Turn)
	NothingOpen(t *Turn)
	TellLapsed(t *Turn)
	ConsentFirst(t *Turn)
	KeepRole(t *Turn, p form.Place)
	Refuse(t *Turn)
	SettledIn(t *Turn) bool
	Withdrew(t *Turn, q *form.Question, a form.Answer) bool
	ExerciseDone(t *Turn)
	PreviousBlock(t *Turn)
	ShowBlock(t *Turn)
	Suggestion(t *Turn) [][]flows.Button
	HasFrameworks(t *Turn, q *form.Question) bool
	AskPlace(t *Turn, p form.Place)
	AskReopen(t *Turn, q *form.Question, p form.Place)
	GiveAllBack(t *Turn)
	NextQuestion(t *Turn)
	OnList(t *Turn, q *form.Question, p form.Place, label string) bool
	Record(t *Turn, a form.Answer)
	NextMoment(t *Turn) (at time.Time)
	NextBlock(t *Turn, shown string)

	Press(t *Turn, data string)    // as if the button of that data was pressed
	Notice(t *Turn, n *flows.Note) // a note that was kept
}
