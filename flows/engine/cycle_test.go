package engine_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
)

// closing is the real questionnaire with everything answered but the last
// phase closed: how it goes on, and when, is as given.
func closing(t *testing.T, way string, in time.Duration) (*world, *talker) {
	t.Helper()
	w, kim := lastPhase(t, way, in)
	w.fill("closed", 0)
	return w, kim
}

// lastPhase is the same before the last phase is closed.
func lastPhase(t *testing.T, way string, in time.Duration) (*world, *talker) {
	t.Helper()
	w, kim := collecting(t, nil)
	w.moment("winter", 1, 12)
	w.moment("spring", 4, 31)
	w.give(form.At("P2-14", calls), picks("me1", "me2"))
	w.give("P2-18", picks("yes"))
	d := w.dossier()
	if _, err := d.Add("P2-18.what", "Less time with the family", form.Author{Respondent: "rp1", Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	w.keep(d.Changes())
	w.give("P2-18.who@ef1", picks("st1"))
	w.give("P2-18.sign@ef1", picks("negative"))
	w.fill("analysis", 0)
	w.give("P3-21", picks(way))
	w.give("P3-21.when", form.Value{Date: w.now.Add(in).UTC().Truncate(24 * time.Hour)})
	return w, kim
}

// TestNextCycleBegins at home, with what was chosen first: changes, indicators
// and methods are there, the last value is the start, the effect is a change.
func TestNextCycleBegins(t *testing.T) {
	w, kim := closing(t, "carry_on", 48*time.Hour)
	w.press(kim, "home")
	w.shows(kim, "[Take it up now|cycle]")
	w.pass(5)
	w.shows(kim, "[Carry on|cycle~carry_on]")
	w.press(kim, "cycle~carry_on")
	w.shows(kim, "The new cycle begins")
	d := w.dossier()
	if h := d.Head(); h.Phase != "collection" || h.Cycle != 1 {
		t.Errorf("the cycle begins in %s, as number %d", h.Phase, h.Cycle)
	}
	w.has(form.At("P2-02.unit", calls), "given people")
	w.has(form.At("P2-04.value", calls), "given 31 people")
	w.has(form.At("P2-04", calls), "given Yes, we know it")
	w.has("P1-14.sign@st1/ch2", "given Negative")
	w.has("P1-14.intended@st1/ch2", "given No, unintended")
	if got := d.Label("st1/ch2", "en"); got != "Less time with the family" {
		t.Errorf("the effect became %q", got)
	}
	for _, p := range d.Recount() {
		if strings.HasPrefix(string(p), "P1-1") {
			t.Errorf("%s is asked, although the new change is not in scope", p)
		}
	}
	w.press(kim, "answer")
	w.shows(kim, "In the former cycle (")
	w.press(kim, "cycle~carry_on") // an old button
	if got := w.dossier().Head().Cycle; got != 1 {
		t.Errorf("the old button began cycle %d", got)
	}
}

// TestChangeTakenIntoScope: an unexpected effect of the last cycle can be taken
// into scope in the next, and is asked for more then.
func TestChangeTakenIntoScope(t *testing.T) {
	w, kim := closing(t, "adapt", 48*time.Hour)
	w.press(kim, "cycle~adapt")
	w.press(kim, "q~P1-21")
	w.press(kim, "t~P1-21~st1/ch2")
	w.press(kim, "d~P1-21")
	w.has("P1-21", "given change 1?, Less time with the family")
	if got := w.dossier().Status("P1-16@st1/ch2"); got != form.ToAsk {
		t.Errorf("what is in scope now is not asked for: %d", got)
	}
}

// TestFormerAnswerIsKept with one press.
func TestFormerAnswerIsKept(t *testing.T) {
	w, kim := closing(t, "adapt", 48*time.Hour)
	before := w.value("P1-21.out")
	w.press(kim, "cycle~adapt")
	w.press(kim, "q~P1-21.out")
	w.shows(kim, "[Keep this answer|h~P1-21.out]")
	w.press(kim, "h~P1-21.out")
	w.has("P1-21.out", before)
}

// TestPauseComesBack on its day, with everything kept, and asks how to go on.
func TestPauseComesBack(t *testing.T) {
	w, kim := closing(t, "pause", 40*24*time.Hour)
	w.press(kim, "home")
	w.shows(kim, "[Take it up now|cycle]")
	if kim.remind.IsZero() || kim.remind.Before(w.now.AddDate(0, 0, 38)) {
		t.Fatalf("it comes back on %s", kim.remind)
	}
	records := w.dossier().Head().Records
	w.pass(20)
	w.pass(25)
	w.shows(kim, "today is the day to take it up again")
	w.shows(kim, "[Carry on|cycle~carry_on] [Adapt|cycle~adapt] [A new question|cycle~new_q")
	if got := w.dossier().Head().Records; got != records {
		t.Errorf("the pause did %d things", got-records)
	}
	w.press(kim, "cycle~new_question")
	if got := w.dossier().Head().Phase; got != "diagnosis" {
		t.Errorf("a new question begins in %s", got)
	}
}

// TestCycleMoves: a next cycle begins from the end, and from nowhere else.
func TestCycleMoves(t *testing.T) {
	for _, c := range []struct {
		from, move, want string
		may              bool
	}{
		{"closed", "begin diagnosis", "diagnosis", true},
		{"analysis", "begin diagnosis", "analysis", false},
		{"analysis", "close", "closed", true},
	} {
		if got, ok := flows.PhaseAfter(c.from, c.move); got != c.want || ok != c.may {
			t.Errorf("%s in %s leads to %s (%v)", c.move, c.from, got, ok)
		}
	}
	for _, p := range realScript().Questionnaire.Phases {
		if _, ok := flows.PhaseAfter(p.ID, "close"); !ok {
			t.Errorf("the phase %s has no end", p.ID)
		}
	}
}

// TestNoReminderOfAClosedCycle: once the last phase is closed nobody is reminded
// of what is still open in it; only the day that was given brings the bot back,
// and to everybody the same.
func TestNoReminderOfAClosedCycle(t *testing.T) {
	w, kim := lastPhase(t, "carry_on", 60*24*time.Hour)
	late := w.joinIn("en") // who has answered nothing of their own
	w.press(late, "consent~yes")
	w.say(late, "Robin")
	w.fill("closed", 0)
	if _, open := w.dossier().Next(form.Who{Respondent: w.memory(late).Respondent, Role: "worker"}); !open {
		t.Fatal("nothing is open that could be reminded of")
	}
	w.press(kim, "home")
	for _, p := range []*talker{kim, late} {
		w.press(p, "home")
		if at := p.remind; at.Before(w.now.AddDate(0, 0, 58)) || at.After(w.now.AddDate(0, 0, 62)) {
			t.Errorf("%s is written to on %v", p.address, at)
		}
	}
	kim.said, late.said = nil, nil
	for range 5 {
		w.pass(10)
	}
	if len(kim.said)+len(late.said) > 0 {
		t.Errorf("they are written to: %d and %d cards", len(kim.said), len(late.said))
	}
	for _, p := range []*talker{kim, late} {
		w.ring(p, p.remind)
		if len(p.said) != 1 || !strings.Contains(text(p.said[0]), "today is the day to take it up again") {
			t.Errorf("%s is told %d things: %s", p.address, len(p.said), p.reads())
		}
		if !p.remind.IsZero() && p.remind.Before(w.now.AddDate(1, 0, 0)) { // later: the day of what was decided
			t.Errorf("%s is reminded again on %v", p.address, p.remind)
		}
	}
}
