package reminder

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// Routes are the ways to what is said unasked.
func Routes() talk.Routes {
	putOff := talk.Command{May: talk.Inside, Do: talk.Leaving(func(t *talk.Turn, _ string) { Later(t, "") })}
	return talk.Routes{
		Presses: map[flows.Verb]talk.Press{
			flows.VerbLater:     {May: talk.Inside, Do: Later},
			flows.VerbSnooze:    {May: talk.Inside, Do: snooze},
			flows.VerbReminders: {May: talk.Inside, Do: reminders},
			flows.VerbPause:     {May: talk.Inside, Do: pause},
			flows.VerbFollow:    {May: talk.Staff, Do: followed},
		},
		Commands: map[parse.Command]talk.Command{
			parse.Later: putOff, parse.Pause: putOff, parse.Stop: putOff,
			parse.Reminders: {May: talk.Inside, Do: talk.Leaving(func(t *talk.Turn, _ string) { reminders(t, "") })},
		},
		Notes: map[string]talk.Notice{
			flows.NoteUndelivered: {Quiet: true, Do: func(t *talk.Turn, n *flows.Note) { undelivered(t, n.Text) }},
			flows.NoteAppointment: {Quiet: true, Do: func(t *talk.Turn, n *flows.Note) { keepAppointment(t, n.Appointment) }},
			flows.NoteSilent:      {Do: noticeSilence},
			flows.NotePaused:      {Do: noticeSilence},
			flows.NoteNudge:       {Do: nudged},
			flows.NoteUnreached:   {Do: noticeUnreached},
			flows.NoteOpened:      {Do: func(t *talk.Turn, _ *flows.Note) { countSilence(t) }},
		},
		Expects: map[flows.Expectation]talk.Expected{
			flows.ExpectMove:   {May: talk.Staff, Do: moved},
			flows.ExpectPause:  {May: talk.Inside, Do: readPause},
			flows.ExpectSnooze: {May: talk.Inside, Do: readSnooze},
		},
		Timers: map[string]talk.Alarm{
			flows.TimerRemind:  {Do: ring},
			flows.TimerSilence: {Do: ringSilence},
			flows.TimerLetters: {Do: openLetters},
		},
	}
}

// ring reminds of what is most urgent now.
func ring(t *talk.Turn) {
	t.Session.Remind = time.Time{}
	remind(t)
}

// ringSilence looks whether those who accompany have to know that nothing is heard.
func ringSilence(t *talk.Turn) {
	t.Session.Watch = time.Time{}
	escalate(t)
}

// noticeUnreached tells who gets no messages any more, and why.
func noticeUnreached(t *talk.Turn, n *flows.Note) { t.Tell(unreachable(t, n), t.GoHome()) }
