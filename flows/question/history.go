package question

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// mostEarlier is how many earlier values stand on a card.
const mostEarlier = 6

// earlierLines shows what was answered at the other moments of the same thing,
// and at those of its former versions, with a visible break between them.
func earlierLines(t *talk.Turn, q *form.Question, p form.Place) []flows.Line {
	var lines []flows.Line
	for _, a := range t.Dossier.Others(q, p) {
		lines = append(lines, earlierLine(t, a))
	}
	if len(lines) > mostEarlier {
		lines = lines[len(lines)-mostEarlier:]
	}
	if before := versionsBefore(t, p.Path().Parent()); len(before) > 0 {
		lines = append(append(before, flows.Line{Style: flows.Hint, Text: t.Word("series.break")}), lines...)
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]flows.Line{{Style: flows.Hint, Text: t.Word("series.title")}}, lines...)
}

func earlierLine(t *talk.Turn, a *form.Answer) flows.Line {
	moment := a.Place.Path()
	return ownLine(t, flows.Bullet, t.Pair(t.Named(moment), talk.Clip(t.Dossier.Show(a, t.Lang()), 120)), a)
}

// versionsBefore are the values of the versions that an item goes on from.
func versionsBefore(t *talk.Turn, item form.Path) []flows.Line {
	var lines []flows.Line
	for _, v := range t.Dossier.Versions(item) {
		if v == item {
			break
		}
		for _, a := range t.Dossier.Values(v) {
			lines = append(lines, earlierLine(t, a))
		}
	}
	if len(lines) > mostEarlier {
		lines = lines[len(lines)-mostEarlier:]
	}
	return lines
}

// beforeLines show what was answered in the cycle before.
func beforeLines(t *talk.Turn, a *form.Answer) []flows.Line {
	if a.Value.IsZero() {
		return nil // it was passed, or left open
	}
	shown := t.Dossier.ShowValue(a.Place, a.Value, t.Lang())
	if shown == "" {
		return nil
	}
	return []flows.Line{
		{Style: flows.Hint, Text: t.Word("former", "day", form.Day(a.At, t.Lang()))},
		ownLine(t, flows.Own, shown, a),
	}
}

// keepRow offers the former answer as it is, where no ticks show it.
func keepRow(t *talk.Turn, q *form.Question, p form.Place) []flows.Button {
	a := t.Dossier.Answer(p)
	if a == nil || a.State != form.Past || a.Archived || a.Value.IsZero() || len(t.Session.Picks) > 0 || q.Type == form.Repeat {
		return nil
	}
	return talk.Row(talk.Primary(t.Word("former.keep"), flows.PressAt(flows.AtKeep, p, "")))
}

// keepEarlier answers as in the cycle before.
func keepEarlier(t *talk.Turn, q *form.Question, p form.Place) {
	a := t.Dossier.Answer(p)
	if a == nil || a.State != form.Past {
		AskPlace(t, p)
		return
	}
	answer(t, q, p, a.Value)
}

// readLabel answers what an item's own words say already: "1st quarter 2027"
// is a period.
func readLabel(t *talk.Turn, item form.Path) {
	for _, q := range t.Script.Questionnaire.Questions() {
		if !q.Reads || len(q.Loop) == 0 || q.Loop[len(q.Loop)-1].ID != t.Dossier.Item(item).Collection {
			continue
		}
		p := form.At(q.ID, item)
		if v, ok := readDay(t, q, t.Dossier.Label(item, t.Lang())); ok && t.Dossier.Answer(p) == nil && q.Check(v) == nil {
			t.Dossier.Put(form.Answer{Place: p, State: form.Given, Value: v, Author: t.Author(), At: t.Event.At})
		}
	}
}

// readDay reads a period, or a day, out of a text.
func readDay(t *talk.Turn, q *form.Question, text string) (form.Value, bool) {
	from, to, ok := parse.Period(text, t.Lang(), t.Event.At)
	if ok && q.Type == form.Period {
		return form.Value{Date: from, Until: to}, true
	}
	if day, is := parse.Date(text, t.Lang(), t.Event.At); is && q.Type == form.Date {
		return form.Value{Date: day}, true
	}
	return form.Value{Date: from}, ok && q.Type == form.Date
}
