package engine_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// season is a world in which two people follow one thing, every month.
func season(t *testing.T) (w *world, noor, sam *talker) {
	w = newWorld(t, formtest.Seeded(1), followed())
	noor, sam = w.join("worker"), w.join("worker")
	w.enter(noor)
	w.enter(sam)
	w.say(noor, "/next")
	w.press(noor, "d~WHO")
	w.say(noor, "calls")
	w.press(noor, "d~LIST")
	w.now = at(t, "2027-03-02 10:00")
	return w, noor, sam
}

func followed() *flows.Script {
	who, in := formtest.Items("respondent", nil), formtest.Items("in", nil)
	who.Prefix = "rp"
	me := formtest.Items("me", in)
	moments := formtest.Ask("M", form.Repeat, formtest.Adds(me), formtest.Choices(1, 12))
	moments.Question.Calendar = &form.Calendar{First: "in.first", Every: "in.often", Who: "in.who", Span: "me.span"}
	return &flows.Script{
		Version: "v1", Words: realScript().Words, Commands: realScript().Commands,
		Questionnaire: formtest.Make([]*form.Collection{who, in, me}, formtest.Phase("mandate",
			formtest.Ask("WHO", form.Repeat, formtest.Adds(who)),
			formtest.Ask("LIST", form.Repeat, formtest.Adds(in)),
			formtest.Loop(in, "",
				formtest.Ask("FIRST", form.Date, formtest.Name("first")),
				formtest.Ask("OFTEN", form.Single, formtest.Name("often"), formtest.Options("once", "month")),
				formtest.Ask("KEEPER", form.Ref, formtest.Name("who"), formtest.Of(who), formtest.Choices(1, 1)),
				moments,
				formtest.Loop(me, "",
					formtest.Ask("SPAN", form.Period, formtest.Name("span")),
					formtest.Ask("VALUE", form.Number, formtest.Text("{me}: how many?")))))),
	}
}

// plan answers when first, how often, and who sees to it.
func (w *world) plan(p *talker, first, often, keeper string) {
	w.say(p, "/next")
	w.say(p, first)
	w.press(p, "a~OFTEN@in1~"+often)
	w.press(p, "a~KEEPER@in1~"+keeper)
	w.deliver()
}

func at(t *testing.T, s string) time.Time {
	brussels, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		t.Fatal(err)
	}
	when, err := time.ParseInLocation("2006-01-02 15:04", s, brussels)
	if err != nil {
		t.Fatal(err)
	}
	return when
}

// ring lets the reminder of a person come at a moment.
func (w *world) ring(p *talker, when time.Time) {
	w.now = when.Add(-7 * time.Second)
	p.remind = time.Time{}
	w.step(p, flows.Event{Kind: flows.Timer, Timer: "remind"})
	w.deliver()
}

// The question about a moment comes to whoever sees to it, in the morning of the
// day it is due, whoever planned it; nobody else is written to.
func TestMomentIsAskedWhenItIsDue(t *testing.T) {
	w, noor, sam := season(t)
	w.plan(noor, "31/3/2027", "month", "rp2")
	before := sam.newest
	if w.ring(sam, at(t, "2027-03-04 09:00")); sam.newest != before { // of the days before: nothing is open to him
		t.Fatalf("he is shown %s", glimpse(sam.newest))
	}
	if want := at(t, "2027-03-31 09:00"); !sam.remind.Equal(want) {
		t.Fatalf("the reminder is set for %v, want %v", sam.remind, want)
	}
	before = noor.newest
	w.ring(sam, sam.remind)
	w.shows(sam, "mars 2027: how many?") // in the language of the reader
	if noor.newest != before {
		t.Errorf("the other one is shown %s", glimpse(noor.newest))
	}
	w.say(sam, "12")
	w.has("VALUE@in1/me1", "given 12")
	if want := at(t, "2027-04-30 09:00"); !sam.remind.Equal(want) {
		t.Errorf("the next reminder is set for %v, want %v", sam.remind, want)
	}
}

// A moment on the Saturday before Easter is asked on Tuesday; by night, or on a weekend when the
// bot comes back late, it is moved to the next morning.
func TestMomentsKeepQuietHours(t *testing.T) {
	w, noor, _ := season(t)
	w.plan(noor, "27/3/2027", "once", "rp1")
	if want := at(t, "2027-03-30 09:00"); !noor.remind.Equal(want) {
		t.Fatalf("the reminder is set for %v, want %v", noor.remind, want)
	}
	before := noor.newest
	w.ring(noor, at(t, "2027-04-02 23:10")) // a Friday
	if want := at(t, "2027-04-05 09:00"); noor.newest != before || !noor.remind.Equal(want) {
		t.Fatalf("it was moved to %v, want %v; shown is %s", noor.remind, want, glimpse(noor.newest))
	}
	w.ring(noor, noor.remind)
	w.shows(noor, "how many?")
}

// After months without the bot one question comes, about the last moment; those
// before are missed, stand in the calendar and can still be answered.
func TestMissedMomentsDoNotPileUp(t *testing.T) {
	w, noor, _ := season(t)
	w.plan(noor, "31/3/2027", "month", "rp1")
	cards := w.memory(noor).Cards
	w.ring(noor, at(t, "2027-07-01 09:00"))
	w.shows(noor, "juni 2027: how many?")
	if n := w.memory(noor).Cards - cards; n != 2 { // why it writes, and the question
		t.Errorf("%d cards were shown", n)
	}
	w.say(noor, "/calendar")
	w.shows(noor, "Gemist")
	w.shows(noor, "31 maart 2027: “calls”, maart 2027")
	w.press(noor, "C~M@in1~me1")
	w.shows(noor, "maart 2027: how many?")
	w.say(noor, "7")
	w.has("VALUE@in1/me1", "given 7")
	w.say(noor, "/calendar")
	w.shows(noor, "mei 2027")
	if strings.Contains(glimpse(noor.newest), "31 maart 2027:") {
		t.Errorf("what was answered is still missed: %s", glimpse(noor.newest))
	}
}

// Whoever never answers is asked once for each moment, besides the few ordinary
// reminders.
func TestSilentPersonIsAskedOncePerMoment(t *testing.T) {
	w, noor, _ := season(t)
	w.plan(noor, "31/3/2027", "month", "rp1")
	asked := map[form.Place]int{}
	for end := at(t, "2027-12-31 23:00"); !noor.remind.IsZero() && noor.remind.Before(end); {
		w.ring(noor, noor.remind)
		asked[w.memory(noor).Place]++
	}
	total := 0
	for _, n := range asked {
		total += n
	}
	if len(asked) != 10 || total > 10+3 {
		t.Errorf("asked about %d months, %d times: %v", len(asked), total, fmt.Sprint(asked))
	}
}

// Who planned it is asked while the one who was named has not come in.
func TestMomentOfSomebodyNotThere(t *testing.T) {
	w, noor, _ := season(t)
	w.press(noor, "q~WHO")
	w.say(noor, "the neighbour")
	w.press(noor, "d~WHO")
	w.plan(noor, "31/3/2027", "month", "rp3")
	w.ring(noor, noor.remind)
	w.shows(noor, "maart 2027: how many?")
}
