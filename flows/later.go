package flows

import (
	"time"

	"visesbot/flows/form"
)

// timerRemind is the one timer of a conversation: the next reminder.
const timerRemind = "remind"

// maxReminders is how often a silent person is reminded before the bot waits.
const maxReminders = 3

// later lets the person say when to come back, or does it.
func (st *step) later(when string) {
	if !st.settledIn() {
		return
	}
	st.s.Asked = ""
	days := map[string]int{"1": 1, "3": 3, "7": 7}[when]
	if days == 0 {
		st.say(Card{
			Lines: []Line{{Style: Heading, Text: st.word("later.when")}, {Style: Hint, Text: st.word("later.kept")}},
			Buttons: [][]Button{
				row(button(st.word("later.1"), bLater+"~1"), button(st.word("later.3"), bLater+"~3"), button(st.word("later.7"), bLater+"~7")),
				row(quiet(st.word("goon"), bGo), quiet(st.word("home"), bHome)),
			},
		})
		st.move(movePause, Paused)
		return
	}
	st.move(movePause, Paused)
	st.s.Promised = morning(st.ev.At.AddDate(0, 0, days))
	st.tell(st.word("later.ok", "day", form.Day(st.s.Promised, st.lang())), row(quiet(st.word("goon"), bGo)))
}

// plan keeps exactly one reminder: when the person asked for it, or else after
// some days of silence while something is open. It is called once per step.
func (st *step) plan() {
	if !st.mayAnswer() || st.s.Lang == "" {
		return
	}
	if st.ev.Kind != Timer && st.ev.Kind != Told {
		st.s.Reminded = 0
	}
	at := st.nextReminder()
	if at.Equal(st.s.Remind) {
		return
	}
	st.s.Remind = at
	st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: timerRemind, At: at}})
}

// nextReminder is when to write next unasked: when the person asked for it, or
// else after some silence, or when something they see to is due.
func (st *step) nextReminder() time.Time {
	switch {
	case st.s.Away:
		return time.Time{}
	case st.s.Promised.After(st.ev.At):
		return st.s.Promised
	case !st.comesBack().IsZero():
		return st.comesBack()
	}
	return earlier(st.afterSilence(), st.nextMoment())
}

func (st *step) afterSilence() time.Time {
	switch {
	case st.ev.Kind == Told:
		return st.s.Remind
	case st.d.Ended() || st.s.Reminded >= maxReminders || !st.hasOpenAtAll():
		return time.Time{}
	}
	return morning(st.ev.At.AddDate(0, 0, []int{3, 7, 14}[min(st.s.Reminded, 2)]))
}

func (st *step) hasOpenAtAll() bool {
	_, open := st.d.Next(st.free())
	return open || len(st.d.Head().Waiting) > 0
}

// morning is nine o'clock of that day, or of the Monday after a weekend: the
// quiet hours are kept.
func morning(t time.Time) time.Time {
	y, m, d := t.Date()
	at := time.Date(y, m, d, 9, 0, 0, 0, t.Location())
	switch at.Weekday() {
	case time.Saturday:
		return at.AddDate(0, 0, 2)
	case time.Sunday:
		return at.AddDate(0, 0, 1)
	}
	return at
}

// quietHours tells whether the bot writes to nobody unasked.
func quietHours(t time.Time) bool {
	weekend := t.Weekday() == time.Saturday || t.Weekday() == time.Sunday
	return weekend || t.Hour() < 8 || t.Hour() >= 20
}

// nextMorning is when the quiet hours that t is in are over.
func nextMorning(t time.Time) time.Time {
	if t.Hour() < 8 {
		return morning(t)
	}
	return morning(t.AddDate(0, 0, 1))
}

// timer reminds the person of the one thing that is open next.
func (st *step) timer() {
	if st.ev.Timer != timerRemind || !st.mayAnswer() {
		return
	}
	if quietHours(st.ev.At) { // it comes late: moved, not dropped
		st.s.Promised = nextMorning(st.ev.At)
		return
	}
	st.s.Promised, st.s.Remind = time.Time{}, time.Time{}
	if due := st.dueMoments(); len(due) > 0 {
		st.remindMoments(due)
		return
	}
	if m, b := st.block(); b != nil && st.s.Place == "" {
		st.s.Reminded++
		st.tell(st.word("remind.module", "enterprise", st.d.Head().Enterprise.Name, "module", m.ID))
		st.showBlock()
		return
	}
	p, open := st.d.Next(st.free())
	if st.d.Ended() && !st.resumes().IsZero() && (!open || st.comesBack().IsZero()) {
		st.s.Reminded++
		st.backAgain()
		return
	}
	if !open {
		return
	}
	st.s.Reminded++
	st.say(Card{Lines: []Line{{Style: Body, Text: st.word("remind", "enterprise", st.d.Head().Enterprise.Name)}}})
	st.s.Focus, st.s.Since = nil, 0
	st.askPlace(p)
}
