package question

import (
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// After how many questions a person is asked whether to go on: usually at the end of
// a block, and at the latest after eight; shorter for who prefers that.
const (
	breath      = 3 // chosen
	blockBreath = 5 // at the end of a block
	longBreath  = 8
)

// stride is how many questions in a row this person has chosen.
func stride(t *talk.Turn) int {
	if t.Session.Stride == breath {
		return breath
	}
	return longBreath
}

// needsRest tells whether it is time to ask: never among the questions about one
// person or one thing, and not near the end.
func needsRest(t *talk.Turn, next form.Place) bool {
	if t.Session.Since < breath || t.Left().Questions < breath || len(t.Session.Trail) == 0 {
		return false
	}
	last := t.Session.Trail[len(t.Session.Trail)-1]
	if next.Path() != "" && next.Path() == last.Path() {
		return false
	}
	return t.Session.Since >= stride(t) || t.Session.Since >= blockBreath && blockOf(t, last) != blockOf(t, next)
}

func blockOf(t *talk.Turn, p form.Place) *form.Block {
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok {
		return nil
	}
	return q.Block
}

// rest lets the person stop after a few questions, or choose how many it shall
// be in a row from now on.
func rest(t *talk.Turn) {
	t.Move(flows.MoveRest, flows.Home)
	done := t.Session.Since
	t.Session.Since = 0
	t.ExpectNothing()
	n, other := t.Left(), longBreath
	if stride(t) == longBreath {
		other = breath
	}
	t.Say(flows.Card{
		Lines: []flows.Line{{Style: flows.Body, Text: t.Word("rest", "done", strconv.Itoa(done), "n", strconv.Itoa(n.Questions), "minutes", strconv.Itoa(n.Minutes()))}},
		Buttons: [][]flows.Button{
			talk.Row(talk.Primary(t.Word("goon"), flows.Press(flows.VerbAnswer)), talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater))),
			talk.Row(talk.Quiet(t.Word("rest.stride", "n", strconv.Itoa(other)), flows.Press(flows.VerbStride, strconv.Itoa(other)))),
		},
	})
}

// strideBy goes on, so many questions in a row from now on.
func strideBy(t *talk.Turn, n string) {
	t.Session.Stride, _ = strconv.Atoi(n)
	t.Session.Stride = stride(t)
	t.Session.Since = 0
	NextQuestion(t)
}
