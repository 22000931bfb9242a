package talk

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// Routes are the ways into a subject. The engine puts those of all subjects
// together; two for one verb, command, note, expectation or timer are a fault.
type Routes struct {
	Presses  map[flows.Verb]Press
	Places   map[flows.Verb]Place
	Commands map[parse.Command]Command
	Notes    map[string]Notice
	Expects  map[flows.Expectation]Expected
	Timers   map[string]Alarm
}

// Press is what a button does, and who may press it. Somebody who belongs to a
// dossier is first led through the welcome, unless it is early.
type Press struct {
	May   Party
	Early bool
	Do    func(t *Turn, arg string)
}

// Place is what a button of a question does, and who may press it. The question
// is put on the table first, unless the button leaves the table as it is.
type Place struct {
	May    Party
	Beside bool
	Do     func(t *Turn, q *form.Question, p form.Place, arg string)
}

// Command is what a typed instruction does, and who may give it.
type Command struct {
	May Party
	Do  func(t *Turn, arg string)
}

// Notice is what a note from elsewhere leads to. One that is open comes to
// conversations that nobody has joined yet, and a quiet one says nothing.
type Notice struct {
	Open, Quiet bool
	Do          func(t *Turn, n *flows.Note)
}

// Expected takes what was typed because it was asked for.
type Expected struct {
	May Party
	Do  func(t *Turn, arg, text string)
}

// Alarm is what a moment that was waited for leads to. An open one needs nobody
// who has joined.
type Alarm struct {
	Open bool
	Do   func(t *Turn)
}

// Leaving is an instruction that leaves what was expected.
func Leaving(do func(*Turn, string)) func(*Turn, string) {
	return func(t *Turn, arg string) {
		t.ExpectNothing()
		do(t, arg)
	}
}

// Plain is one that says nothing more.
func Plain(do func(*Turn)) func(*Turn, string) {
	return func(t *Turn, _ string) { do(t) }
}
