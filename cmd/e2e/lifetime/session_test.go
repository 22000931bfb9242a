package lifetime

import (
	"context"
	"fmt"
	"slices"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// session is a meeting of a cohort.
type session struct {
	id        string
	cohort    int
	at        time.Time
	cancelled bool
	staff     bool // who accompanies an enterprise is not asked to come

	changed time.Time         // when it was moved or cancelled
	fields  map[string]string // as it was called; nil: by no partner
}

// plan makes the sessions of every cohort, one every other month. Some are
// moved to another day, and some are taken back.
func (l *life) plan() {
	for n := range 9 {
		for c := range cohorts {
			day := begins().AddDate(0, 2*n, 10+2*c)
			s := &session{id: fmt.Sprintf("s%d-%d", n, c), cohort: c, at: time.Date(day.Year(), day.Month(), day.Day(), 9+c%8, 30, 0, 0, day.Location())}
			l.sessions = append(l.sessions, s)
			l.agenda.add(s.at.AddDate(0, 0, -9), func() { l.invite(s) })
			switch (n + c) % 7 {
			case 0:
				l.agenda.add(s.at.AddDate(0, 0, -8), func() { s.at, s.changed = s.at.AddDate(0, 0, 3), l.clock.Now(); l.invite(s) })
			case 1:
				l.agenda.add(s.at.AddDate(0, 0, -8), func() { s.cancelled, s.changed = true, l.clock.Now(); l.invite(s) })
			}
		}
	}
}

// invite puts the session into everybody's conversation.
func (l *life) invite(s *session) {
	l.updates++
	now := l.clock.Now()
	note := flows.Note{Kind: flows.NoteAppointment, Appointment: &flows.Appointment{
		ID: s.id, At: s.at, End: s.at.Add(2 * time.Hour), Cancelled: s.cancelled,
		Title: form.Text{FR: "Séance", NL: "Sessie", EN: "Session"}, Place: "Maison " + s.id,
	}}
	for _, who := range l.invited(s) {
		job := bot.Job{
			ID: fmt.Sprintf("note-%d", l.updates), Kind: bot.JobNote, Due: now,
			Event: &flows.Event{Kind: flows.Told, At: now, Note: &note, Channel: "phone"},
		}
		if err := l.store.Enqueue(context.Background(), who.address, job); err != nil {
			l.t.Fatal(err)
		}
	}
}

func (l *life) invited(s *session) (all []*person) {
	for _, e := range l.programme.enterprises {
		if e.cohort == s.cohort {
			all = append(all, e.people...)
		}
	}
	if s.staff {
		all = slices.DeleteFunc(all, func(who *person) bool { return who.accompanies })
	}
	return all
}
