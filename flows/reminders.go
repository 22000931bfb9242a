package flows

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/flows/form"
	"visesbot/flows/workday"
)

// bReminders shows when the person is written to unasked, or changes it: "h"
// and an hour, "d" and a day of the week, "o" and how often, "q" and two hours.
const bReminders = "reminders"

// reminders shows the person's rhythm; a press on it changes it in place.
func (st *step) reminders(change string) {
	if !st.settledIn() {
		return
	}
	changed := change != "" && st.changeRhythm(change)
	c := Card{Lines: st.rhythmLines(), Buttons: st.rhythmButtons()}
	if !changed || st.s.Settings == "" {
		st.say(c)
		st.s.Settings = "c" + strconv.Itoa(st.s.Cards)
		return
	}
	c.ID, c.Replace, c.Lang, c.Silent = st.s.Settings, true, st.lang(), true
	st.remember(c)
	st.wishes = append(st.wishes, Wish{Say: &c})
}

// changeRhythm changes one thing, if there is such a thing.
func (st *step) changeRhythm(change string) bool {
	r := st.rhythm()
	r.Off = slices.Clone(r.Off)
	what, to, _ := strings.Cut(change, ":")
	switch n, err := strconv.Atoi(to); {
	case what == "h" && err == nil && slices.Contains(hours(), n):
		r.Hour = n
	case what == "d" && err == nil && n >= int(time.Monday) && n <= int(time.Friday):
		r = toggled(r, time.Weekday(n))
	case what == "o" && slices.Contains(workday.Oftens(), workday.Often(to)):
		r.Often = workday.Often(to)
	case what == "q" && slices.ContainsFunc(windows(), func(w window) bool { return w.name() == to }):
		i := slices.IndexFunc(windows(), func(w window) bool { return w.name() == to })
		r.From, r.Until = windows()[i].from, windows()[i].until
	default:
		return false
	}
	st.s.Rhythm = &r
	return true
}

// toggled ticks a day or takes its tick away; the last one stays.
func toggled(r workday.Rhythm, day time.Weekday) workday.Rhythm {
	if i := slices.Index(r.Off, day); i >= 0 {
		r.Off = slices.Delete(r.Off, i, i+1)
		return r
	}
	if len(r.Off) < 4 {
		r.Off = append(r.Off, day)
		slices.Sort(r.Off)
	}
	return r
}

// hours are those of which one is liked best.
func hours() []int { return []int{9, 12, 17} }

// window is when something may be said: outside the quiet hours.
type window struct{ from, until int }

func (w window) name() string { return strconv.Itoa(w.from) + "-" + strconv.Itoa(w.until) }

func windows() []window { return []window{{8, 20}, {9, 18}, {7, 22}} }

// dated tells whether the person wants to hear only of what has a date.
func (st *step) dated() bool { return st.rhythm().Often == workday.Dated }

func (st *step) rhythmLines() []Line {
	r := st.rhythm()
	from, until := r.Open()
	lines := []Line{
		{Style: Heading, Text: st.word("reminders")},
		{Style: Body, Text: st.word("reminders.when", "days", st.dayNames(), "hour", strconv.Itoa(r.At()))},
		{Style: Body, Text: st.oftenWords(r.Often) + "."},
		{Style: Body, Text: st.word("reminders.quiet", "from", strconv.Itoa(from), "until", strconv.Itoa(until))},
	}
	switch p := st.s.Pause; {
	case p != nil && p.Until.IsZero():
		lines = append(lines, Line{Style: Body, Text: st.word("pause.now.open")})
	case p != nil:
		lines = append(lines, Line{Style: Body, Text: st.word("pause.now", "day", form.Day(p.Until, st.lang()))})
	}
	return append(lines, Line{Style: Hint, Text: st.word("reminders.help")})
}

func (st *step) oftenWords(o workday.Often) string {
	switch o {
	case workday.Twice:
		return st.word("reminders.often.twice")
	case workday.Weekly:
		return st.word("reminders.often.week")
	case workday.Dated:
		return st.word("reminders.often.dated")
	}
	return st.word("reminders.often.day")
}

// dayNames are the days on which the person works.
func (st *step) dayNames() string {
	r := st.rhythm()
	var days []string
	for day := time.Monday; day <= time.Friday; day++ {
		if r.Works(day) {
			days = append(days, st.word("weekday."+strconv.Itoa(int(day))))
		}
	}
	if len(days) == 5 {
		return st.word("weekday.all")
	}
	return strings.Join(days, ", ")
}

func (st *step) rhythmButtons() [][]Button {
	rows := [][]Button{st.hourButtons(), st.dayButtons()}
	rows = append(rows, st.oftenButtons()...)
	rows = append(rows, st.quietButtons())
	pause := button(st.word("reminders.pause"), bPause)
	if st.s.Pause != nil {
		pause = primary(st.word("pause.end"), bPause+"~"+pauseEnd)
	}
	return append(rows, row(pause, quiet(st.word("home"), bHome)))
}

func (st *step) hourButtons() (row []Button) {
	for _, h := range hours() {
		n := strconv.Itoa(h)
		row = append(row, Button{Label: st.word("reminders.at", "hour", n), Data: bReminders + "~h:" + n, On: st.rhythm().At() == h})
	}
	return row
}

func (st *step) dayButtons() (row []Button) {
	for day := time.Monday; day <= time.Friday; day++ {
		n := strconv.Itoa(int(day))
		row = append(row, Button{Label: st.word("weekday.short." + n), Data: bReminders + "~d:" + n, On: st.rhythm().Works(day)})
	}
	return row
}

func (st *step) oftenButtons() (rows [][]Button) {
	var all []Button
	for _, o := range workday.Oftens() {
		all = append(all, Button{Label: st.oftenWords(o), Data: bReminders + "~o:" + string(o), On: st.rhythm().Often == o})
	}
	return slices.Collect(slices.Chunk(all, 1))
}

func (st *step) quietButtons() (row []Button) {
	from, until := st.rhythm().Open()
	for _, w := range windows() {
		label := st.word("reminders.between", "from", strconv.Itoa(w.from), "until", strconv.Itoa(w.until))
		row = append(row, Button{Label: label, Data: bReminders + "~q:" + w.name(), On: w == window{from, until}})
	}
	return row
}
