package engine_test

import (
	"testing"

	"visesbot/flows"
)

// TestInvitedToAMeeting: the card says what, when and where in the reader's own
// time and language, brings the file of that language, and can be answered again
// and again.
func TestInvitedToAMeeting(t *testing.T) {
	w, kim := gathered(t)
	w.brings(kim, meeting(t, flows.MeetingInvited, "note", "Venez à deux", "lang", "fr", "file", "meet-m1-0", "size.nl", "321", "size.fr", "400"))
	w.shows(kim, "Een uitnodiging voor Atelier Horizon")
	w.line(kim, flows.Heading, "Samen")
	w.line(kim, flows.Body, "Groepssessie, 20 maart 2027, 14:00–16:00")
	w.line(kim, flows.Body, "Rue du Moulin 3")
	if l := w.line(kim, flows.Own, "Venez à deux"); l.Lang != "fr" {
		t.Errorf("the words of the organiser are marked %q", l.Lang)
	}
	if l := w.line(kim, flows.Link, ""); l.URL != "https://example.org/m1" {
		t.Errorf("the link leads to %q", l.URL)
	}
	if f := kim.newest.Files; len(f) != 1 || f[0].ID != "meet-m1-0-nl" || f[0].Name != "vises.ics" || f[0].Type != "text/calendar" || f[0].Size != 321 {
		t.Errorf("the file is %+v", f)
	}
	w.buttonsAre(kim, "meet~m1~yes", "meet~m1~no")
	w.press(kim, "meet~m1~yes")
	w.hears(kim, "office:meet-m1", "answer", "yes")
	w.shows(kim, "tot dan")
	w.buttonsAre(kim, "meet~m1~park", "meet~m1~no")
	w.press(kim, "meet~m1~no")
	w.hears(kim, "office:meet-m1", "answer", "no")
	w.shows(kim, "jammer")
	w.buttonsAre(kim, "meet~m1~yes")
	w.press(kim, "meet~m1~yes")
	w.hears(kim, "office:meet-m1", "answer", "yes")
	w.say(kim, "words of mine")
	w.has("A", "given words of mine")
}

// TestMeetingChanges: a change asks anew, what is cancelled asks nothing; both
// bring the file for the calendar, where there is one in the reader's language.
func TestMeetingChanges(t *testing.T) {
	w, kim := gathered(t)
	for state, want := range map[string]string{flows.MeetingChanged: "gewijzigd", flows.MeetingCancelled: "gaat niet door"} {
		w.brings(kim, meeting(t, state, "file", "meet-m1-1", "size.nl", "9"))
		w.shows(kim, want)
		if len(kim.newest.Files) != 1 || kim.newest.Files[0].ID != "meet-m1-1-nl" {
			t.Errorf("%s brings %+v", state, kim.newest.Files)
		}
		if state == flows.MeetingChanged {
			w.buttonsAre(kim, "meet~m1~yes", "meet~m1~no")
			continue
		}
		w.buttonsAre(kim)
	}
	w.brings(kim, meeting(t, flows.MeetingChanged, "file", "meet-m1-1", "size.fr", "9"))
	if len(kim.newest.Files) != 0 {
		t.Errorf("a file of another language is brought: %+v", kim.newest.Files)
	}
	w.silence()
}

// TestInvitationByNight waits for the morning; what is for the people in the room
// does not.
func TestInvitationByNight(t *testing.T) {
	w, kim := gathered(t)
	w.now = at(t, "2027-03-02 22:00")
	before := w.memory(kim).Cards
	w.brings(kim, meeting(t, flows.MeetingInvited))
	if w.memory(kim).Cards != before {
		t.Fatalf("by night is said %s", glimpse(kim.newest))
	}
	if got := kim.timers["letters"]; !got.Equal(at(t, "2027-03-03 08:00")) {
		t.Errorf("it is said at %v", got)
	}
	w.brings(kim, meeting(t, flows.MeetingClosed))
	w.shows(kim, "Bedankt om erbij te zijn")
	w.now = at(t, "2027-03-03 08:00")
	w.step(kim, flows.Event{Kind: flows.Timer, Timer: "letters"})
	w.shows(kim, "Een uitnodiging voor")
	w.buttonsAre(kim, "meet~m1~yes", "meet~m1~no")
}

