package talk

import (
	"visesbot/flows"
	"visesbot/flows/form"
)

// Move changes the mode; staying where one is costs nothing. A move that the
// lifecycle forbids is a fault, and changes nothing.
func (t *Turn) Move(name string, to flows.Mode) {
	if t.Session.Mode == to {
		return
	}
	next, ok := flows.ModeAfter(t.Session.Mode, name)
	if !ok {
		t.Fault("the talk is in %q and cannot make the move %q", t.Session.Mode, name)
		return
	}
	t.Session.Mode = next
}

// Asking is the question on the table, if there is one.
func (t *Turn) Asking() *form.Question {
	if t.Session.Mode != flows.Answering || t.Session.Place == "" {
		return nil
	}
	q, _ := t.Script.Questionnaire.Question(t.Session.Place.Question())
	return q
}
