package talk

import (
	"visesbot/flows"
	"visesbot/flows/form"
)

// Move changes the mode; staying where one is costs nothing.
func (t *Turn) Move(name string, to flows.Mode) {
	if t.Session.Mode == to {
		return
	}
	if next, ok := flows.ModeAfter(t.Session.Mode, name); ok {
		t.Session.Mode = next
	}
}

// Asking is the question on the table, if there is one.
func (t *Turn) Asking() *form.Question {
	if t.Session.Mode != flows.Answering || t.Session.Place == "" {
		return nil
	}
	q, _ := t.Script.Questionnaire.Question(t.Session.Place.Question())
	return q
}
