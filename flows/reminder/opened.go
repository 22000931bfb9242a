package reminder

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// Stands is the head as this step found it.
func Stands(t *talk.Turn) (h form.Head) {
	if t.Dossier != nil {
		h = *t.Dossier.Head()
	}
	return h
}

// NotifyOpened lets the others plan a reminder who have something to answer now, and had
// nothing before this step: by themselves they would look again only when they do
// something. Nothing is said, and who had something open has their reminder.
func NotifyOpened(t *talk.Turn, stood form.Head, source form.Source) {
	if !t.Joined() || !t.Dossier.Head().Opens(stood) {
		return
	}
	was := form.Open(t.Script.Questionnaire, source, t.Event.At)
	for _, p := range t.Dossier.Head().People {
		if p.ID == t.Session.Person || p.Respondent == "" && !flows.OutsideRole(p.Role) {
			continue
		}
		who := form.Who{Respondent: p.Respondent, Role: p.Role, Stakeholder: p.Delegate}
		if t.Dossier.Owes(who) && !was.Owes(who) {
			t.Notify(p.Address, flows.Note{Kind: flows.NoteOpened})
		}
	}
}

// countSilence begins to count the silence now: who had nothing to answer was not silent.
// Who left all reminders unanswered is left alone, as ever.
func countSilence(t *talk.Turn) {
	if t.Session.Reminded < maxReminders && !t.Session.Silence.After(t.Event.At) {
		t.Session.Silence = t.Morning(t.Event.At.AddDate(0, 0, 3))
	}
}

// quietly tells whether this is a note of which nothing is said: what has a date
// and is due now need not wait for another day because of it.
func quietly(t *talk.Turn, d due) bool {
	n := t.Event.Note
	return t.Event.Kind == flows.Told && n != nil && (n.Kind == flows.NoteCalendar || n.Kind == flows.NoteOpened) && d.kind != opened
}

// busy tells whether the person did something within the last hour.
func busy(t *talk.Turn) bool { return t.Event.At.Sub(t.Session.Seen) < time.Hour }
