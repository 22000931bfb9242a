package engine

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/entry"
	"visesbot/flows/form"
	"visesbot/flows/question"
	"visesbot/flows/talk"
)

// press takes a button's data to what it does, if whoever pressed it may do that.
func (e *Engine) press(t *talk.Turn, data string) {
	word, arg, _ := strings.Cut(data, "~")
	verb := flows.Verb(word)
	if at, ok := e.routes.Places[verb]; ok {
		place, rest, _ := strings.Cut(arg, "~")
		e.pressAt(t, verb, at, form.Place(place), rest)
		return
	}
	route, ok := e.routes.Presses[verb]
	switch {
	case !ok && t.Party().Has(talk.Inside): // of a version that is gone, or of nobody's making
		t.Refused = flows.Refusal{What: "a press that there is not", Who: t.Party().String()}
		if entry.SettledIn(t) {
			t.Ways.Home(t)
		}
	case !route.May.Has(t.Party()):
		e.refuse(t, "press "+word)
	case !route.Early && t.Party().Has(talk.Inside) && !entry.SettledIn(t):
	default:
		route.Do(t, arg)
	}
}

// pressAt takes a press to its place: the question on the table, one that is open
// although it is not on the table, or one long answered.
func (e *Engine) pressAt(t *talk.Turn, verb flows.Verb, route talk.Place, p form.Place, arg string) {
	if !route.May.Has(t.Party()) {
		e.refuse(t, "press "+string(verb))
		return
	}
	if !entry.SettledIn(t) {
		return
	}
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok || !t.MayAnswer() || !t.Dossier.Has(p) {
		t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: t.Word("old.gone")}}, Buttons: [][]flows.Button{t.GoHome()}})
		return
	}
	onTable := p == t.Session.Place && t.Session.Mode == flows.Answering
	if route.Beside || onTable || question.TakeUp(t, verb, q, p) {
		route.Do(t, q, p, arg)
	}
}
