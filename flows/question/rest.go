package question

import (
	"strconv"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// After how many questions a person is asked whether to go on: short sessions
// for everybody, longer ones for who prefers them.
const (
	breath     = 3
	longBreath = 8
)

// stride is how many questions in a row this person has chosen.
func stride(t *talk.Turn) int {
	if t.Session.Stride == longBreath {
		return longBreath
	}
	return breath
}

// needsRest tells whether it is time to ask; near the end it is not.
func needsRest(t *talk.Turn) bool {
	return t.Session.Since >= stride(t) && t.Left().Questions >= breath
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
