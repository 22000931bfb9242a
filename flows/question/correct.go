package question

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// Correct takes what was typed as a change of the answer at a place.
func Correct(t *talk.Turn, p form.Place) {
	table(t, p)
	t.Session.Card = ""                         // what stands on the live card was another question
	t.Session.Since = max(0, t.Session.Since-1) // it is no answer more
	ReadAnswer(t)
}

// unknown puts a question off, or takes back the answer that was given to it.
func unknown(t *talk.Turn, q *form.Question, p form.Place, arg string) {
	onTable := p == t.Session.Place && t.Session.Mode == flows.Answering
	switch {
	case arg == flows.ArgBack:
		takeBack(t, q, p)
	case onTable || TakeUp(t, flows.AtUnknown, q, p):
		unlessFrozen(leaving(flows.AtUnknown))(t, q, p, arg)
	}
}

// takeBack leaves a question open again whose answer this person has taken back.
func takeBack(t *talk.Turn, q *form.Question, p form.Place) {
	a := t.Dossier.Answer(p)
	switch {
	case a == nil || a.State != form.Given || a.Author.Person != t.Session.Person || !t.Dossier.May(t.Free(), q, p.Path()):
		oldButton(t, q, p)
	case t.Dossier.IsClosed(q.Phase.ID):
		askChange(t, p)
	case frozen(t, q, p, form.Value{}):
	default:
		table(t, p)
		leaveOpen(t, flows.AtUnknown, q, p)
	}
}
