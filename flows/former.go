package flows

import (
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// mostEarlier is how many earlier values stand on a card.
const mostEarlier = 6

// earlierLines shows what was answered at the other moments of the same thing,
// and at those of its former versions, with a visible break between them.
func (st *step) earlierLines(q *form.Question, p form.Place) []Line {
	var lines []Line
	for _, a := range st.d.Others(q, p) {
		lines = append(lines, st.formerLine(a))
	}
	if len(lines) > mostEarlier {
		lines = lines[len(lines)-mostEarlier:]
	}
	if before := st.versionsBefore(p.Path().Parent()); len(before) > 0 {
		lines = append(append(before, Line{Style: Hint, Text: st.word("series.break")}), lines...)
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]Line{{Style: Hint, Text: st.word("series.title")}}, lines...)
}

func (st *step) formerLine(a *form.Answer) Line {
	moment := a.Place.Path()
	return st.ownLine(Bullet, st.pair(st.named(moment), clip(st.d.Show(a, st.lang()), 120)), a)
}

// versionsBefore are the values of the versions that an item goes on from.
func (st *step) versionsBefore(item form.Path) []Line {
	var lines []Line
	for _, v := range st.d.Versions(item) {
		if v == item {
			break
		}
		for _, a := range st.d.Values(v) {
			lines = append(lines, st.formerLine(a))
		}
	}
	if len(lines) > mostEarlier {
		lines = lines[len(lines)-mostEarlier:]
	}
	return lines
}

// formerLines show what was answered in the cycle before.
func (st *step) formerLines(a *form.Answer) []Line {
	if a.Value.IsZero() {
		return nil // it was passed, or left open
	}
	shown := st.d.ShowValue(a.Place, a.Value, st.lang())
	if shown == "" {
		return nil
	}
	return []Line{
		{Style: Hint, Text: st.word("former", "day", form.Day(a.At, st.lang()))},
		st.ownLine(Own, shown, a),
	}
}

// keepRow offers the former answer as it is, where no ticks show it.
func (st *step) keepRow(q *form.Question, p form.Place) []Button {
	a := st.d.Answer(p)
	if a == nil || a.State != form.Past || a.Archived || a.Value.IsZero() || len(st.s.Picks) > 0 || q.Type == form.Repeat {
		return nil
	}
	return row(primary(st.word("former.keep"), data(vKeep, p, "")))
}

// keepFormer answers as in the cycle before.
func (st *step) keepFormer(q *form.Question, p form.Place) {
	a := st.d.Answer(p)
	if a == nil || a.State != form.Past {
		st.askPlace(p)
		return
	}
	st.answer(q, p, a.Value)
}

// readLabel answers what an item's own words say already: "1st quarter 2027"
// is a period.
func (st *step) readLabel(item form.Path) {
	for _, q := range st.script.Questionnaire.Questions() {
		if !q.Reads || len(q.Loop) == 0 || q.Loop[len(q.Loop)-1].ID != st.d.Item(item).Collection {
			continue
		}
		p := form.At(q.ID, item)
		if v, ok := st.readDay(q, st.d.Label(item, st.lang())); ok && st.d.Answer(p) == nil && q.Check(v) == nil {
			st.d.Put(form.Answer{Place: p, State: form.Given, Value: v, Author: st.author(), At: st.ev.At})
		}
	}
}

// readDay reads a period, or a day, out of a text.
func (st *step) readDay(q *form.Question, text string) (form.Value, bool) {
	from, to, ok := parse.Period(text, st.lang(), st.ev.At)
	if ok && q.Type == form.Period {
		return form.Value{Date: from, Until: to}, true
	}
	if day, is := parse.Date(text, st.lang(), st.ev.At); is && q.Type == form.Date {
		return form.Value{Date: day}, true
	}
	return form.Value{Date: from}, ok && q.Type == form.Date
}
