package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// talk is a world with a questionnaire of a few questions and people who have
// come in.
func talkOf(t *testing.T, people int, nodes ...form.Node) *world {
	who := formtest.Items("respondent", nil)
	who.Prefix = "rp"
	list := formtest.Items("st", nil)
	nodes = append(nodes, formtest.Ask("WHO", form.Repeat, formtest.Adds(who)), formtest.Ask("LIST", form.Repeat, formtest.Adds(list)))
	script := &flows.Script{
		Version: "v1", Words: realScript().Words, Commands: realScript().Commands,
		Questionnaire: formtest.Make([]*form.Collection{who, list}, formtest.Phase("mandate", nodes...)),
	}
	w := newWorld(t, formtest.Seeded(1), script)
	for range people {
		w.enter(w.join("worker"))
	}
	return w
}

// shows sees that the newest card says something.
func (w *world) shows(p *talker, want string) {
	w.t.Helper()
	if got := glimpse(p.newest); !strings.Contains(got, want) {
		w.fail("the card is %s\nwant %s", got, want)
	}
}

// value is what was answered at a place, "" if nothing was.
func (w *world) value(p form.Place) string {
	a := w.dossier().Answer(p)
	if a == nil {
		return ""
	}
	return fmt.Sprint(a.State, " ", w.dossier().Show(a, "en"))
}

func (w *world) has(p form.Place, want string) {
	w.t.Helper()
	if got := w.value(p); got != want {
		w.fail("%s is %q, want %q", p, got, want)
	}
}

// TestTwoAnswers: the second of two people sees the first's answer and chooses.
func TestTwoAnswers(t *testing.T) {
	for button, want := range map[string]string{"k~A": "given one", "K~A": "given two", "D~A": "given one"} {
		w := talkOf(t, 2, formtest.Ask("A", form.ShortTxt))
		kim, robin := w.people[0], w.people[1]
		w.press(kim, "q~A")
		w.press(robin, "q~A")
		w.say(kim, "one")
		w.has("A", "given one")
		w.say(robin, "two")
		w.has("A", "given one")
		w.shows(robin, "two / [")
		w.press(robin, button)
		w.has("A", want)
		if differ := len(w.dossier().Head().Differ); (button == "D~A") != (differ == 1) {
			t.Errorf("after %s %d places differ", button, differ)
		}
	}
}

// TestSameAnswerTwice: where both say the same there is nothing to choose.
func TestSameAnswerTwice(t *testing.T) {
	w := talkOf(t, 2, formtest.Ask("A", form.ShortTxt))
	w.press(w.people[0], "q~A")
	w.press(w.people[1], "q~A")
	w.say(w.people[0], "one")
	w.say(w.people[1], "one")
	if w.memory(w.people[1]).Held != nil {
		t.Error("there is a choice to make")
	}
}

// TestWarnings: all that strike are said and confirmed at once; a yes that
// comes when nothing is held any more settles nothing.
func TestWarnings(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.Number, formtest.Warn("value > 10.0"), formtest.Warn("value > 20.0")))
	kim := w.people[0]
	w.press(kim, "q~A")
	w.say(kim, "25")
	w.has("A", "")
	w.shows(kim, "really value > 10.0 / really value > 20.0")
	for _, gone := range []string{"home", "q~A"} {
		w.press(kim, gone)
		w.press(kim, "y~A~w0")
		w.has("A", "")
		w.shows(kim, "A?")
	}
	w.say(kim, "25")
	w.press(kim, "y~A~w0")
	w.has("A", "given 25")
	if got := w.dossier().Answer("A").Confirmed; len(got) != 2 {
		t.Errorf("confirmed are %v", got)
	}
}

