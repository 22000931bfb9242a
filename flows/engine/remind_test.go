package engine_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
	"visesbot/flows/workday"
)

// reminded is a world in Brussels in which one person has something open, on a
// Tuesday morning in March.
func reminded(t *testing.T, people int) (*world, *talker) {
	w := talkOf(t, people, formtest.Ask("A", form.ShortTxt), formtest.Ask("B", form.ShortTxt))
	w.now = at(t, "2027-03-02 10:00")
	for _, p := range w.people {
		w.press(p, "home")
	}
	return w, w.people[0]
}

// rings lets the reminders of a person come, each at its time, and gives when
// something was said.
func (w *world) remindersOf(p *talker, until time.Time) (said []time.Time) {
	for range 1000 {
		if p.remind.IsZero() || p.remind.After(until) {
			return said
		}
		when, cards := p.remind, w.memory(p).Cards
		w.ring(p, when)
		if w.memory(p).Cards > cards {
			said = append(said, when)
		}
	}
	w.fail("reminders come without end")
	return nil
}

func days(times []time.Time) string {
	var all []string
	for _, t := range times {
		all = append(all, t.Format("2/1 15:04"))
	}
	return strings.Join(all, ", ")
}

func (w *world) ringsAt(p *talker, want string) {
	w.t.Helper()
	if got := p.remind.In(w.now.Location()).Format("2006-01-02 15:04"); got != want {
		w.fail("the reminder is set for %s, want %s", got, want)
	}
}

// TestRhythm: what a person chooses on the card is what they get, and the card
// changes where it stands.
func TestRhythm(t *testing.T) {
	w, kim := reminded(t, 1)
	w.ringsAt(kim, "2027-03-05 09:00")
	w.say(kim, "/herinneringen")
	w.shows(kim, "reminders~h:9")
	card := kim.newest.ID
	for _, c := range []struct{ press, want string }{
		{"reminders~h:17", "2027-03-05 17:00"},
		{"reminders~d:5", "2027-03-08 17:00"}, // not on Fridays any more
		{"reminders~q:9-18", "2027-03-08 17:00"},
		{"reminders~h:12", "2027-03-08 12:00"},
		{"reminders~d:1", "2027-03-09 12:00"},
		{"reminders~d:1", "2027-03-08 12:00"},
		{"reminders~h:3", "2027-03-08 12:00"}, // there is no such hour
	} {
		w.press(kim, c.press)
		w.ringsAt(kim, c.want)
		if c.press != "reminders~h:3" && (!kim.newest.Replace || kim.newest.ID != card) {
			t.Errorf("after %s another card is shown: %s", c.press, glimpse(kim.newest))
		}
	}
	for _, d := range []string{"1", "2", "3", "4"} {
		w.press(kim, "reminders~d:"+d)
	}
	if r := w.memory(kim).Rhythm; !r.Works(time.Thursday) || len(r.Off) != 4 {
		t.Errorf("the last day could be ticked off: %+v", r)
	}
}

// TestOften: whatever there is to be reminded of, it comes no oftener than was
// agreed, and all of it comes.
func TestOften(t *testing.T) {
	for often, want := range map[workday.Often]string{
		workday.Daily:  "5/3 09:00, 8/3 09:00, 9/3 09:00, 9/3 13:00",
		workday.Twice:  "5/3 09:00, 8/3 09:00",
		workday.Weekly: "8/3 09:00",
		workday.Dated:  "8/3 09:00, 9/3 13:00",
	} {
		w, kim := reminded(t, 1)
		w.press(kim, "reminders~o:"+string(often))
		w.appoint(kim, "s1", at(t, "2027-03-09 14:00"))
		if got := days(w.remindersOf(kim, at(t, "2027-03-11 00:00"))); got != strings.Replace(want, ", 9/3 09:00", "", 1) {
			t.Errorf("%q reminds on %s, want %s", often, got, want)
		}
	}
}

func (w *world) appoint(p *talker, id string, when time.Time) {
	w.step(p, flows.Event{Kind: flows.Told, Note: &flows.Note{Kind: flows.NoteAppointment, Appointment: &flows.Appointment{
		ID: id, At: when, End: when.Add(time.Hour), Title: formtest.Say("session " + id), Place: "town hall", Link: "https://example.org/" + id,
	}}})
}

// TestNineStaysNine: the reminder after the change of the clocks comes at nine by
// the clock on the wall.
func TestNineStaysNine(t *testing.T) {
	w, kim := reminded(t, 1)
	for from, want := range map[string]string{
		"2027-03-25 10:00": "2027-03-30T09:00:00+02:00", // Easter Monday lies between
		"2027-10-28 10:00": "2027-11-02T09:00:00+01:00", // and All Saints
	} {
		w.now = at(t, from)
		w.press(kim, "home")
		if got := kim.remind.Format(time.RFC3339); got != want {
			t.Errorf("after %s it comes at %s, want %s", from, got, want)
		}
	}
}

