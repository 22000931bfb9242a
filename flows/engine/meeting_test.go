package engine_test

import (
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestMeetingKeepsTheQuestion: an invitation, a vote and a line for later leave the
// question that is on the table there.
func TestMeetingKeepsTheQuestion(t *testing.T) {
	w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
	kim := w.people[0]
	w.press(kim, "q~A")
	title := form.Text{FR: "Ensemble", NL: "Samen", EN: "Together"}
	w.step(kim, flows.Event{Kind: flows.Told, Note: &flows.Note{
		Kind: flows.NoteMeeting, Fields: map[string]string{"id": "m1", "state": flows.MeetingInvited, "kind": "session"},
		Appointment: &flows.Appointment{ID: "m1", At: w.now.AddDate(0, 0, 3), End: w.now.AddDate(0, 0, 3), Title: title},
	}})
	w.shows(kim, title.In(w.memory(kim).Lang))
	w.press(kim, "meet~m1~park")
	w.say(kim, "a point for later")
	w.say(kim, "words of mine")
	w.has("A", "given words of mine")
}