// TestButtonsThatWereNeverShown do nothing to the dossier.
func TestButtonsThatWereNeverShown(t *testing.T) {
	w := talkOf(t, 1,
		formtest.Ask("A", form.YesNo),
		formtest.Ask("B", form.Single, formtest.Options("x")),
		formtest.Ask("C", form.Single, formtest.For(flows.RoleAccompanist), formtest.Options("x")))
	kim := w.people[0]
	w.press(kim, "q~LIST")
	w.say(kim, "neighbours")
	records := w.mem.Head().Records
	for _, data := range []string{
		"a~A@st1~yes", "a~A@s~yes", "a~A@~yes", "a~A~perhaps", "a~B~y", "a~C~x", "a~NONE~x", "t~LIST~x", "e~LIST~st9", "x~LIST~rp1",
		"x~WHO~st1", "r~A~st1", "o~A~rp1", "o~A~rp9", "z~A", "~", "", "check~0~x", "next~7", "lang~xx", "iam~rp1",
	} {
		w.press(kim, data)
		if now := w.mem.Head().Records; now != records {
			t.Errorf("%q changed the dossier", data)
			records = now
		}
	}
}

// TestNothingTypedIsLost: what is not understood is a draft until the question
// is answered; an invalid byte is kept as a gap.
func TestNothingTypedIsLost(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.Number))
	kim := w.people[0]
	w.press(kim, "q~A")
	for i, text := range []string{"a few", "\xff many", strings.Repeat("é", 50000)} {
		w.say(kim, text)
		drafts := w.memory(kim).Drafts
		if len(drafts) != i+1 || drafts[i].Place != "A" {
			t.Fatalf("drafts are %+v", drafts)
		}
	}
	w.shows(kim, "[? ") // after the third time every way on is offered
	w.say(kim, "7")
	w.has("A", "given 7")
}

// TestAsides: text belongs to what was asked last, and to nothing once the
// person has gone elsewhere.
func TestAsides(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
	kim := w.people[0]
	w.press(kim, "q~A")
	w.press(kim, "n~A")
	w.say(kim, " ")
	w.has("A", "")
	w.press(kim, "q~A")
	w.press(kim, "n~A")
	w.say(kim, "we have none")
	w.has("A", "not applicable ")
	if a := w.dossier().Answer("A"); a.Reason != "we have none" {
		t.Errorf("the reason is %q", a.Reason)
	}
	w.press(kim, "q~A")
	w.press(kim, "n~A")
	w.press(kim, "later")
	w.say(kim, "something else")
	if a := w.dossier().Answer("A"); a.Reason != "we have none" {
		t.Errorf("the reason became %q", a.Reason)
	}
}

// TestHandingOver: a question handed to a colleague is asked of them first, and
// whoever handed it over is told of the answer.
func TestHandingOver(t *testing.T) {
	w := talkOf(t, 2, formtest.Ask("A", form.ShortTxt), formtest.Ask("B", form.ShortTxt))
	kim, robin := w.people[0], w.people[1]
	w.press(kim, "q~B")
	w.press(kim, "o~B")
	w.press(kim, w.button(kim, "o~B~"))
	w.has("B", "delegated ")
	w.deliver()
	w.press(robin, "go")
	if at := w.memory(robin).Place; at != "B" {
		t.Errorf("Robin is asked %s", at)
	}
	w.say(robin, "words")
	w.has("B", "given words")
	w.deliver()
	w.shows(kim, "words")
}

// TestWithdrawingConsent: nothing is asked any more; who agrees again may say
// that they are the same person as before.
func TestWithdrawingConsent(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
	kim := w.people[0]
	w.press(kim, "consent~no")
	w.press(kim, "a~A")
	w.say(kim, "words")
	w.has("A", "")
	w.press(kim, "consent~yes")
	w.press(kim, w.button(kim, "iam~rp1"))
	if got := w.memory(kim).Respondent; got != "rp1" {
		t.Errorf("Kim came back as %q", got)
	}
}

// TestAsideWhenNothingIsOpen: going on ends an aside, also where there is
// nothing to go on with: a closed phase is not opened by a stray word.
func TestAsideWhenNothingIsOpen(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
	kim := w.people[0]
	w.press(kim, "q~A")
	w.say(kim, "words")
	for _, data := range []string{"q~WHO", "d~WHO", "q~LIST", "d~LIST", "review", "close", "q~A", "go"} {
		w.press(kim, data)
	}
	w.say(kim, "hello?")
	if !w.dossier().IsClosed("mandate") {
		t.Error("the phase was opened again")
	}
	w.press(kim, "q~A")
	w.say(kim, "because I was wrong")
	if w.dossier().IsClosed("mandate") {
		t.Error("the phase is still closed")
	}
	w.shows(kim, "A?")
}
