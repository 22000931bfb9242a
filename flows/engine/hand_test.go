package engine_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// colleagues are two, the first with P0-04 on the table.
func colleagues(t *testing.T) (w *world, noor, luc *talker) {
	t.Helper()
	w = newWorld(t, formtest.Seeded(3), realScript())
	noor, luc = w.joinIn("nl"), w.joinIn("fr")
	for _, p := range []*talker{noor, luc} {
		w.press(p, "consent~yes")
		w.say(p, "name of "+p.address)
	}
	w.press(noor, "q~P0-04")
	return w, noor, luc
}

// What is handed over is told, asked first, answered, told back, and may be
// taken over by the asker.
func TestHandedAndBack(t *testing.T) {
	w, noor, luc := colleagues(t)
	w.press(noor, "o~P0-04~rp2")
	w.deliver()
	if !strings.Contains(luc.reads(), "vous confie une question") {
		t.Fatalf("luc reads %s", luc.reads())
	}
	w.press(luc, w.button(luc, "q~P0-04"))
	w.press(luc, "t~P0-04~team")
	w.press(luc, "d~P0-04")
	w.deliver()
	if !strings.Contains(noor.reads(), "beantwoordde de vraag") || !strings.Contains(noor.reads(), "Ons team") {
		t.Fatalf("noor reads %s", noor.reads())
	}
	w.press(noor, w.button(noor, "q~P0-04"))
	w.press(noor, "t~P0-04~board")
	w.press(noor, "d~P0-04")
	if a := w.dossier().Answer("P0-04"); a.Author.Respondent != "rp1" || a.State != form.Given {
		t.Errorf("taken over: %+v", a)
	}
}

// Refused, it is the asker's again; taken back before it is answered, the other
// is told.
func TestHandedRefusedAndTaken(t *testing.T) {
	w, noor, luc := colleagues(t)
	w.press(noor, "o~P0-04~rp2")
	w.deliver()
	w.press(luc, w.button(luc, "b~"))
	w.deliver()
	if !strings.Contains(noor.reads(), "kan niet antwoorden") {
		t.Fatalf("noor reads %s", noor.reads())
	}
	if next, _ := w.dossier().Next(w.who(noor)); next != "P0-04" {
		t.Errorf("the asker is asked %s", next)
	}
	if next, _ := w.dossier().Next(w.who(luc)); next == "P0-04" {
		t.Error("who refused is asked again")
	}
	w.press(luc, "b~P0-04")
	if a := w.dossier().Answer("P0-04"); a.To != "rp1" {
		t.Errorf("refused twice: %+v", a)
	}
	w.press(noor, w.button(noor, "o~"))
	w.press(noor, "o~P0-04~rp2")
	w.deliver()
	w.press(noor, "q~P0-04")
	w.press(noor, "t~P0-04~board")
	w.press(noor, "d~P0-04")
	w.deliver()
	if !strings.Contains(luc.reads(), "a répondu à la question qui vous était confiée") {
		t.Errorf("luc reads %s", luc.reads())
	}
}

// Nobody answers: after a week it is asked of the asker as well.
func TestHandedAndNobodyAnswers(t *testing.T) {
	w, noor, luc := colleagues(t)
	w.press(noor, "o~P0-04~rp2")
	if next, _ := w.dossier().Next(w.who(noor)); next == "P0-04" {
		t.Fatal("the asker is asked at once")
	}
	w.now = w.now.Add(9 * 24 * time.Hour)
	for _, p := range []*talker{noor, luc} {
		if next, _ := w.dossier().Next(w.who(p)); next != "P0-04" {
			t.Errorf("%s is asked %s", p.address, next)
		}
	}
	w.press(noor, "answer")
	if !strings.Contains(noor.reads(), "Nog geen antwoord van") {
		t.Errorf("noor reads %s", noor.reads())
	}
}

// To somebody who has left nothing is handed; to somebody who leaves, it comes
// back.
func TestHandedToSomebodyWhoLeft(t *testing.T) {
	w, noor, luc := colleagues(t)
	w.press(noor, "o~P0-04~rp2")
	w.press(luc, "q~P0-01@rp2")
	w.press(luc, "a~P0-01@rp2~no")
	w.press(luc, w.button(luc, "withdraw"))
	if next, _ := w.dossier().Next(w.who(noor)); next != "P0-04" {
		t.Errorf("after luc left noor is asked %s", next)
	}
	w.press(noor, "q~P0-03")
	w.press(noor, "o~P0-03~rp2")
	if a := w.dossier().Answer("P0-03"); a != nil {
		t.Errorf("handed to somebody who left: %+v", a)
	}
	if !strings.Contains(noor.reads(), "Er staat nog niemand anders") {
		t.Errorf("noor reads %s", noor.reads())
	}
}

// Who withdraws is told what stays. Their answers do, without their name beside
// them; nothing more is asked of them. Who agrees again has their name back.
func TestWithdrawnAnswersStayWithoutTheName(t *testing.T) {
	w, noor, luc := colleagues(t)
	w.press(luc, "q~P0-03")
	w.press(luc, "t~P0-03~improve")
	w.press(luc, "d~P0-03")
	w.press(noor, "q~P0-03")
	w.shows(noor, "Antwoord van name of phone2")
	w.press(luc, "q~P0-01@rp2")
	w.press(luc, "a~P0-01@rp2~no")
	w.press(luc, w.button(luc, "withdraw"))
	var told []string
	for _, c := range luc.said[len(luc.said)-3:] {
		told = append(told, text(c))
	}
	if said := strings.Join(told, "\n"); !strings.Contains(said, "reste dans le dossier de votre entreprise, sans votre nom à côté") {
		t.Errorf("luc is told %s", said)
	}
	w.has("P0-03", "given Improve our work")
	w.press(noor, "q~P0-03")
	if said := noor.reads(); strings.Contains(said, "name of phone2") || !strings.Contains(said, "een collega") {
		t.Errorf("noor reads %s", said)
	}
	w.press(noor, "review")
	if said := noor.reads(); strings.Contains(said, "name of phone2): ✓") {
		t.Errorf("in the review noor reads %s", said)
	}
	if !luc.remind.IsZero() {
		t.Errorf("luc is reminded on %v", luc.remind)
	}
	w.press(luc, "answer")
	if w.memory(luc).Place != "" {
		t.Errorf("luc is asked %s", w.memory(luc).Place)
	}
	w.press(luc, "consent~yes")
	w.press(luc, w.button(luc, "iam~rp2"))
	w.press(noor, "q~P0-03")
	w.shows(noor, "Antwoord van name of phone2")
}
