package cycle

import (
	"slices"
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// How much of the calendar stands on one card.
const (
	calendarPage = 8 // moments that can be answered
	calendarSoon = 6 // moments to come
)

// calendar shows what is to be collected: what is due, what was missed and can
// still be answered, and what comes.
func calendar(t *talk.Turn, page string) {
	if !t.MayAnswer() {
		t.Ways.ConsentFirst(t)
		return
	}
	all := moments(t)
	if len(all) == 0 {
		t.Tell(t.Word("calendar.none"), t.GoHome())
		return
	}
	open := slices.DeleteFunc(slices.Clone(all), func(m form.Dated) bool { return m.Fate != form.DueNow && m.Fate != form.Missed })
	n, _ := strconv.Atoi(page)
	n = max(0, min(n, (len(open)-1)/calendarPage))
	shown := open[n*calendarPage : min(len(open), (n+1)*calendarPage)]
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("calendar.title")}}
	lines = append(lines, momentLines(t, t.Word("calendar.due"), shown, form.DueNow)...)
	lines = append(lines, momentLines(t, t.Word("calendar.missed"), shown, form.Missed)...)
	lines = append(lines, comingLines(t, all)...)
	if done := countFate(all, form.Collected); done > 0 {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("calendar.done", "n", strconv.Itoa(done), "all", strconv.Itoa(len(all)))})
	}
	t.Say(flows.Card{Lines: lines, Buttons: calendarButtons(t, shown, n, len(open))})
}

// moments are those of every calendar, by the day they are due.
func moments(t *talk.Turn) []form.Dated {
	var all []form.Dated
	for _, plan := range t.Plans() {
		all = append(all, t.Dossier.Moments(plan.Place)...)
	}
	slices.SortStableFunc(all, func(a, b form.Dated) int { return a.Due.Compare(b.Due) })
	return all
}

func countFate(all []form.Dated, fate form.Fate) (n int) {
	for _, m := range all {
		if m.Fate == fate {
			n++
		}
	}
	return n
}

// momentLines are the moments of one fate, below a title.
func momentLines(t *talk.Turn, title string, all []form.Dated, fate form.Fate) []flows.Line {
	var lines []flows.Line
	for _, m := range all {
		if m.Fate == fate {
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: momentLine(t, m)})
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]flows.Line{{Style: flows.Body, Text: title}}, lines...)
}

// comingLines are the next moments to come.
func comingLines(t *talk.Turn, all []form.Dated) []flows.Line {
	coming := slices.DeleteFunc(slices.Clone(all), func(m form.Dated) bool { return m.Fate != form.ToCome || !t.Dossier.Collecting(m.Place) })
	return momentLines(t, t.Word("calendar.next"), coming[:min(len(coming), calendarSoon)], form.ToCome)
}

func momentLine(t *talk.Turn, m form.Dated) string {
	return t.Word("calendar.line", "day", form.Day(m.Due, t.Lang()), "what", collected(t, m), "moment", m.Name(t.Lang()), "who", keeperOf(t, m.Place))
}

// collected names what is collected at a moment: the item its calendar stands in.
func collected(t *talk.Turn, m form.Dated) string {
	return t.NamedWithin(m.Place.Path(), 60)
}

// keeperOf names who sees to a calendar.
func keeperOf(t *talk.Turn, p form.Place) string {
	at := slices.IndexFunc(t.Plans(), func(plan form.Plan) bool { return plan.Place == p })
	if at < 0 || t.Plans()[at].Who == "" {
		return t.Word("colleague")
	}
	return t.Dossier.Label(form.Path(t.Plans()[at].Who), t.Lang())
}

func calendarButtons(t *talk.Turn, shown []form.Dated, page, open int) [][]flows.Button {
	var rows [][]flows.Button
	for _, m := range shown {
		if !flows.OutsideRole(t.Session.Role) {
			rows = append(rows, talk.Row(talk.Button(collected(t, m)+", "+m.Name(t.Lang()), flows.PressAt(flows.AtMoment, m.Place, m.Item.ID()))))
		}
	}
	var turn []flows.Button
	if page > 0 {
		turn = append(turn, talk.Quiet("‹ "+t.Word("page.before"), flows.Press(flows.VerbCalendar, strconv.Itoa(page-1))))
	}
	if (page+1)*calendarPage < open {
		turn = append(turn, talk.Quiet(t.Word("page.after")+" ›", flows.Press(flows.VerbCalendar, strconv.Itoa(page+1))))
	}
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	return append(rows, t.GoHome())
}

// takeMoment asks about a moment of the calendar, also one that was missed.
func takeMoment(t *talk.Turn, q *form.Question, p form.Place, id string) {
	item := p.Path().Join(id)
	it := t.Dossier.Item(item)
	switch {
	case it == nil || it.Moment == nil || !t.Dossier.May(t.Free(), q, p.Path()):
		calendar(t, "")
		return
	case t.Dossier.IsClosed(q.Phase.ID):
		t.Ways.AskReopen(t, q, p)
		return
	case it.Archived:
		t.Dossier.Restore(item, t.Author())
	}
	if at, open := t.Dossier.OpenOf(t.Free(), item); open {
		t.Ways.AskPlace(t, at)
		return
	}
	calendar(t, "")
}
