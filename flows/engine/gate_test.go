package engine_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// ready is a dossier in which the mandate can be signed: by two colleagues, and
// whoever accompanies them if wanted.
func ready(t *testing.T, accompanied bool) (w *world, noor, luc, robin *talker) {
	t.Helper()
	w = newWorld(t, formtest.Seeded(3), realScript())
	noor, luc = w.joinIn("nl"), w.joinIn("fr")
	for _, p := range []*talker{noor, luc} {
		w.press(p, "consent~yes")
		w.say(p, "name of "+p.address)
	}
	if accompanied {
		robin = &talker{address: "robin", session: []byte(`{"mode":"welcome"}`)}
		in := invitation("en")
		in.Role = flows.RoleAccompanist
		w.people = append(w.people, robin)
		w.step(robin, flows.Event{Kind: flows.Started, Invite: in})
	}
	for range 20 {
		w.finish(noor)
		w.finish(luc)
		gaps := w.dossier().Gaps()
		if len(gaps) == 0 {
			return w, noor, luc, robin
		}
		w.mend(gaps[0])
	}
	t.Fatalf("the mandate cannot be signed: %v", w.dossier().Gaps())
	return nil, nil, nil, nil
}

func (p *talker) reads() string { return text(p.newest) }

func text(c *flows.Card) string {
	var all []string
	for _, l := range c.Lines {
		all = append(all, l.Text)
	}
	return strings.Join(all, " / ")
}

func (w *world) closedPhase() bool { return w.dossier().IsClosed("mandate") }

// The phase is closed by both signatures, and by neither alone; whoever
// accompanies is shown the review, and a signature is given once.
func TestBothSign(t *testing.T) {
	w, noor, luc, robin := ready(t, true)
	w.press(robin, "sign")
	if w.dossier().Signed(true) != nil || w.closedPhase() {
		t.Fatal("the accompanist signs before the enterprise")
	}
	w.press(noor, "close")
	if w.closedPhase() || w.dossier().Signed(false) == nil {
		t.Fatal("the enterprise alone closes the phase, or has not signed")
	}
	records := w.dossier().Head().Records
	w.press(luc, "close")
	if w.dossier().Head().Records != records || w.closedPhase() || !strings.Contains(luc.reads(), "Déjà signé") {
		t.Errorf("signed twice: %s", luc.reads())
	}
	w.press(noor, "sign")
	if w.closedPhase() {
		t.Fatal("somebody of the enterprise signs as the accompanist")
	}
	w.deliver()
	if !strings.Contains(robin.reads(), "Your signature is wanted") {
		t.Errorf("the accompanist reads %s", robin.reads())
	}
	w.press(robin, w.button(robin, "review"))
	if !strings.Contains(robin.reads(), "P0-03") {
		t.Errorf("the review is %s", robin.reads())
	}
	w.press(robin, "sign~reserve")
	w.say(robin, "users are missing")
	if !w.closedPhase() {
		t.Fatalf("both have signed, but: %s", robin.reads())
	}
	if !slices.ContainsFunc(w.mail, func(m flows.Tell) bool {
		return strings.HasPrefix(m.To, "office:report-") && m.Note.Kind == "o~report~closed~mandate" && m.Note.Dossier != ""
	}) {
		t.Errorf("the programme is not asked for the page of the phase: %v", w.mail)
	}
	snaps := w.mem.Snapshots()
	if n := len(snaps); n != 1 || len(snaps[0].Signed) != 2 || snaps[0].Signed[1].Reserve != "users are missing" || len(snaps[0].Answers) == 0 {
		t.Errorf("the snapshot is %+v", snaps)
	}
	w.deliver()
	w.press(luc, "review~mandate")
	if !strings.Contains(luc.reads(), "users are missing") {
		t.Errorf("the reserve does not stand in the review: %s", luc.reads())
	}
	w.press(robin, "sign")
	if d := w.dossier(); len(d.Head().Closed) != 1 || len(d.Head().Signed) != 0 {
		t.Error("signing again changes something")
	}
}

