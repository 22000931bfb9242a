package engine_test

import (
	"strings"
	"testing"

	"visesbot/flows"
)

// event is what the office tells of a community day with two workshops, of which
// the first is full.
func event(t *testing.T, state string, pairs ...string) flows.Note {
	n := flows.Note{Kind: flows.NoteEvent, Appointment: saturday(t), Fields: map[string]string{
		"id": "e1", "state": state, "note": "Apportez une histoire", "lang": "fr",
		"w.0": "Carte", "left.0": "0", "w.1": "Tellen", "left.1": "4",
	}}
	for i := 0; i+1 < len(pairs); i += 2 {
		n.Fields[pairs[i]] = pairs[i+1]
	}
	return n
}

// TestSignUpForAWorkshop: who has a place is said by the office, first come first
// served; only what has places is offered, and everything can be taken back.
func TestSignUpForAWorkshop(t *testing.T) {
	w, kim := gathered(t)
	w.brings(kim, event(t, flows.EventAnnounced))
	w.line(kim, flows.Heading, "Samen")
	w.line(kim, flows.Body, "20 maart 2027, 14:00–16:00")
	w.line(kim, flows.Bullet, "“Carte”, vrije plaatsen: 0")
	w.buttonsAre(kim, "event~e1~in~1", "event~e1~in", "event~e1~out")
	w.press(kim, "event~e1~in~1")
	w.hears(kim, "office:event-e1", "act", "in", "workshop", "1")
	if got := glimpse(kim.newest); strings.Contains(got, "Tellen") {
		t.Errorf("it is promised before the office said so: %s", got)
	}
	w.brings(kim, event(t, flows.EventFull, "for", "Tellen", "left.1", "0"))
	w.shows(kim, "“Tellen” zit vol")
	w.buttonsAre(kim, "event~e1~in", "event~e1~out")
	w.press(kim, "event~e1~in")
	w.hears(kim, "office:event-e1", "act", "in", "workshop", "")
	w.brings(kim, event(t, flows.EventSigned))
	w.buttonsAre(kim, "event~e1~card", "event~e1~out")
	w.press(kim, "event~e1~out")
	w.hears(kim, "office:event-e1", "act", "out", "workshop", "")
	w.brings(kim, event(t, flows.EventOut))
	w.buttonsAre(kim, "event~e1~in")
	w.brings(kim, event(t, flows.EventCancelled))
	w.shows(kim, "Samen")
	w.buttonsAre(kim)
	w.say(kim, "words")
	w.has("A", "given words")
}

// TestCardsOfADay: what somebody takes home goes to the office unshared; it is
// shared as its author says, and as they say last.
func TestCardsOfADay(t *testing.T) {
	for kind, label := range map[string]string{"experience": "Een ervaring", "difficulty": "Een moeilijkheid", "idea": "Een idee"} {
		w, kim := gathered(t)
		w.brings(kim, event(t, flows.EventCards))
		w.buttonsAre(kim, "event~e1~c~experience", "event~e1~c~difficulty", "event~e1~c~idea")
		w.press(kim, "event~e1~c~"+kind)
		w.shows(kim, label)
		w.silence()
		w.say(kim, "Te weinig tijd")
		n := w.mail[0].Note.Fields["n"]
		w.hears(kim, "office:event-e1", "act", "card", "kind", kind, "text", "Te weinig tijd", "n", n)
		w.line(kim, flows.Own, "Te weinig tijd")
		share := "event~e1~s~" + n + "~"
		w.buttonsAre(kim, share+flows.CardNamed, share+flows.CardUnnamed, share+flows.CardKept)
		for _, how := range []string{flows.CardNamed, flows.CardUnnamed, flows.CardKept} {
			w.press(kim, share+how)
			w.hears(kim, "office:event-e1", "act", "share", "n", n, "share", how)
		}
		w.buttonsAre(kim, "event~e1~card")
	}
}

// TestTwoCards have numbers of their own; a kind that there is not is asked for
// again.
func TestTwoCards(t *testing.T) {
	w, kim := gathered(t)
	numbers := map[string]bool{}
	for range 2 {
		w.press(kim, "event~e1~c~idea")
		w.say(kim, "Samen meten")
		numbers[w.mail[0].Note.Fields["n"]] = true
		w.mail = nil
	}
	if len(numbers) != 2 {
		t.Errorf("both are called %v", numbers)
	}
	w.press(kim, "event~e1~c~complaint")
	w.buttonsAre(kim, "event~e1~c~experience", "event~e1~c~difficulty", "event~e1~c~idea")
	w.silence()
}

// TestHarvest: cards by their kind, in the words and language of their authors,
// with the enterprise where it wants to be named, and all of them in a file.
func TestHarvest(t *testing.T) {
	w, kim := gathered(t)
	w.brings(kim, event(t, flows.EventHarvest,
		"kind.0", "difficulty", "text.0", "Trop peu de temps", "lang.0", "fr",
		"kind.1", "difficulty", "text.1", "Weinig volk", "lang.1", "nl", "from.1", "De Brug",
		"kind.2", "idea", "text.2", "Samen meten", "lang.2", "nl",
		"file", "harvest-1", "size.nl", "77"))
	var got []string
	for _, l := range kim.newest.Lines[1:] {
		got = append(got, l.Text)
	}
	if all := strings.Join(got, " | "); all != "Een moeilijkheid | Trop peu de temps | Weinig volk — De Brug | Een idee | Samen meten" {
		t.Errorf("the harvest is %s", all)
	}
	if l := w.line(kim, flows.Own, "Trop peu"); l.Lang != "fr" {
		t.Errorf("it is marked %q", l.Lang)
	}
	if f := kim.newest.Files; len(f) != 1 || f[0].ID != "harvest-1-nl" || f[0].Type != "text/markdown" || f[0].Size != 77 {
		t.Errorf("the file is %+v", f)
	}
}

// TestChangedDay: who is signed up reads what is new and has it in a file for
// their own calendar; by night only the last of several changes is kept.
func TestChangedDay(t *testing.T) {
	w, kim := gathered(t)
	w.brings(kim, event(t, flows.EventChanged, "file", "event-e1-1", "size.nl", "9"))
	w.shows(kim, "je staat nog altijd op de lijst")
	w.line(kim, flows.Heading, "Samen")
	w.line(kim, flows.Body, "20 maart 2027, 14:00–16:00")
	if f := kim.newest.Files; len(f) != 1 || f[0].ID != "event-e1-1-nl" || f[0].Name != "vises.ics" || f[0].Type != "text/calendar" {
		t.Errorf("the file is %+v", f)
	}
	w.buttonsAre(kim, "event~e1~out")
	w.now = at(t, "2027-03-02 22:00")
	before := w.memory(kim).Cards
	for _, n := range []string{"1", "2"} {
		w.brings(kim, event(t, flows.EventChanged, "file", "event-e1-"+n, "size.nl", "9"))
	}
	other := event(t, flows.EventChanged, "id", "e2")
	w.brings(kim, other)
	w.now = at(t, "2027-03-03 08:00")
	w.step(kim, flows.Event{Kind: flows.Timer, Timer: "letters"})
	if got := w.memory(kim).Cards - before; got != 2 {
		t.Errorf("in the morning %d changes are told", got)
	}
}
