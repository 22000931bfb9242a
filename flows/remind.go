package flows

import (
	"slices"
	"time"

	"visesbot/flows/form"
)

// The timers of a conversation: there is never more than one of each.
const (
	timerRemind  = "remind"  // the next reminder
	timerSilence = "silence" // a look whether those who accompany have to know
	timerLetters = "letters" // what was told when nothing might be said
)

// maxReminders is how many reminders a person may leave unanswered before those
// who accompany are told, and the bot waits with what has no date.
const maxReminders = 3

// plan keeps exactly one reminder: of what is due first. It is called once per
// step.
func (st *step) plan() {
	if !st.joined() || st.s.Lang == "" {
		return
	}
	st.noticeSilence()
	st.forgetAppointments()
	st.wait(timerRemind, &st.s.Remind, st.nextReminder())
	st.wait(timerSilence, &st.s.Watch, st.nextWatch())
}

// wait sets a timer anew where it was set otherwise.
func (st *step) wait(name string, kept *time.Time, at time.Time) {
	if at.Equal(*kept) {
		return
	}
	*kept = at
	st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: name, At: at}})
}

// acted tells whether the person has done something in this step.
func (st *step) acted() bool {
	switch st.ev.Kind {
	case Said, Pressed, Started, Voted, Returned:
		return true
	}
	return false
}

// noticeSilence begins to count the silence after whatever the person did.
func (st *step) noticeSilence() {
	switch {
	case st.acted():
		st.s.Reminded, st.s.Silent, st.s.Seen = 0, false, st.ev.At
		st.s.Silence = st.morning(st.ev.At.AddDate(0, 0, 3))
	case st.s.Silence.IsZero():
		st.s.Silence = st.s.Remind // of a conversation from before
		fallthrough
	case st.ev.Kind == Told:
		if st.s.Remind.IsZero() && !st.s.Silence.After(st.ev.At) {
			st.s.Silence = st.morning(st.ev.At.AddDate(0, 0, 3))
		}
	}
}

// nextReminder is when to write next unasked.
func (st *step) nextReminder() (next time.Time) {
	all, known := st.dues()
	st.forget(known)
	switch {
	case st.s.Away || st.s.Pause != nil && st.s.Pause.Until.IsZero():
		return time.Time{}
	case st.s.Pause != nil:
		return st.gently(st.pauseEnd())
	}
	for _, d := range all {
		next = earlier(next, st.slot(d, all, st.notBefore(d)))
	}
	return next
}

// notBefore keeps what is due already from coming while the person is busy: it
// comes at the next hour they like best.
func (st *step) notBefore(d due) time.Time {
	switch {
	case d.firm() || d.at.After(st.ev.At) || st.ev.Kind == Timer && st.ev.Timer == timerRemind:
		return st.ev.At
	case st.acted():
		return st.nextMorning(st.ev.At.Add(time.Hour))
	case st.quietly(d) && !st.busy():
		return st.ev.At
	case st.quietly(d):
		return st.nextMorning(st.s.Seen.Add(time.Hour).In(st.ev.At.Location()))
	case st.ev.Kind == Told: // news is no reminder: not in the same breath
		return st.nextMorning(st.ev.At.Add(time.Second))
	}
	return st.nextMorning(st.ev.At)
}

// timer does what a moment was waited for.
func (st *step) timer() {
	if !st.joined() {
		return
	}
	switch st.ev.Timer {
	case timerRemind:
		st.s.Remind = time.Time{}
		st.remind()
	case timerSilence:
		st.s.Watch = time.Time{}
		st.tellSilence()
	case timerLetters:
		st.openLetters()
	}
}

// remind reminds the person of one thing. What comes late, because the bot was
// not there, goes when something may be said again.
func (st *step) remind() {
	if st.s.Silence.IsZero() {
		st.s.Silence = st.ev.At // of a conversation from before
	}
	if !st.pauseOver() || st.s.Away {
		return
	}
	d, ok := st.mostUrgent()
	if !ok {
		return
	}
	if d.kind == asked {
		st.promise(time.Time{}, "")
	}
	if !st.remindOf(d) {
		st.nothingToSay(d)
		return
	}
	st.s.Spoke = st.ev.At
	if d.kind != asked {
		st.s.Sent = sentAlso(st.s.Sent, st.ev.At)
	}
	if d.kind == appointed {
		return // nobody answers to it, and the appointment itself says that it was said
	}
	st.s.Reminded++
	st.s.Thing = d.thing
	st.know(d.thing)
	st.s.Silence = st.morning(st.ev.At.AddDate(0, 0, st.patience()))
}

