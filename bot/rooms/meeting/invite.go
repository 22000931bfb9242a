package meeting

import (
	"maps"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// invite tells everybody of a meeting, or of what has become of it, and keeps
// what is known: those who were invited once are told to the end.
func invite(v *office.Visit, m meeting, state string) error {
	all, err := people(v, m)
	if err != nil {
		return err
	}
	fields, err := m.Calendars(v, verb, m.calendar(v))
	if err != nil {
		return err
	}
	maps.Copy(fields, map[string]string{"state": state, "kind": m.Fields["kind"], "note": m.Fields["note"], "lang": m.Fields["lang"]})
	off := state == flows.MeetingCancelled
	each(v, m, all, flows.Note{Kind: flows.NoteMeeting, Fields: fields, Appointment: m.Appointment(off)}, v.Now())
	appoint(v, all, m.Appointment(off))
	entries := []register.Entry{m.Entry}
	for _, p := range all {
		entries = append(entries, p.Entry)
	}
	refresh(v, m, "new")
	return v.Keep(entries...)
}