// A remark sends the phase back and reaches the enterprise; a change of what
// was signed ends the signature.
func TestSendBackAndChange(t *testing.T) {
	w, noor, luc, robin := ready(t, true)
	w.press(noor, "close")
	w.deliver()
	w.press(robin, "sign~back")
	w.say(robin, "who is missing?")
	w.deliver()
	if w.dossier().Signed(false) != nil || !strings.Contains(luc.reads(), "who is missing?") || !strings.Contains(noor.reads(), "who is missing?") {
		t.Fatalf("sent back: %s", luc.reads())
	}
	w.press(noor, "review")
	if said := noor.reads(); !strings.Contains(said, "Jullie kunnen de stap ondertekenen") || strings.Contains(said, "afsluiten") {
		t.Errorf("the card says something else than its button: %s", said)
	}
	w.press(noor, "answer")
	if said := noor.reads(); !strings.Contains(said, "onderteken dan de stap") {
		t.Errorf("the card says something else than the button of the review: %s", said)
	}
	w.press(noor, "close")
	w.press(noor, "q~P0-03")
	w.press(noor, "t~P0-03~train")
	w.press(noor, "d~P0-03")
	for s := w.memory(noor); s.Held != nil; s = w.memory(noor) {
		w.press(noor, w.button(noor, "y~", "K~"))
	}
	if w.dossier().Signed(false) != nil {
		t.Fatal("the signature stands although an answer has changed")
	}
	w.press(robin, "sign")
	if w.closedPhase() || !strings.Contains(robin.reads(), "nothing to sign") {
		t.Errorf("the accompanist signs what nobody signed: %s", robin.reads())
	}
}

// Without somebody who accompanies, and after a fortnight without an answer,
// the enterprise's own signature is enough.
func TestNoDeadEndAtTheGate(t *testing.T) {
	w, noor, _, _ := ready(t, false)
	w.press(noor, "review")
	if !strings.Contains(noor.reads(), "Nog niemand begeleidt jullie") {
		t.Errorf("it does not say what holds: %s", noor.reads())
	}
	w.press(noor, "close")
	if !w.closedPhase() || len(w.mem.Snapshots()[0].Signed) != 1 {
		t.Fatal("nobody accompanies, and the phase does not close")
	}

	w, noor, luc, _ := ready(t, true)
	w.press(noor, "close")
	w.now = w.now.Add(form.SignPatience - time.Hour)
	w.press(luc, "close")
	if w.closedPhase() {
		t.Fatal("closed too early")
	}
	w.now = w.now.Add(2 * time.Hour)
	w.press(luc, "close")
	if !w.closedPhase() {
		t.Fatalf("the enterprise waits for ever: %s", luc.reads())
	}
}

// A closed phase is opened again for a reason that everybody reads; the
// snapshot stays, also while the next phase is under way, and the phase is
// signed again by both.
func TestReopenWhileTheNextIsUnderWay(t *testing.T) {
	w, noor, luc, robin := ready(t, true)
	w.press(noor, "close")
	w.press(robin, "sign")
	w.deliver()
	w.press(noor, "q~P1-01")
	w.press(noor, "a~P1-01~wi")
	before := w.mem.Snapshots()[0]
	w.press(noor, "q~P0-03")
	w.say(noor, "the board has another aim")
	w.deliver()
	d := w.dossier()
	if d.IsClosed("mandate") || d.Head().Phase != "mandate" || !strings.Contains(luc.reads(), "the board has another aim") {
		t.Fatalf("opened again: %s", luc.reads())
	}
	back := d.Head().Backs[0]
	if back.Kind != form.RecordReopen || back.By.Respondent != "rp1" || back.At.IsZero() || back.Reason != "the board has another aim" {
		t.Errorf("what is kept of it: %+v", back)
	}
	if d.Answer("P1-01") == nil {
		t.Error("the next phase has lost its answer")
	}
	w.press(noor, "close")
	if w.closedPhase() {
		t.Fatal("it closes on the old signature")
	}
	w.press(robin, "sign")
	if after := w.mem.Snapshots(); !w.closedPhase() || len(after) != 2 || !sameJSON(after[0], before) {
		t.Errorf("after it was signed again: %d snapshots", len(after))
	}
}
