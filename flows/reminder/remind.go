package reminder

import (
	"slices"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// maxReminders is how many reminders a person may leave unanswered before those
// who accompany are told, and the bot waits with what has no date.
const maxReminders = 3

// Plan keeps exactly one reminder: of what is due first. It is called once per
// step.
func Plan(t *talk.Turn) {
	if !t.Joined() || t.Session.Lang == "" {
		return
	}
	watchSilence(t)
	forgetAppointments(t)
	wait(t, flows.TimerRemind, &t.Session.Remind, nextReminder(t))
	wait(t, flows.TimerSilence, &t.Session.Watch, nextWatch(t))
}

// wait sets a timer anew where it was set otherwise.
func wait(t *talk.Turn, name string, kept *time.Time, at time.Time) {
	if at.Equal(*kept) {
		return
	}
	*kept = at
	t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: name, At: at}})
}

// acted tells whether the person has done something in this step.
func acted(t *talk.Turn) bool {
	switch t.Event.Kind {
	case flows.Said, flows.Pressed, flows.Started, flows.Voted, flows.Returned:
		return true
	}
	return false
}

// watchSilence begins to count the silence after whatever the person did.
func watchSilence(t *talk.Turn) {
	switch {
	case acted(t):
		t.Session.Reminded, t.Session.Silent, t.Session.Seen = 0, false, t.Event.At
		t.Session.Silence = t.Morning(t.Event.At.AddDate(0, 0, 3))
	case t.Session.Silence.IsZero():
		t.Session.Silence = t.Session.Remind // of a conversation from before
		fallthrough
	case t.Event.Kind == flows.Told:
		if t.Session.Remind.IsZero() && !t.Session.Silence.After(t.Event.At) {
			t.Session.Silence = t.Morning(t.Event.At.AddDate(0, 0, 3))
		}
	}
}

// nextReminder is when to write next unasked.
func nextReminder(t *talk.Turn) (next time.Time) {
	all, known := dues(t)
	forget(t, known)
	switch {
	case t.Session.Away || t.Session.Pause != nil && t.Session.Pause.Until.IsZero():
		return time.Time{}
	case t.Session.Pause != nil:
		return atPreferredHour(t, endOfPause(t))
	}
	for _, d := range all {
		next = earlier(next, slot(t, d, all, notBefore(t, d)))
	}
	return next
}

// notBefore keeps what is due already from coming while the person is busy: it
// comes at the next hour they like best.
func notBefore(t *talk.Turn, d due) time.Time {
	switch {
	case d.firm() || d.at.After(t.Event.At) || t.Event.Kind == flows.Timer && t.Event.Timer == flows.TimerRemind:
		return t.Event.At
	case acted(t):
		return nextMorning(t, t.Event.At.Add(time.Hour))
	case quietly(t, d) && !busy(t):
		return t.Event.At
	case quietly(t, d):
		return nextMorning(t, t.Session.Seen.Add(time.Hour).In(t.Event.At.Location()))
	case t.Event.Kind == flows.Told: // news is no reminder: not in the same breath
		return nextMorning(t, t.Event.At.Add(time.Second))
	}
	return nextMorning(t, t.Event.At)
}

// remind reminds the person of one thing. What comes late, because the bot was
// not there, goes when something may be said again.
func remind(t *talk.Turn) {
	if t.Session.Silence.IsZero() {
		t.Session.Silence = t.Event.At // of a conversation from before
	}
	if !pauseOver(t) || t.Session.Away {
		return
	}
	d, ok := mostUrgent(t)
	if !ok {
		return
	}
	if d.kind == asked {
		promise(t, time.Time{}, "")
	}
	if !remindOf(t, d) {
		nothingToSay(t, d)
		return
	}
	t.Session.Spoke = t.Event.At
	if d.kind != asked {
		t.Session.Sent = sentAlso(t.Session.Sent, t.Event.At)
	}
	if d.kind == appointed {
		return // nobody answers to it, and the appointment itself says that it was said
	}
	t.Session.Reminded++
	t.Session.Thing = d.thing
	know(t, d.thing)
	t.Session.Silence = t.Morning(t.Event.At.AddDate(0, 0, patience(t)))
}

// nothingToSay keeps what came to nothing from coming again at once.
func nothingToSay(t *talk.Turn, d due) {
	if d.kind == opened {
		t.Session.Silence = t.Morning(t.Event.At.AddDate(0, 0, 3))
	}
	know(t, d.thing)
}

