package engine_test

import (
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// shared is a world in which a manager has questions of their own, and a worker
// has something to answer only when the manager says so: on a Tuesday in March.
func shared(t *testing.T) (w *world, lou, kim *talker) {
	who := formtest.Items("respondent", nil)
	who.Prefix = "rp"
	manager := formtest.For("management")
	script := &flows.Script{Version: "v1", Words: realScript().Words, Commands: realScript().Commands, Questionnaire: formtest.Make([]*form.Collection{who}, formtest.Phase("mandate",
		formtest.Ask("WHO", form.Repeat, formtest.Adds(who), manager),
		formtest.Ask("A", form.ShortTxt, formtest.Name("a"), manager), formtest.Ask("C", form.ShortTxt, formtest.Name("c"), manager),
		formtest.Ask("B", form.ShortTxt, formtest.For("worker"), formtest.When(`a == "team"`)),
		formtest.Ask("E", form.ShortTxt, formtest.For("worker"), formtest.When(`a == "team"`)),
		formtest.Ask("F", form.ShortTxt, formtest.For("worker"), formtest.When(`c == "more"`)),
	))}
	w = newWorld(t, formtest.Seeded(1), script)
	lou, kim = w.join("management"), w.join("worker")
	w.enter(lou)
	w.enter(kim)
	w.now = at(t, "2027-03-02 10:00")
	w.press(lou, "home")
	w.press(kim, "home")
	w.deliver()
	if !kim.remind.IsZero() || lou.remind.IsZero() {
		t.Fatalf("at first reminders are set for %v and %v", lou.remind, kim.remind)
	}
	return w, lou, kim
}

// TestColleagueOpensSomething: while something else was open already, whoever has
// something to answer now is reminded of it, after the silence of anybody else,
// and no oftener.
func TestColleagueOpensSomething(t *testing.T) {
	w, lou, kim := shared(t)
	w.now = at(t, "2027-03-10 11:00") // a Wednesday
	cards := w.memory(kim).Cards
	w.press(lou, "q~A")
	w.say(lou, "team")
	w.deliver()
	w.press(lou, "home")
	w.deliver()
	if w.memory(kim).Cards != cards {
		t.Errorf("the colleague's phone rings: %s", glimpse(kim.newest))
	}
	w.ringsAt(kim, "2027-03-15 09:00") // three days later is a Saturday
	if got := days(w.remindersOf(kim, at(t, "2027-06-01 00:00"))); got != "15/3 09:00, 22/3 09:00, 5/4 09:00" {
		t.Errorf("Kim is reminded on %s", got)
	}
	w.shows(kim, "B?")
}

// TestColleagueOpensBesideAnAppointment: who is to be reminded of something else
// was no more silent than anybody who had nothing to answer.
func TestColleagueOpensBesideAnAppointment(t *testing.T) {
	w, lou, kim := shared(t)
	w.appoint(kim, "s1", at(t, "2027-04-20 15:00"))
	w.ringsAt(kim, "2027-04-19 09:00")
	w.now = at(t, "2027-03-10 11:00")
	w.press(lou, "q~A")
	w.say(lou, "team")
	w.deliver()
	w.ringsAt(kim, "2027-03-15 09:00")
}

// TestColleagueOpensMore: who has their reminder keeps it, whatever else a
// colleague opens.
func TestColleagueOpensMore(t *testing.T) {
	w, lou, kim := shared(t)
	w.press(lou, "q~A")
	w.say(lou, "team")
	w.deliver()
	set := kim.remind
	w.press(lou, "q~C")
	w.say(lou, "more")
	for _, m := range w.mail {
		if m.To == kim.address {
			t.Errorf("who has something open is told %+v", m)
		}
	}
	w.now = at(t, "2027-03-03 10:00")
	w.press(lou, "q~A")
	w.say(lou, "nobody")
	w.press(lou, "q~A")
	w.say(lou, "team")
	w.deliver()
	if !kim.remind.Equal(set) {
		t.Errorf("the reminder moves from %v to %v", set, kim.remind)
	}
	if got := days(w.remindersOf(kim, at(t, "2027-03-10 00:00"))); got != "5/3 09:00" {
		t.Errorf("Kim is reminded on %s", got)
	}
}

// TestColleagueTakesItBack: where there is nothing to answer any more by then,
// nothing is said.
func TestColleagueTakesItBack(t *testing.T) {
	w, lou, kim := shared(t)
	w.press(lou, "q~A")
	w.say(lou, "team")
	w.deliver()
	w.press(lou, "q~A")
	w.say(lou, "nobody")
	w.deliver()
	if got := w.remindersOf(kim, at(t, "2027-06-01 00:00")); len(got) != 0 {
		t.Errorf("Kim is reminded on %s", days(got))
	}
}

// TestWaitsForItsDay: what a colleague puts off is due for everybody who may
// answer it, also for who had answered everything.
func TestWaitsForItsDay(t *testing.T) {
	w, lou, kim := shared(t)
	w.press(lou, "q~A")
	w.say(lou, "team")
	w.deliver()
	for _, q := range []string{"B", "E"} {
		w.press(kim, "q~"+q)
		w.say(kim, "words")
	}
	w.press(kim, "home")
	if !kim.remind.IsZero() {
		t.Fatalf("Kim has nothing open, and is reminded at %v", kim.remind)
	}
	sam := w.join("worker")
	w.enter(sam)
	w.press(sam, "q~B")
	w.press(sam, w.buttonOf(sam, "u~B"))
	w.deliver()
	if w.value("B") == "given words" || kim.remind.IsZero() {
		t.Errorf("B is %q, and Kim is reminded at %v", w.value("B"), kim.remind)
	}
}

// buttonOf opens the menu of the question, and finds a button.
func (w *world) buttonOf(p *talker, begins string) string {
	w.press(p, "m~"+string(w.memory(p).Place))
	return w.button(p, begins)
}
