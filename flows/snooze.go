package flows

import (
	"strings"
	"time"

	"visesbot/flows/form"
)

// bSnooze puts a reminder off: an hour, a day, a week, or until a date.
const bSnooze = "snooze"

// How long a reminder can be put off with one press.
const (
	snoozeHour = "1h"
	snoozeDay  = "1d"
	snoozeWeek = "7d"
	snoozeDate = "date"
)

// asideSnooze: what is typed next is the day to come back.
const asideSnooze = "snooze"

// sayReminder says why the bot writes, with the ways to put it off.
func (st *step) sayReminder(text string, lines ...Line) {
	st.say(Card{Lines: append([]Line{{Style: Body, Text: text}}, lines...), Buttons: st.snoozeRows()})
}

func (st *step) snoozeRows() [][]Button {
	return [][]Button{row(
		quiet(st.word("snooze.hour"), bSnooze+"~"+snoozeHour),
		quiet(st.word("later.1"), bSnooze+"~"+snoozeDay),
		quiet(st.word("later.7"), bSnooze+"~"+snoozeWeek),
		quiet(st.word("snooze.date"), bSnooze+"~"+snoozeDate))}
}

// snooze puts the last reminder off. A button of an older one puts off the last
// one too: there is never more than one.
func (st *step) snooze(until string) {
	if !st.mayAnswer() {
		st.home()
		return
	}
	switch until {
	case snoozeHour:
		st.snoozed(st.gently(st.ev.At.Add(time.Hour)))
	case snoozeDay:
		st.snoozed(st.morning(st.ev.At.AddDate(0, 0, 1)))
	case snoozeWeek:
		st.snoozed(st.morning(st.ev.At.AddDate(0, 0, 7)))
	default:
		st.askDay(asideSnooze, st.word("snooze.ask", "example", st.someDay()))
	}
}

// snoozed says when the reminder comes again.
func (st *step) snoozed(at time.Time) {
	st.s.Asked = ""
	st.promise(at, st.s.Thing)
	text := st.word("later.ok", "day", form.Day(at, st.lang()))
	if day := form.Day(st.ev.At, st.lang()); form.Day(at, st.lang()) == day {
		text = st.word("snooze.at", "time", at.Format("15:04"))
	}
	st.tell(text, row(quiet(st.word("goon"), bGo)))
}

// askDay asks for a day, for an aside.
func (st *step) askDay(aside, ask string) {
	st.s.Asked = aside
	st.ask(Card{
		Input:   DateInput,
		Lines:   []Line{{Style: Heading, Text: ask}},
		Buttons: [][]Button{st.goHome()},
	})
}

// someDay is an example of a day to come.
func (st *step) someDay() string { return form.Day(st.ev.At.AddDate(0, 0, 12), st.lang()) }

// dayToCome reads a day after today. What is none is asked again, with an
// example, for the same aside.
func (st *step) dayToCome(aside string) (time.Time, bool) {
	v, ok := st.readDate()
	if ok && dayAfter(v.Date, st.ev.At) {
		return v.Date, true
	}
	st.keepDraft()
	st.askDay(aside, st.word("snooze.again", "example", st.someDay()))
	return time.Time{}, false
}

func dayAfter(day, now time.Time) bool {
	return day.Format(time.DateOnly) > now.Format(time.DateOnly) && day.Year() < now.Year()+10
}

// readDayAside takes what was typed for a day that was asked for, and tells
// whether it was.
func (st *step) readDayAside(aside string) bool {
	place, moves := strings.CutPrefix(aside, asideMove)
	switch {
	case moves:
		st.moved(form.Place(place))
	case aside == asideSnooze:
		if day, ok := st.dayToCome(aside); ok {
			st.snoozed(st.morning(day))
		}
	case aside == asidePause:
		if day, ok := st.dayToCome(aside); ok {
			st.paused(day)
		}
	default:
		return false
	}
	return true
}
