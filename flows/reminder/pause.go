package reminder

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
	"visesbot/flows/workday"
)

const (
	pauseWeek  = "7"
	pauseMonth = "30"
	pauseDate  = "date"
	pauseOpen  = "open"
	pauseEnd   = "end"
)

// longPause is how long a pause may be without those who accompany being told.
const longPause = 30 * 24 * time.Hour

// pause asks for how long, or begins or ends it.
func pause(t *talk.Turn, how string) {
	switch how {
	case pauseWeek:
		paused(t, t.Event.At.AddDate(0, 0, 7))
	case pauseMonth:
		paused(t, t.Event.At.AddDate(0, 0, 30))
	case pauseOpen:
		paused(t, time.Time{})
	case pauseDate:
		askDay(t, flows.Expects{Kind: flows.ExpectPause}, t.Word("pause.until.ask", "example", someDay(t)))
	case pauseEnd:
		t.Session.Pause = nil
		reminders(t, "")
	default:
		askPause(t)
	}
}

func askPause(t *talk.Turn) {
	press := func(word, how string) flows.Button {
		return talk.Button(t.Word(word), flows.Press(flows.VerbPause, how))
	}
	t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("pause.ask")}}, Buttons: [][]flows.Button{
		talk.Row(press("pause.7", pauseWeek), press("pause.30", pauseMonth)),
		talk.Row(press("pause.date", pauseDate), press("pause.open", pauseOpen)),
		talk.Row(talk.Quiet(t.Word("reminders"), flows.Press(flows.VerbReminders)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))),
	}})
}

// paused begins a pause until the morning of a day, or until the person comes
// back.
func paused(t *talk.Turn, until time.Time) {
	t.ExpectNothing()
	promise(t, time.Time{}, "")
	t.Session.Pause = &flows.Pause{Since: t.Event.At}
	text := t.Word("pause.open.ok")
	if !until.IsZero() {
		t.Session.Pause.Until = workday.Civil(until)
		text = t.Word("pause.ok", "day", form.Day(t.Session.Pause.Until, t.Lang()))
	}
	if endOfPause(t).Sub(t.Event.At) > longPause+24*time.Hour {
		t.Session.Pause.Told = true
		notifyKept(t, flows.Note{Kind: flows.NotePaused, From: t.Session.Respondent, Text: t.Session.Pause.Until.Format(time.DateOnly)})
	}
	t.Tell(text, talk.Row(talk.Quiet(t.Word("pause.end"), flows.Press(flows.VerbPause, pauseEnd)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
}

// endOfPause is the morning on which a pause ends; zero where no day was said.
func endOfPause(t *talk.Turn) time.Time {
	if t.Session.Pause == nil || t.Session.Pause.Until.IsZero() {
		return time.Time{}
	}
	return t.Morning(t.Session.Pause.Until)
}

// pauseOver tells whether there is no pause, or not any more. At its end the
// person is reminded of what is open.
func pauseOver(t *talk.Turn) bool {
	switch end := endOfPause(t); {
	case t.Session.Pause == nil:
		return true
	case end.IsZero() || t.Event.At.Before(end):
		return false
	}
	t.Session.Pause, t.Session.Reminded = nil, 0
	t.Session.Silence = earlier(t.Session.Silence, t.Event.At)
	return true
}

// CameBack ends a pause without a day when the person does something on a later
// one.
func CameBack(t *talk.Turn) {
	if p := t.Session.Pause; p != nil && p.Until.IsZero() && acted(t) && workday.Civil(t.Event.At).After(workday.Civil(p.Since.In(t.Event.At.Location()))) {
		t.Session.Pause = nil
	}
}
