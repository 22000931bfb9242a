package engine

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/parse"
	"visesbot/flows/question"
	"visesbot/flows/talk"
)

// readExpected takes typed text for what was asked beside the question.
func (e *Engine) readExpected(t *talk.Turn) {
	text, _ := parse.Clean(strings.TrimSpace(t.Event.Text))
	if text == "" {
		t.Ask(flows.Card{Input: flows.LineInput, Lines: []flows.Line{{Style: flows.Body, Text: t.Word("again")}}, Buttons: [][]flows.Button{t.GoHome()}})
		return
	}
	wanted := t.Session.Expects
	t.ExpectNothing()
	route, ok := e.routes.Expects[wanted.Kind]
	switch {
	case ok && !route.May.Has(t.Party()):
		e.refuse(t, "answer "+string(wanted.Kind))
	case ok:
		route.Do(t, wanted.Arg, text)
	case t.Asking() != nil:
		question.ReadAnswer(t)
	default:
		t.Ways.Home(t)
	}
}
