package reminder

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
	"visesbot/flows/workday"
)

// reminders shows the person's rhythm; a press on it changes it in place.
func reminders(t *talk.Turn, change string) {
	if !t.Ways.SettledIn(t) {
		return
	}
	changed := change != "" && changeRhythm(t, change)
	c := flows.Card{Lines: rhythmLines(t), Buttons: rhythmButtons(t)}
	if !changed || t.Session.Settings == "" {
		t.Say(c)
		t.Session.Settings = "c" + strconv.Itoa(t.Session.Cards)
		return
	}
	c.ID, c.Replace, c.Lang, c.Silent = t.Session.Settings, true, t.Lang(), true
	t.Remember(c)
	t.Wishes = append(t.Wishes, flows.Wish{Say: &c})
}

// changeRhythm changes one thing, if there is such a thing.
func changeRhythm(t *talk.Turn, change string) bool {
	r := t.Rhythm()
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
	t.Session.Rhythm = &r
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
func dated(t *talk.Turn) bool { return t.Rhythm().Often == workday.Dated }

func rhythmLines(t *talk.Turn) []flows.Line {
	r := t.Rhythm()
	from, until := r.Open()
	lines := []flows.Line{
		{Style: flows.Heading, Text: t.Word("reminders")},
		{Style: flows.Body, Text: t.Word("reminders.when", "days", DayNames(t), "hour", strconv.Itoa(r.At()))},
		{Style: flows.Body, Text: oftenWords(t, r.Often) + "."},
		{Style: flows.Body, Text: t.Word("reminders.quiet", "from", strconv.Itoa(from), "until", strconv.Itoa(until))},
	}
	switch p := t.Session.Pause; {
	case p != nil && p.Until.IsZero():
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("pause.now.open")})
	case p != nil:
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("pause.now", "day", form.Day(p.Until, t.Lang()))})
	}
	return append(lines, flows.Line{Style: flows.Hint, Text: t.Word("reminders.help")})
}

func oftenWords(t *talk.Turn, o workday.Often) string {
	switch o {
	case workday.Twice:
		return t.Word("reminders.often.twice")
	case workday.Weekly:
		return t.Word("reminders.often.week")
	case workday.Dated:
		return t.Word("reminders.often.dated")
	}
	return t.Word("reminders.often.day")
}

// DayNames are the days on which the person works.
func DayNames(t *talk.Turn) string {
	r := t.Rhythm()
	var days []string
	for day := time.Monday; day <= time.Friday; day++ {
		if r.Works(day) {
			days = append(days, t.Word("weekday."+strconv.Itoa(int(day))))
		}
	}
	if len(days) == 5 {
		return t.Word("weekday.all")
	}
	return strings.Join(days, ", ")
}

func rhythmButtons(t *talk.Turn) [][]flows.Button {
	rows := [][]flows.Button{hourButtons(t), dayButtons(t)}
	rows = append(rows, oftenButtons(t)...)
	rows = append(rows, quietButtons(t))
	pause := talk.Button(t.Word("reminders.pause"), flows.Press(flows.VerbPause))
	if t.Session.Pause != nil {
		pause = talk.Primary(t.Word("pause.end"), flows.Press(flows.VerbPause, pauseEnd))
	}
	return append(rows, talk.Row(pause, talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
}

func hourButtons(t *talk.Turn) (row []flows.Button) {
	for _, h := range hours() {
		n := strconv.Itoa(h)
		row = append(row, flows.Button{Label: t.Word("reminders.at", "hour", n), Data: flows.Press(flows.VerbReminders, "h:"+n), On: t.Rhythm().At() == h})
	}
	return row
}

func dayButtons(t *talk.Turn) (row []flows.Button) {
	for day := time.Monday; day <= time.Friday; day++ {
		n := strconv.Itoa(int(day))
		row = append(row, flows.Button{Label: t.Word("weekday.short." + n), Data: flows.Press(flows.VerbReminders, "d:"+n), On: t.Rhythm().Works(day)})
	}
	return row
}

func oftenButtons(t *talk.Turn) (rows [][]flows.Button) {
	var all []flows.Button
	for _, o := range workday.Oftens() {
		all = append(all, flows.Button{Label: oftenWords(t, o), Data: flows.Press(flows.VerbReminders, "o:"+string(o)), On: t.Rhythm().Often == o})
	}
	return slices.Collect(slices.Chunk(all, 1))
}

func quietButtons(t *talk.Turn) (row []flows.Button) {
	from, until := t.Rhythm().Open()
	for _, w := range windows() {
		label := t.Word("reminders.between", "from", strconv.Itoa(w.from), "until", strconv.Itoa(w.until))
		row = append(row, flows.Button{Label: label, Data: flows.Press(flows.VerbReminders, "q:"+w.name()), On: w == window{from, until}})
	}
	return row
}