// How many things are known at most, and how many of the newest stay whatever
// became of them: what is collected may be asked about once more, and is not
// announced again.
const (
	maxKnown  = 24
	keepKnown = 12
)

// forget lets go of things said long ago, but not of those still to be seen to.
func forget(t *talk.Turn, but []string) {
	if len(t.Session.Knows) <= maxKnown {
		return
	}
	old := len(t.Session.Knows) - keepKnown
	kept := make([]string, 0, maxKnown)
	for i, thing := range t.Session.Knows {
		if i >= old || slices.Contains(but, thing) {
			kept = append(kept, thing)
		}
	}
	t.Session.Knows = kept
}

func know(t *talk.Turn, thing string) {
	if thing != "" && !slices.Contains(t.Session.Knows, thing) {
		t.Session.Knows = append(slices.Clone(t.Session.Knows), thing)
	}
}

// patience is after how many days of silence to come back: longer and longer.
// After the last reminder it is how long to wait before others are told.
func patience(t *talk.Turn) int {
	if t.Session.Reminded >= maxReminders {
		return 7
	}
	return []int{3, 7, 14}[t.Session.Reminded]
}

// remindOf says what is due, and tells whether there was anything to say.
func remindOf(t *talk.Turn, d due) bool {
	switch kind, where := thingOf(d.thing); kind {
	case thingAppointment:
		return remindAppointment(t, where)
	case thingDecision:
		return remindDecision(t, form.Place(where))
	case thingMoment:
		if p, open := t.Dossier.OpenOf(t.Free(), form.Path(where)); open {
			remindMoment(t, p)
			return true
		}
	case thingResume:
		if t.Dossier.Ended() {
			t.Ways.BackAgain(t)
			return true
		}
	}
	return remindOpen(t)
}

// remindOpen reminds of what is open: the module that was begun, or the question
// that comes next.
func remindOpen(t *talk.Turn) bool {
	enterprise := t.Dossier.Head().Enterprise.Name
	if m, b := t.Block(); b != nil && t.Session.Place == "" {
		sayReminder(t, t.Word("remind.module", "enterprise", enterprise, "module", m.ID))
		t.Ways.ShowBlock(t)
		return true
	}
	p, open := t.Dossier.Next(t.Free())
	switch {
	case open:
		sayReminder(t, t.Word("remind", "enterprise", enterprise))
		t.Session.Focus, t.Session.Since = nil, 0
		t.Ways.AskPlace(t, p)
	case t.Dossier.Ended() && !t.Resumes().IsZero():
		t.Ways.BackAgain(t)
	default:
		return false
	}
	return true
}

// openDue is what is open, after some silence, or what waits for its day. Who
// leaves everything unanswered is not reminded of it any more.
func openDue(t *talk.Turn, take func(due)) {
	if t.Session.Silence.IsZero() || t.Dossier.Ended() || t.Session.Reminded >= maxReminders || dated(t) {
		return
	}
	d := due{kind: opened, at: t.Session.Silence}
	if _, open := t.Dossier.Next(t.Free()); !open {
		day := waitsUntil(t)
		if day.IsZero() {
			return
		}
		if d.at.Before(day) {
			d.at = nextMorning(t, day)
		}
	}
	take(d)
}

// waitsUntil is when something that waits may be asked again; zero if nothing
// waits for a day.
func waitsUntil(t *talk.Turn) (day time.Time) {
	for _, w := range t.Dossier.Head().Waiting {
		if w.Due.After(t.Event.At) {
			day = earlier(day, w.Due.In(t.Event.At.Location()))
		}
	}
	return day
}

// thingResume is the day on which the next cycle was to begin.
const thingResume = "resume"

func resumeDue(t *talk.Turn, take func(due)) {
	if !t.Dossier.Ended() {
		return // the usual case: nothing is read
	}
	day := t.Resumes()
	if at := t.Morning(day); !day.IsZero() && t.Event.At.Sub(at) < longPast {
		take(due{kind: resuming, thing: thing(thingResume, day.Format(time.DateOnly)), at: at})
	}
}

// longPast is after how long nobody is reminded of a day any more that a former
// version of this program may have reminded of.
const longPast = 30 * 24 * time.Hour
