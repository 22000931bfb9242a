package flows

import (
	"slices"
	"strconv"

	"visesbot/flows/form"
)

// How much of the calendar stands on one card.
const (
	calendarPage = 8 // moments that can be answered
	calendarSoon = 6 // moments to come
)

// calendar shows what is to be collected: what is due, what was missed and can
// still be answered, and what comes.
func (st *step) calendar(page string) {
	if !st.mayAnswer() {
		st.consentFirst()
		return
	}
	all := st.moments()
	if len(all) == 0 {
		st.tell(st.word("calendar.none"), st.goHome())
		return
	}
	open := slices.DeleteFunc(slices.Clone(all), func(m form.Dated) bool { return m.Fate != form.DueNow && m.Fate != form.Missed })
	n, _ := strconv.Atoi(page)
	n = max(0, min(n, (len(open)-1)/calendarPage))
	shown := open[n*calendarPage : min(len(open), (n+1)*calendarPage)]
	lines := []Line{{Style: Heading, Text: st.word("calendar.title")}}
	lines = append(lines, st.momentLines(st.word("calendar.due"), shown, form.DueNow)...)
	lines = append(lines, st.momentLines(st.word("calendar.missed"), shown, form.Missed)...)
	lines = append(lines, st.comingLines(all)...)
	if done := countFate(all, form.Collected); done > 0 {
		lines = append(lines, Line{Style: Hint, Text: st.word("calendar.done", "n", strconv.Itoa(done), "all", strconv.Itoa(len(all)))})
	}
	st.say(Card{Lines: lines, Buttons: st.calendarButtons(shown, n, len(open))})
}

// moments are those of every calendar, by the day they are due.
func (st *step) moments() []form.Dated {
	var all []form.Dated
	for _, plan := range st.plans() {
		all = append(all, st.d.Moments(plan.Place)...)
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
func (st *step) momentLines(title string, all []form.Dated, fate form.Fate) []Line {
	var lines []Line
	for _, m := range all {
		if m.Fate == fate {
			lines = append(lines, Line{Style: Bullet, Text: st.momentLine(m)})
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]Line{{Style: Body, Text: title}}, lines...)
}

// comingLines are the next moments to come.
func (st *step) comingLines(all []form.Dated) []Line {
	coming := slices.DeleteFunc(slices.Clone(all), func(m form.Dated) bool { return m.Fate != form.ToCome || !st.d.Collecting(m.Place) })
	return st.momentLines(st.word("calendar.next"), coming[:min(len(coming), calendarSoon)], form.ToCome)
}

func (st *step) momentLine(m form.Dated) string {
	return st.word("calendar.line", "day", form.Day(m.Due, st.lang()), "what", st.collected(m), "moment", m.Name(st.lang()), "who", st.keeperOf(m.Place))
}

// collected names what is collected at a moment: the item its calendar stands in.
func (st *step) collected(m form.Dated) string {
	return st.namedWithin(m.Place.Path(), 60)
}

// keeperOf names who sees to a calendar.
func (st *step) keeperOf(p form.Place) string {
	at := slices.IndexFunc(st.plans(), func(plan form.Plan) bool { return plan.Place == p })
	if at < 0 || st.plans()[at].Who == "" {
		return st.word("colleague")
	}
	return st.d.Label(form.Path(st.plans()[at].Who), st.lang())
}

func (st *step) calendarButtons(shown []form.Dated, page, open int) [][]Button {
	var rows [][]Button
	for _, m := range shown {
		if !outsideRole(st.s.Role) {
			rows = append(rows, row(button(st.collected(m)+", "+m.Name(st.lang()), data(vMoment, m.Place, m.Item.ID()))))
		}
	}
	var turn []Button
	if page > 0 {
		turn = append(turn, quiet("‹ "+st.word("page.before"), bCalendar+"~"+strconv.Itoa(page-1)))
	}
	if (page+1)*calendarPage < open {
		turn = append(turn, quiet(st.word("page.after")+" ›", bCalendar+"~"+strconv.Itoa(page+1)))
	}
	if len(turn) > 0 {
		rows = append(rows, turn)
	}
	return append(rows, st.goHome())
}

// takeMoment asks about a moment of the calendar, also one that was missed.
func (st *step) takeMoment(q *form.Question, p form.Place, id string) {
	item := p.Path().Join(id)
	it := st.d.Item(item)
	switch {
	case it == nil || it.Moment == nil || !st.d.May(st.free(), q, p.Path()):
		st.calendar("")
		return
	case st.d.IsClosed(q.Phase.ID):
		st.askReopen(q, p)
		return
	case it.Archived:
		st.d.Restore(item, st.author())
	}
	if at, open := st.d.OpenOf(st.free(), item); open {
		st.askPlace(at)
		return
	}
	st.calendar("")
}
