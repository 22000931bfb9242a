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
	TakeMoment(t *Turn, q *form.Question, p form.Place, id string)
	TellLapsed(t *Turn)
	NoticeNews(t *Turn, n *flows.Note, from string)
	Pressed(t *Turn)
	ConsentFirst(t *Turn)
	KeepRole(t *Turn, p form.Place)
	Refuse(t *Turn)
	SettledIn(t *Turn) bool
	Withdrew(t *Turn, q *form.Question, a form.Answer) bool
	Revoke(t *Turn, q *form.Question, p form.Place)
	ExerciseDone(t *Turn)
	PreviousBlock(t *Turn)
	ShowBlock(t *Turn)
	Suggestion(t *Turn) [][]flows.Button
	FrameworksOf(t *Turn, q *form.Question)
	HasFrameworks(t *Turn, q *form.Question) bool
	ShowTerm(t *Turn, id string, kin ...string)
	AskPlace(t *Turn, p form.Place)
	AskReopen(t *Turn, q *form.Question, p form.Place)
	GiveAllBack(t *Turn)
	NextQuestion(t *Turn)
	OnList(t *Turn, q *form.Question, p form.Place, label string) bool
	Record(t *Turn, a form.Answer)
	Followed(t *Turn, place form.Place, how string)
	NextMoment(t *Turn) (at time.Time)
}
