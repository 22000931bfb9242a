package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// rests answers so many questions, and tells after which of them the person is
// asked whether to go on.
func (w *world) rests(p *talker, questions int) (after []int) {
	w.say(p, "/next")
	for i := range questions {
		w.press(p, fmt.Sprintf("a~%s~yes", w.memory(p).Place))
		if strings.Contains(labels(p.newest), "na elkaar") {
			after = append(after, i+1)
			w.press(p, "answer")
		}
	}
	return after
}

// A rest is offered after three questions; who prefers longer runs chooses so on
// that card, once, and can take it back there.
func TestRest(t *testing.T) {
	var asks []form.Node
	for i := range 40 {
		asks = append(asks, formtest.Ask(fmt.Sprint("Q", i), form.YesNo))
	}
	w := talkOf(t, 1, asks...)
	p := w.people[0]
	if got := fmt.Sprint(w.rests(p, 7)); got != "[3 6]" {
		t.Fatalf("a rest is offered after %s", got)
	}
	w.press(p, "stride~8")
	if got := fmt.Sprint(w.rests(p, 16)); got != "[8 16]" {
		t.Errorf("a rest is offered after %s, not every eight", got)
	}
	w.press(p, "stride~3")
	if got := fmt.Sprint(w.rests(p, 6)); got != "[3 6]" {
		t.Errorf("a rest is offered after %s, not every three", got)
	}
	w.press(p, "stride~1000") // nobody's button
	if got := fmt.Sprint(w.rests(p, 4)); got != "[3]" {
		t.Errorf("a rest is offered after %s", got)
	}
}
