package engine_test

import (
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// effects asks for stakeholders and what changes for them, chooses among the
// changes, and asks in the next phase for values of those.
func effects() *flows.Script {
	who, st := formtest.Items("respondent", nil), formtest.Items("st", nil)
	who.Prefix = "rp"
	ch := formtest.Items("ch", st)
	return &flows.Script{
		Version: "v1", Words: realScript().Words, Commands: realScript().Commands,
		Questionnaire: formtest.Make([]*form.Collection{who, st, ch},
			formtest.Phase("mandate",
				formtest.Ask("WHO", form.Repeat, formtest.Adds(who)),
				formtest.Ask("P1-12", form.Repeat, formtest.Adds(st)),
				formtest.Loop(st, "", formtest.Ask("CHANGES", form.Repeat, formtest.Adds(ch))),
				formtest.Ask("SCOPE", form.Ref, formtest.Name("scope"), formtest.Of(ch))),
			formtest.Phase("diagnosis",
				formtest.Loop(ch, "ch.id in scope", formtest.Ask("VALUE", form.Number)))),
	}
}

// A stakeholder whose changes have values is not removed before what hangs on
// it was shown, and somebody said yes; then it is put aside with all of it, what
// named it is asked again, and it comes back whole.
func TestRemovingWhatCarriesValues(t *testing.T) {
	w := newWorld(t, formtest.Seeded(1), effects())
	p := w.joinIn("en")
	w.enter(p)
	for _, said := range []string{"/next", "done", "neighbours\nworkers", "done", "more contact\nless noise", "done", "more skills", "done", "/next"} {
		w.say(p, said)
	}
	w.press(p, "t~SCOPE~st1/ch1")
	w.press(p, "t~SCOPE~st2/ch1")
	w.press(p, "d~SCOPE")
	w.say(p, "/review")
	w.press(p, "close")
	w.press(p, "answer")
	w.say(p, "12")
	w.say(p, "30")
	w.has("VALUE@st1/ch1", "given 12")

	w.say(p, "P1-12") // the phase is closed: it is opened again, for a reason
	w.say(p, "they are no stakeholders after all")
	w.press(p, "r~P1-12~st1")
	w.shows(p, "ch (2): more contact; less noise")
	w.shows(p, "VALUE: 12")
	if it := w.dossier().Item("st1"); it.Archived {
		t.Fatal("it is gone before anybody said yes")
	}
	w.press(p, "q~P1-12~here")
	w.has("VALUE@st1/ch1", "given 12")
	w.press(p, "r~P1-12~st1")
	w.press(p, "x~P1-12~st1")
	if a := w.dossier().Answer("VALUE@st1/ch1"); a == nil || !a.Archived || !w.dossier().Item("st1").Archived {
		t.Errorf("the value is %+v", a)
	}
	if s := w.dossier().Status("SCOPE"); s != form.ToCheck {
		t.Errorf("what was chosen is not looked at again: %v", s)
	}
	w.say(p, "neighbours") // named again: it is the same one
	if it := w.dossier().Item("st1"); it.Archived || strings.Contains(w.value("VALUE@st1/ch1"), "30") {
		t.Error("it does not come back")
	}
}
