package engine_test

import (
	"strings"
	"testing"

	"visesbot/flows/form"
)

// A question that was handed over is answered by answering it, where nothing else is
// being asked.
func TestHandedIsAnsweredByTyping(t *testing.T) {
	w, noor, luc := colleagues(t)
	w.press(luc, "home")
	w.press(noor, "o~P0-04~rp2")
	w.deliver()
	w.say(luc, "notre équipe")
	if a := w.dossier().Answer("P0-04"); a == nil || a.State != form.Given || a.Author.Respondent != "rp2" {
		t.Errorf("the answer is %+v; luc reads %s", a, luc.reads())
	}
}

// Where another question is on the table, it is asked which of the two is answered,
// and what was typed is kept meanwhile.
func TestHandedBesideAnother(t *testing.T) {
	for _, meant := range []string{"P0-04", "P0-03"} {
		w, noor, luc := colleagues(t)
		w.press(luc, "q~P0-03")
		w.press(noor, "o~P0-04~rp2")
		w.deliver()
		w.say(luc, "1")
		w.shows(luc, "Deux questions attendent")
		for _, id := range []string{"P0-03", "P0-04"} {
			if a := w.dossier().Answer(form.Place(id)); a != nil && a.State == form.Given {
				t.Fatalf("%s is answered unasked: %+v", id, a)
			}
		}
		button := "meant~else"
		if meant == "P0-04" {
			button = "j~P0-04"
		}
		w.press(luc, w.button(luc, button))
		if a := w.dossier().Answer(form.Place(meant)); a == nil || a.State != form.Given || a.Author.Respondent != "rp2" {
			t.Errorf("%s: the answer is %+v; luc reads %s", meant, a, luc.reads())
		}
	}
}

// Whatever else is shown or done after a person's words, they are not asked about any
// more; what still waited is kept as a draft.
func TestHeardIsForgotten(t *testing.T) {
	w, noor, luc := colleagues(t)
	w.press(luc, "q~P0-03")
	w.press(noor, "o~P0-04~rp2")
	w.deliver()
	w.say(luc, "quelque chose")
	w.press(luc, "home")
	s := w.memory(luc)
	if s.Heard != nil || len(s.Drafts) == 0 || s.Drafts[len(s.Drafts)-1].Text != "quelque chose" {
		t.Errorf("heard %+v, drafts %+v", s.Heard, s.Drafts)
	}
	w.press(luc, "meant~else")
	w.shows(luc, "n'attend plus")
}

// One tap, on whatever card, takes no agreement back: it is asked once more, and can
// be given again.
func TestWithdrawalIsAskedOnce(t *testing.T) {
	for _, press := range []string{"consent~no", "a~P0-01@rp2~no"} {
		w, _, luc := colleagues(t)
		if strings.HasPrefix(press, "a~") {
			w.press(luc, "q~P0-01@rp2")
		}
		w.press(luc, press)
		w.shows(luc, "vraiment retirer")
		if s := w.memory(luc); s.Consent != "yes" || s.Respondent != "rp2" {
			t.Fatalf("%s took it back at once: %+v", press, s)
		}
		w.has("P0-01@rp2", "given Yes")
		w.press(luc, w.button(luc, "withdraw"))
		if s := w.memory(luc); s.Consent != "no" || s.Respondent != "" {
			t.Errorf("after yes: %+v", s)
		}
		w.press(luc, "consent~yes")
		w.press(luc, w.button(luc, "iam~rp2"))
		if s := w.memory(luc); s.Consent != "yes" || s.Respondent != "rp2" {
			t.Errorf("given again: %+v", s)
		}
	}
}

// A choice between two answers stays in reach until it is made, and "keep mine" keeps
// at the first press.
func TestConflictStaysInReach(t *testing.T) {
	w, noor, luc := colleagues(t)
	kim := w.joinIn("nl")
	w.press(kim, "consent~yes")
	w.say(kim, "Kim")
	for _, p := range []*talker{noor, luc, kim} {
		w.press(p, "q~P0-05")
	}
	w.say(noor, "8")
	w.say(luc, "10")
	w.say(kim, "12")
	w.press(luc, w.button(luc, "D~P0-05"))
	w.press(kim, "home")
	w.press(kim, w.button(kim, "l~P0-05"))
	w.press(kim, w.button(kim, "K~P0-05"))
	if a := w.dossier().Answer("P0-05"); a == nil || a.Value.Number == nil || *a.Value.Number != 12 {
		t.Errorf("the answer is %+v; kim reads %s", a, kim.reads())
	}
	if s := w.memory(kim); len(s.Conflicts) > 0 {
		t.Errorf("still to be chosen: %+v", s.Conflicts)
	}
}

// Home leads to the next act, whatever it is.
func TestHomeSaysWhatIsNext(t *testing.T) {
	w, noor, luc := colleagues(t)
	w.press(noor, "home")
	if first := noor.newest.Buttons[0][0]; first.Kind != "primary" || first.Data != "answer" {
		t.Errorf("the first button is %+v", first)
	}
	for _, p := range []*talker{noor, luc} {
		w.finish(p)
	}
	for len(w.dossier().Gaps()) > 0 {
		w.mend(w.dossier().Gaps()[0])
		w.finish(noor)
		w.finish(luc)
	}
	w.press(noor, "home")
	w.shows(noor, "nalezen en ondertekenen")
	if first := noor.newest.Buttons[0][0]; first.Kind != "primary" || first.Data != "review" {
		t.Errorf("the first button is %+v", first)
	}
	primary := 0
	for _, row := range noor.newest.Buttons {
		for _, b := range row {
			if b.Kind == "primary" {
				primary++
			}
		}
	}
	if primary != 1 {
		t.Errorf("home has %d main buttons", primary)
	}
}

// Who has not spoken for themselves is named before a phase is closed.
func TestClosingNamesWhoHasNotSpoken(t *testing.T) {
	w, noor, _ := colleagues(t)
	w.finish(noor)
	for len(w.dossier().Gaps()) > 0 {
		w.mend(w.dossier().Gaps()[0])
		w.finish(noor)
	}
	w.press(noor, "review")
	w.shows(noor, "name of phone2")
	w.press(noor, "close")
	w.shows(noor, "name of phone2. Na het afsluiten")
	if w.dossier().IsClosed("mandate") || w.dossier().Signed(false) != nil {
		t.Fatal("closed unasked")
	}
	w.press(noor, "close~anyway")
	if !w.dossier().IsClosed("mandate") {
		t.Errorf("not closed: %s", noor.reads())
	}
}