// TestClosedMeeting: everybody reads what was put aside, in the words and language
// of who wrote it, and what to do until when.
func TestClosedMeeting(t *testing.T) {
	w, kim := gathered(t)
	w.press(kim, "meet~m1~park")
	w.say(kim, "Wie betaalt?")
	w.hears(kim, "office:meet-m1", "park", "Wie betaalt?")
	w.brings(kim, meeting(t, flows.MeetingClosed, "park.0", "Qui paie ?", "park.0.lang", "fr", "park.1", "Wie betaalt?", "park.1.lang", "nl",
		"next", "Relisez la chaîne", "day", "2027-04-12T07:00:00Z", "lang", "fr"))
	if l := w.line(kim, flows.Own, "Qui paie"); l.Lang != "fr" {
		t.Errorf("it is marked %q", l.Lang)
	}
	w.line(kim, flows.Own, "Wie betaalt?")
	w.line(kim, flows.Body, "Te doen voor 12 april 2027")
	w.line(kim, flows.Own, "Relisez la chaîne")
	w.buttonsAre(kim)
	w.brings(kim, meeting(t, flows.MeetingClosed, "next", "Relisez", "day", "some day"))
	if len(kim.newest.Lines) != 2 {
		t.Errorf("a day that cannot be read is shown: %s", glimpse(kim.newest))
	}
}

// TestInTheRoom: a block that is pushed is shown and kept as shown; a vote is sent,
// shown in its place and can be changed; the result comes in words and as a
// picture; and the question on the table stays.
func TestInTheRoom(t *testing.T) {
	w, kim := gathered(t)
	m := w.engine.Script.Modules[0]
	var push string
	for _, b := range m.Blocks {
		if !b.Title.Empty() {
			push = b.ID
		}
	}
	w.brings(kim, flows.Note{Kind: flows.NoteBlock, Text: m.ID + "~" + push, Fields: map[string]string{"id": "m1"}})
	w.buttonsAre(kim, "block~"+m.ID+"~"+push)
	kept := false
	for _, r := range w.mem.Records() {
		kept = kept || r.Delivery != nil && r.Delivery.Block == push && r.Delivery.Person == w.memory(kim).Person
	}
	if !kept {
		t.Error("that it was shown is not kept")
	}
	w.brings(kim, flows.Note{Kind: flows.NoteLive, Text: m.ID, Fields: map[string]string{"id": "m1"}})
	options := m.Facilitator.Poll.Options
	card := kim.newest.ID
	for _, o := range options[:2] {
		w.press(kim, "meet~m1~v~"+m.ID+"~"+o.ID)
		w.hears(kim, "office:meet-m1", "vote", o.ID)
		if !kim.newest.Replace || kim.newest.ID != card {
			t.Errorf("the vote is shown on %s", glimpse(kim.newest))
		}
		for i, row := range kim.newest.Buttons[:len(options)] {
			if row[0].On != (options[i].ID == o.ID) {
				t.Errorf("after %s the button %q is on: %v", o.ID, row[0].Label, row[0].On)
			}
		}
	}
	w.brings(kim, flows.Note{Kind: flows.NoteResult, Text: m.ID, Fields: map[string]string{
		"id": "m1", "n." + options[0].ID: "3", "file": "poll-m1", "size.nl": "9",
	}})
	w.line(kim, flows.Bullet, options[0].Text.NL+": 3")
	w.line(kim, flows.Bullet, options[1].Text.NL+": 0")
	if p := kim.newest.Media; p == nil || p.File != "poll-m1-nl" || p.Alt == "" {
		t.Errorf("the picture is %+v", p)
	}
	w.say(kim, "words")
	w.has("A", "given words")
}
