package engine_test

import (
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// accompanied is a world in which one person has something open, and somebody
// accompanies them who works in the afternoon of other days.
func accompanied(t *testing.T) (w *world, kim, odile *talker) {
	w, kim = reminded(t, 1)
	odile = w.join(flows.RoleAccompanist)
	w.enter(odile)
	w.press(odile, "home")
	return w, kim, odile
}

// watch lets the look at the silence of a person come.
func (w *world) watch(p *talker) {
	w.now = p.timers["silence"].Add(-7 * time.Second)
	delete(p.timers, "silence")
	w.step(p, flows.Event{Kind: flows.Timer, Timer: "silence"})
	w.deliver()
}

// TestSilence: after three reminders without an answer those who accompany are
// told, once, with the last question and since when; and the bot waits. Whoever
// comes back is reminded again.
func TestSilence(t *testing.T) {
	w, kim, odile := accompanied(t)
	if got := days(w.remindersOf(kim, at(t, "2028-01-01 00:00"))); got != "5/3 09:00, 12/3 09:00, 26/3 09:00" {
		t.Fatalf("it comes on %s", got)
	}
	if want := at(t, "2027-04-02 09:00"); !kim.timers["silence"].Equal(want) {
		t.Fatalf("it is looked at on %v, want %v", kim.timers["silence"], want)
	}
	cards := w.memory(kim).Cards
	w.watch(kim)
	w.shows(odile, "Atelier Horizon")
	w.shows(odile, "2 ma") // the day on which something was last heard, in her language
	w.shows(odile, "A")
	w.shows(odile, "[")
	w.button(odile, "review")
	w.button(odile, "home")
	if w.memory(kim).Cards != cards || !kim.timers["silence"].IsZero() || !kim.remind.IsZero() {
		t.Errorf("something is still said, or waited for: %v, %v", kim.timers, kim.remind)
	}
	w.step(kim, flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: "calendar"}})
	if !kim.remind.IsZero() || !kim.timers["silence"].IsZero() {
		t.Error("it begins again although nothing was heard")
	}
	w.press(kim, "home")
	if kim.remind.IsZero() || w.memory(kim).Silent {
		t.Error("who came back is not reminded")
	}
}

// TestSilenceWaitsForTheMorning of whoever is told.
func TestSilenceWaitsForTheMorning(t *testing.T) {
	w, kim, odile := accompanied(t)
	w.press(odile, "reminders~d:5")
	w.remindersOf(kim, at(t, "2028-01-01 00:00"))
	before := odile.newest
	w.watch(kim) // a Friday
	if odile.newest != before {
		t.Fatalf("she is told on her free day: %s", glimpse(odile.newest))
	}
	if want := at(t, "2027-04-05 08:00"); !odile.timers["letters"].Equal(want) {
		t.Fatalf("it is kept until %v, want %v", odile.timers["letters"], want)
	}
	for _, when := range []string{"2027-04-04 12:00", "2027-04-05 08:00"} { // the first comes too early
		if odile.newest != before {
			t.Fatalf("it came before %s", when)
		}
		w.now = at(t, when).Add(-7 * time.Second)
		w.step(odile, flows.Event{Kind: flows.Timer, Timer: "letters"})
	}
	w.shows(odile, "Atelier Horizon")
	if len(w.memory(odile).Letters) != 0 || odile.newest == before {
		t.Error("it is still kept, or was lost")
	}
}

// TestPause: nothing is said in a pause; it ends on its day, or when the person
// comes back, and is told to others only when it is long.
func TestPause(t *testing.T) {
	for press, want := range map[string]struct{ ends, told string }{
		"pause~7":  {"2027-03-09 09:00", ""},
		"pause~30": {"2027-04-01 09:00", ""},
		"1 mei":    {"2027-05-03 09:00", "1 mei 2027"},
		"31 maart": {"2027-03-31 09:00", ""},
	} {
		w, kim, odile := accompanied(t)
		w.press(odile, "lang~nl")
		before := odile.newest
		w.press(kim, "reminders")
		w.press(kim, "pause")
		if press[0] == 'p' {
			w.press(kim, press)
		} else {
			w.press(kim, "pause~date")
			w.say(kim, "gisteren")
			w.shows(kim, "Typ bijvoorbeeld")
			w.say(kim, press)
		}
		w.deliver()
		w.ringsAt(kim, want.ends)
		if told := odile.newest != before; told != (want.told != "") {
			t.Errorf("%s: those who accompany are told: %v", press, told)
		}
		if want.told != "" {
			w.shows(odile, want.told)
		}
		w.press(kim, "home") // to look about ends no pause with a day
		w.ringsAt(kim, want.ends)
		w.ring(kim, kim.remind)
		w.shows(kim, "A?")
		if w.memory(kim).Pause != nil {
			t.Errorf("%s: the pause goes on", press)
		}
	}
}

