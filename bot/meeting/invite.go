package meeting

import (
	"bytes"
	"maps"

	ics "github.com/arran4/golang-ical"

	"visesbot/bot/cohort"
	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// invite tells everybody of a meeting, or of what has become of it, and keeps
// what is known: those who were invited once are told to the end.
func invite(v *office.Visit, m meeting, state string) error {
	all, err := people(v, m)
	if err != nil {
		return err
	}
	fields, err := calendars(v, m)
	if err != nil {
		return err
	}
	maps.Copy(fields, map[string]string{"state": state, "kind": m.Fields["kind"], "note": m.Fields["note"], "lang": m.Fields["lang"]})
	off := state == flows.MeetingCancelled
	each(v, m, all, flows.Note{Kind: flows.NoteMeeting, Fields: fields, Appointment: m.appointment(off)}, v.Now())
	appoint(v, all, m.appointment(off))
	entries := []cohort.Entry{m.Entry}
	for _, p := range all {
		entries = append(entries, p.Entry)
	}
	refresh(v, m, "new")
	return v.Keep(entries...)
}

// calendars keeps the file for people's own calendars in every language, and
// gives the fields by which a note brings it.
func calendars(v *office.Visit, m meeting) (map[string]string, error) {
	fields := map[string]string{"file": fileID(m)}
	for _, lang := range form.Langs() {
		text := []byte(calendar(v, m, lang))
		fields["size."+lang] = count(len(text))
		m.Fields["size."+lang] = fields["size."+lang]
		f := form.File{ID: fileID(m) + "-" + lang, Name: "vises.ics", Type: "text/calendar", Size: int64(len(text))}
		if err := v.Store().PutFile(v.Ctx, f, bytes.NewReader(text)); err != nil {
			return nil, err
		}
	}
	return fields, nil
}

func fileID(m meeting) string { return "meet-" + m.ID + "-" + count(m.sequence()) }

// calendar writes a meeting as iCalendar does (RFC 5545). Its UID stays the same
// and its SEQUENCE rises, so that calendars take a later one for the same.
func calendar(v *office.Visit, m meeting, lang string) string {
	c := ics.NewCalendarFor("VISES")
	c.SetMethod(ics.MethodPublish)
	e := c.AddEvent("meeting-" + m.ID + "@visesbot")
	e.SetSequence(m.sequence())
	e.SetDtStampTime(v.Now())
	e.SetStartAt(m.at)
	e.SetEndAt(m.end)
	e.SetSummary(m.Fields["title"], in(m.Fields["lang"]))
	e.SetStatus(ics.ObjectStatusConfirmed)
	e.SetOrganizer("invalid:nomail", ics.WithCN(m.who(v.Programme)))
	about := v.WordIn(lang, "meet.kind."+m.Fields["kind"])
	if m.Fields["note"] != "" {
		about += "\n" + m.Fields["note"]
	}
	if m.Fields["link"] != "" {
		about += "\n" + v.WordIn(lang, "meet.link") + " : " + m.Fields["link"]
		e.SetURL(m.Fields["link"])
	}
	e.SetDescription(about, in(lang))
	if m.Fields["place"] != "" {
		e.SetLocation(m.Fields["place"])
	}
	if m.state() == cancelled {
		c.SetMethod(ics.MethodCancel)
		e.SetStatus(ics.ObjectStatusCancelled)
	}
	return c.Serialize()
}

// in says in which language a text is.
func in(lang string) ics.PropertyParameter {
	return &ics.KeyValues{Key: string(ics.ParameterLanguage), Value: []string{lang}}
}
