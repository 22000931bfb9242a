package reminder

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// How long a reminder can be put off with one press.
const (
	snoozeHour = "1h"
	snoozeDay  = "1d"
	snoozeWeek = "7d"
	snoozeDate = "date"
)

// sayReminder says why the bot writes, with the ways to put it off.
func sayReminder(t *talk.Turn, text string, lines ...flows.Line) {
	t.Say(flows.Card{Lines: append([]flows.Line{{Style: flows.Body, Text: text}}, lines...), Buttons: snoozeRows(t)})
}

func snoozeRows(t *talk.Turn) [][]flows.Button {
	return [][]flows.Button{talk.Row(
		talk.Quiet(t.Word("snooze.hour"), flows.Press(flows.VerbSnooze, snoozeHour)),
		talk.Quiet(t.Word("later.1"), flows.Press(flows.VerbSnooze, snoozeDay)),
		talk.Quiet(t.Word("later.7"), flows.Press(flows.VerbSnooze, snoozeWeek)),
		talk.Quiet(t.Word("snooze.date"), flows.Press(flows.VerbSnooze, snoozeDate)))}
}

// snooze puts the last reminder off. A button of an older one puts off the last
// one too: there is never more than one.
func snooze(t *talk.Turn, until string) {
	if !t.MayAnswer() {
		t.Ways.Home(t)
		return
	}
	switch until {
	case snoozeHour:
		snoozed(t, atPreferredHour(t, t.Event.At.Add(time.Hour)))
	case snoozeDay:
		snoozed(t, t.Morning(t.Event.At.AddDate(0, 0, 1)))
	case snoozeWeek:
		snoozed(t, t.Morning(t.Event.At.AddDate(0, 0, 7)))
	default:
		askDay(t, flows.Expects{Kind: flows.ExpectSnooze}, t.Word("snooze.ask", "example", someDay(t)))
	}
}

// snoozed says when the reminder comes again.
func snoozed(t *talk.Turn, at time.Time) {
	t.ExpectNothing()
	promise(t, at, t.Session.Thing)
	text := t.Word("later.ok", "day", form.Day(at, t.Lang()))
	if day := form.Day(t.Event.At, t.Lang()); form.Day(at, t.Lang()) == day {
		text = t.Word("snooze.at", "time", at.Format("15:04"))
	}
	t.Tell(text, talk.Row(talk.Quiet(t.Word("goon"), flows.Press(flows.VerbGo))))
}

// askDay asks for a day, and says what for.
func askDay(t *talk.Turn, e flows.Expects, ask string) {
	t.Expect(e)
	t.Ask(flows.Card{
		Input:   flows.DateInput,
		Lines:   []flows.Line{{Style: flows.Heading, Text: ask}},
		Buttons: [][]flows.Button{t.GoHome()},
	})
}

// someDay is an example of a day to come.
func someDay(t *talk.Turn) string { return form.Day(t.Event.At.AddDate(0, 0, 12), t.Lang()) }

// dayToCome reads a day after today. What is none is asked again, with an
// example, for the same.
func dayToCome(t *talk.Turn, e flows.Expects) (time.Time, bool) {
	v, ok := t.ReadDate()
	if ok && dayAfter(v.Date, t.Event.At) {
		return v.Date, true
	}
	t.KeepDraft()
	askDay(t, e, t.Word("snooze.again", "example", someDay(t)))
	return time.Time{}, false
}

func dayAfter(day, now time.Time) bool {
	return day.Format(time.DateOnly) > now.Format(time.DateOnly) && day.Year() < now.Year()+10
}

// readSnooze takes the day to come back.
func readSnooze(t *talk.Turn, _, _ string) {
	if day, ok := dayToCome(t, flows.Expects{Kind: flows.ExpectSnooze}); ok {
		snoozed(t, t.Morning(day))
	}
}

// readPause takes the day on which a pause ends.
func readPause(t *talk.Turn, _, _ string) {
	if day, ok := dayToCome(t, flows.Expects{Kind: flows.ExpectPause}); ok {
		paused(t, day)
	}
}