// TestPauseUntilTheyComeBack lasts until the person does something on a later
// day; after a month those who accompany are told.
func TestPauseUntilTheyComeBack(t *testing.T) {
	w, kim, odile := accompanied(t)
	before := odile.newest
	w.press(kim, "pause~open")
	w.press(kim, "home")
	w.deliver()
	if !kim.remind.IsZero() || odile.newest != before {
		t.Fatalf("there is a reminder at %v, or others are told", kim.remind)
	}
	w.watch(kim)
	if odile.newest == before {
		t.Error("nobody is told after a month")
	}
	if !kim.timers["silence"].IsZero() {
		t.Errorf("it is told again at %v", kim.timers["silence"])
	}
	w.now = at(t, "2027-05-03 10:00")
	w.press(kim, "home")
	w.ringsAt(kim, "2027-05-07 09:00") // the 6th is Ascension
	w.press(kim, "pause~7")
	w.press(kim, "pause~end")
	w.ringsAt(kim, "2027-05-07 09:00")
}

// TestNobodyIsToldOfAccompanists, nor where nobody accompanies.
func TestNobodyIsToldOfAccompanists(t *testing.T) {
	w, kim := reminded(t, 1)
	w.remindersOf(kim, at(t, "2028-01-01 00:00"))
	w.watch(kim)
	if len(w.mail) != 0 {
		t.Errorf("somebody is told: %+v", w.mail)
	}
}

// follows is a questionnaire in which a decision is made.
func follows(t *testing.T) (w *world, kim, robin *talker) {
	thing := formtest.Items("thing", nil)
	who := formtest.Items("respondent", nil)
	who.Prefix = "rp"
	when := formtest.Ask("WHEN", form.Date, formtest.Name("deadline"))
	when.Question.Follow = &form.Follow{Who: "thing.owner"}
	script := &flows.Script{Version: "v1", Words: realScript().Words, Commands: realScript().Commands, Questionnaire: formtest.Make(
		[]*form.Collection{who, thing}, formtest.Phase("mandate",
			formtest.Ask("WHO", form.Repeat, formtest.Adds(who)),
			formtest.Ask("D", form.Repeat, formtest.Adds(thing)),
			formtest.Loop(thing, "", formtest.Ask("OWNER", form.Ref, formtest.Name("owner"), formtest.Of(who), formtest.Choices(1, 1)), when)))}
	w = newWorld(t, formtest.Seeded(1), script)
	kim, robin = w.joinIn("nl"), w.joinIn("nl")
	w.enter(kim)
	w.enter(robin)
	w.now = at(t, "2027-03-02 10:00")
	w.press(kim, "d~WHO")
	w.press(kim, "q~D")
	w.say(kim, "phone practice")
	w.press(kim, "d~D")
	w.press(kim, "a~OWNER@thing1~rp2")
	w.press(kim, "q~WHEN@thing1")
	w.say(kim, "8 maart 2027")
	w.press(robin, "reminders~o:dated")
	w.deliver()
	return w, kim, robin
}

// TestDecision: whoever takes care of a decision is asked on its day what became
// of it, once; it is kept beside what was answered.
func TestDecision(t *testing.T) {
	for press, want := range map[string]string{"F~WHEN@thing1~done": "kept", "F~WHEN@thing1~drop": "given up"} {
		w, kim, robin := follows(t)
		w.ringsAt(robin, "2027-03-08 09:00")
		before := kim.newest
		w.ring(robin, robin.remind)
		w.shows(robin, "phone practice")
		if kim.newest != before {
			t.Error("the other one is asked")
		}
		w.button(robin, "snooze~1d")
		w.press(robin, press)
		w.press(robin, press)
		if got := w.dossier().Head().Promises[0].Fate; got != want || !robin.remind.IsZero() {
			t.Errorf("it is %q, and comes again at %v", got, robin.remind)
		}
		w.has("WHEN@thing1", "given 8 March 2027")
	}
	w, _, robin := follows(t)
	w.ring(robin, robin.remind)
	if got := days(w.remindersOf(robin, at(t, "2028-01-01 00:00"))); got != "" {
		t.Errorf("it is asked again on %s", got)
	}
	w.press(robin, "snooze~7d")
	w.ring(robin, robin.remind)
	w.shows(robin, "F~WHEN@thing1~done")
}

// TestDecisionMoves to a day that is typed, also by somebody else.
func TestDecisionMoves(t *testing.T) {
	w, kim, robin := follows(t)
	w.ring(robin, robin.remind)
	w.press(robin, "F~WHEN@thing1~move")
	w.say(robin, "soon")
	w.shows(robin, "Typ bijvoorbeeld")
	w.say(robin, "1 april 2027")
	w.ringsAt(robin, "2027-04-01 09:00")
	w.press(kim, "F~WHEN@thing1~move")
	w.say(kim, "12 april 2027")
	w.deliver()
	w.ringsAt(robin, "2027-04-12 09:00")
	w.has("WHEN@thing1", "given 12 April 2027")
	w.press(kim, "F~GONE@thing9~done") // a button of something that is not there
	w.button(kim, "answer", "review")
}