// TestSnooze: a reminder is put off for an hour, a day, a week, or until a day
// that is typed; in quiet hours it waits until they are over.
func TestSnooze(t *testing.T) {
	for press, want := range map[string]string{
		"snooze~1h": "2027-03-05 10:00", "snooze~1d": "2027-03-08 09:00", "snooze~7d": "2027-03-12 09:00",
	} {
		w, kim := reminded(t, 1)
		w.ring(kim, kim.remind)
		w.press(kim, press)
		w.ringsAt(kim, want)
		cards := w.memory(kim).Cards
		w.ring(kim, kim.remind)
		if w.memory(kim).Cards != cards+2 || w.memory(kim).Place != "A" {
			t.Errorf("after %s %d cards came, about %s", press, w.memory(kim).Cards-cards, w.memory(kim).Place)
		}
	}
	w, kim := reminded(t, 1)
	w.ring(kim, at(t, "2027-03-05 19:30"))
	w.press(kim, "snooze~1h")
	w.ringsAt(kim, "2027-03-08 09:00")
}

// TestSnoozeUntil: a day that is not understood, or is over, is asked for again
// with an example; the question stays on the table.
func TestSnoozeUntil(t *testing.T) {
	w, kim := reminded(t, 1)
	w.ring(kim, kim.remind)
	w.press(kim, "snooze~date")
	for _, text := range []string{"when the sun shines", "1 maart 2027", "5/3/2027", "1/1/2099"} {
		w.say(kim, text)
		w.shows(kim, "Typ bijvoorbeeld: 17 maart 2027")
	}
	w.say(kim, "21 maart")
	w.shows(kim, "tot 22 maart 2027") // the 21st is a Sunday
	w.ringsAt(kim, "2027-03-22 09:00")
	w.say(kim, "verder")
	w.say(kim, "words")
	w.has("A", "given words")
}

// TestTwoMomentsOfOneDay: both are asked for, the second on the next day, and
// neither twice.
func TestTwoMomentsOfOneDay(t *testing.T) {
	w, noor, _ := season(t)
	w.press(noor, "q~LIST")
	w.say(noor, "visits")
	w.press(noor, "d~LIST")
	for _, in := range []string{"in1", "in2"} {
		w.give(form.Place("FIRST@"+in), form.Value{Date: time.Date(2027, 3, 31, 0, 0, 0, 0, time.UTC)})
		w.give(form.Place("OFTEN@"+in), form.Value{Choices: []string{"once"}})
		w.give(form.Place("KEEPER@"+in), form.Value{Choices: []string{"rp1"}})
	}
	w.press(noor, "home")
	w.now = at(t, "2027-03-30 10:00")
	w.press(noor, "home")
	var about []form.Place
	for range 2 {
		when := noor.remind
		w.ring(noor, when)
		about = append(about, w.memory(noor).Place)
		if want := []string{"31", "1"}[len(about)-1]; when.Format("2") != want {
			t.Errorf("reminder %d comes on %v", len(about), when)
		}
	}
	if fmt.Sprint(about) != "[VALUE@in1/me1 VALUE@in2/me1]" {
		t.Errorf("it is asked about %v", about)
	}
	w.ring(noor, noor.remind)
	if text := glimpse(noor.newest); !strings.Contains(text, "how many") || w.memory(noor).Reminded != 3 {
		t.Errorf("then comes %s", text)
	}
}

// TestLate: what fell due while the bot was away goes when it is back, one a day,
// and nothing in quiet hours.
func TestLate(t *testing.T) {
	w, kim := reminded(t, 1)
	w.appoint(kim, "s1", at(t, "2027-03-05 15:00"))
	w.appoint(kim, "s2", at(t, "2027-03-08 15:00"))
	before := kim.newest
	w.ring(kim, at(t, "2027-03-07 22:00")) // a Sunday
	if kim.newest != before {
		t.Fatalf("by night is said %s", glimpse(kim.newest))
	}
	w.ringsAt(kim, "2027-03-08 08:00") // somebody is expected today
	w.ring(kim, kim.remind)
	w.shows(kim, "ter herinnering: “session s2”")
	w.shows(kim, "“session s1” stond gepland op 5 maart")
	if got := days(w.remindersOf(kim, at(t, "2027-03-10 00:00"))); got != "9/3 09:00" {
		t.Errorf("after that it comes on %s", got)
	}
	w.shows(kim, "A?")
}

// TestUnasked is what pushes and invitations go by.
func TestUnasked(t *testing.T) {
	s := flows.Session{Rhythm: &workday.Rhythm{Off: []time.Weekday{time.Thursday}}}
	for country, want := range map[string]string{"BE": "2027-07-23 08:00", "FR": "2027-07-21 22:00"} {
		from := at(t, "2027-07-21 10:00")
		if country == "FR" {
			want = "2027-07-21 10:00"
		}
		if got := flows.Unasked(s, country, from); !got.Equal(at(t, want)) {
			t.Errorf("%s: %v, want %s", country, got, want)
		}
	}
}

// TestWhatHasADateDoesNotWait for a reminder that was put off again and again.
func TestWhatHasADateDoesNotWait(t *testing.T) {
	w, noor, _ := season(t)
	w.plan(noor, "31/3/2027", "month", "rp1")
	w.now = at(t, "2027-03-29 10:00")
	w.press(noor, "snooze~7d")
	w.ringsAt(noor, "2027-03-31 09:00")
	w.ring(noor, noor.remind)
	w.shows(noor, "maart 2027: how many?")
	w.press(noor, "snooze~7d")
	w.ringsAt(noor, "2027-04-07 09:00")
	w.ring(noor, noor.remind)
	w.shows(noor, "maart 2027: how many?")
}
