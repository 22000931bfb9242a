package flows

import (
	"time"

	"visesbot/flows/form"
	"visesbot/flows/workday"
)

// bPause is a pause of the reminders: for so many days, until a date, or until
// the person comes back; or its end.
const bPause = "pause"

const (
	pauseWeek  = "7"
	pauseMonth = "30"
	pauseDate  = "date"
	pauseOpen  = "open"
	pauseEnd   = "end"
)

// asidePause: what is typed next is the day on which a pause ends.
const asidePause = "pause"

// longPause is how long a pause may be without those who accompany being told.
const longPause = 30 * 24 * time.Hour

// pause asks for how long, or begins or ends it.
func (st *step) pause(how string) {
	switch how {
	case pauseWeek:
		st.paused(st.ev.At.AddDate(0, 0, 7))
	case pauseMonth:
		st.paused(st.ev.At.AddDate(0, 0, 30))
	case pauseOpen:
		st.paused(time.Time{})
	case pauseDate:
		st.askDay(asidePause, st.word("pause.until.ask", "example", st.someDay()))
	case pauseEnd:
		st.s.Pause = nil
		st.reminders("")
	default:
		st.askPause()
	}
}

func (st *step) askPause() {
	press := func(word, how string) Button { return button(st.word(word), bPause+"~"+how) }
	st.say(Card{Lines: []Line{{Style: Heading, Text: st.word("pause.ask")}}, Buttons: [][]Button{
		row(press("pause.7", pauseWeek), press("pause.30", pauseMonth)),
		row(press("pause.date", pauseDate), press("pause.open", pauseOpen)),
		row(quiet(st.word("reminders"), bReminders), quiet(st.word("home"), bHome)),
	}})
}

// paused begins a pause until the morning of a day, or until the person comes
// back.
func (st *step) paused(until time.Time) {
	st.s.Asked = ""
	st.promise(time.Time{}, "")
	st.s.Pause = &Pause{Since: st.ev.At}
	text := st.word("pause.open.ok")
	if !until.IsZero() {
		st.s.Pause.Until = workday.Civil(until)
		text = st.word("pause.ok", "day", form.Day(st.s.Pause.Until, st.lang()))
	}
	if st.pauseEnd().Sub(st.ev.At) > longPause+24*time.Hour {
		st.s.Pause.Told = true
		st.tellKept(Note{Kind: notePaused, From: st.s.Respondent, Text: st.s.Pause.Until.Format(time.DateOnly)})
	}
	st.tell(text, row(quiet(st.word("pause.end"), bPause+"~"+pauseEnd), quiet(st.word("home"), bHome)))
}

// pauseEnd is the morning on which a pause ends; zero where no day was said.
func (st *step) pauseEnd() time.Time {
	if st.s.Pause == nil || st.s.Pause.Until.IsZero() {
		return time.Time{}
	}
	return st.morning(st.s.Pause.Until)
}

// pauseOver tells whether there is no pause, or not any more. At its end the
// person is reminded of what is open.
func (st *step) pauseOver() bool {
	switch end := st.pauseEnd(); {
	case st.s.Pause == nil:
		return true
	case end.IsZero() || st.ev.At.Before(end):
		return false
	}
	st.s.Pause, st.s.Reminded = nil, 0
	st.s.Silence = earlier(st.s.Silence, st.ev.At)
	return true
}

// cameBack ends a pause without a day when the person does something on a later
// one.
func (st *step) cameBack() {
	if p := st.s.Pause; p != nil && p.Until.IsZero() && st.acted() && workday.Civil(st.ev.At).After(workday.Civil(p.Since.In(st.ev.At.Location()))) {
		st.s.Pause = nil
	}
}