// nothingToSay keeps what came to nothing from coming again at once.
func (st *step) nothingToSay(d due) {
	if d.kind == opened {
		st.s.Silence = st.morning(st.ev.At.AddDate(0, 0, 3))
	}
	st.know(d.thing)
}

// How many things are known at most, and how many of the newest stay whatever
// became of them: what is collected may be asked about once more, and is not
// announced again.
const (
	maxKnown  = 24
	keepKnown = 12
)

// forget lets go of things said long ago, but not of those still to be seen to.
func (st *step) forget(but []string) {
	if len(st.s.Knows) <= maxKnown {
		return
	}
	old := len(st.s.Knows) - keepKnown
	kept := make([]string, 0, maxKnown)
	for i, thing := range st.s.Knows {
		if i >= old || slices.Contains(but, thing) {
			kept = append(kept, thing)
		}
	}
	st.s.Knows = kept
}

func (st *step) know(thing string) {
	if thing != "" && !slices.Contains(st.s.Knows, thing) {
		st.s.Knows = append(slices.Clone(st.s.Knows), thing)
	}
}

// patience is after how many days of silence to come back: longer and longer.
// After the last reminder it is how long to wait before others are told.
func (st *step) patience() int {
	if st.s.Reminded >= maxReminders {
		return 7
	}
	return []int{3, 7, 14}[st.s.Reminded]
}

// remindOf says what is due, and tells whether there was anything to say.
func (st *step) remindOf(d due) bool {
	switch kind, where := thingOf(d.thing); kind {
	case thingAppointment:
		return st.remindAppointment(where)
	case thingDecision:
		return st.remindDecision(form.Place(where))
	case thingMoment:
		if p, open := st.d.OpenOf(st.free(), form.Path(where)); open {
			st.remindMoment(p)
			return true
		}
	case thingResume:
		if st.d.Ended() {
			st.backAgain()
			return true
		}
	}
	return st.remindOpen()
}

// remindOpen reminds of what is open: the module that was begun, or the question
// that comes next.
func (st *step) remindOpen() bool {
	enterprise := st.d.Head().Enterprise.Name
	if m, b := st.block(); b != nil && st.s.Place == "" {
		st.sayReminder(st.word("remind.module", "enterprise", enterprise, "module", m.ID))
		st.showBlock()
		return true
	}
	p, open := st.d.Next(st.free())
	switch {
	case open:
		st.sayReminder(st.word("remind", "enterprise", enterprise))
		st.s.Focus, st.s.Since = nil, 0
		st.askPlace(p)
	case st.d.Ended() && !st.resumes().IsZero():
		st.backAgain()
	default:
		return false
	}
	return true
}

// openDue is what is open, after some silence, or what waits for its day. Who
// leaves everything unanswered is not reminded of it any more.
func (st *step) openDue(take func(due)) {
	if st.s.Silence.IsZero() || st.d.Ended() || st.s.Reminded >= maxReminders || st.dated() {
		return
	}
	d := due{kind: opened, at: st.s.Silence}
	if _, open := st.d.Next(st.free()); !open {
		day := st.waitsUntil()
		if day.IsZero() {
			return
		}
		if d.at.Before(day) {
			d.at = st.nextMorning(day)
		}
	}
	take(d)
}

// waitsUntil is when something that waits may be asked again; zero if nothing
// waits for a day.
func (st *step) waitsUntil() (day time.Time) {
	for _, w := range st.d.Head().Waiting {
		if w.Due.After(st.ev.At) {
			day = earlier(day, w.Due.In(st.ev.At.Location()))
		}
	}
	return day
}

// thingResume is the day on which the next cycle was to begin.
const thingResume = "resume"

func (st *step) resumeDue(take func(due)) {
	if !st.d.Ended() {
		return // the usual case: nothing is read
	}
	day := st.resumes()
	if at := st.morning(day); !day.IsZero() && st.ev.At.Sub(at) < longPast {
		take(due{kind: resuming, thing: thing(thingResume, day.Format(time.DateOnly)), at: at})
	}
}

// longPast is after how long nobody is reminded of a day any more that a former
// version of this program may have reminded of.
const longPast = 30 * 24 * time.Hour
