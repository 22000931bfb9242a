package question

import (
	"strings"
	"unicode/utf8"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// ReadAnswer understands what was typed as the answer to the question on the
// table.
func ReadAnswer(t *talk.Turn) {
	q := t.Asking()
	if talk.SameWords(t.Event.Text, strings.TrimPrefix(t.Word("more"), "⋯ ")) {
		offerWays(t, q, "")
		return
	}
	if q.Type == form.Repeat {
		readEntries(t, q)
		return
	}
	if isRecord(t, q) {
		again(t, q, t.Dossier.Text(q.Bare, t.Session.Place, t.Lang()))
		return
	}
	v, ok := read(t, q)
	if !ok && (whichMeant(t, q) || noneChosen(t, q) || readSome(t, q)) {
		return
	}
	if !ok {
		notUnderstood(t, q)
		return
	}
	answer(t, q, t.Session.Place, v)
}

// longFigure is how many characters somebody types for one figure.
const longFigure = 60

// isRecord tells whether a list, a document or a story came where one figure is
// asked. It may be about people: it is not even kept as a draft.
func isRecord(t *talk.Turn, q *form.Question) bool {
	if q.Bare.Empty() {
		return false
	}
	return len(t.Event.Files) > 0 || len(parse.Lines(t.Event.Text)) > 1 || utf8.RuneCountInString(t.Event.Text) > longFigure
}

// read turns what was typed, or sent, into a value.
func read(t *talk.Turn, q *form.Question) (form.Value, bool) {
	switch q.Type {
	case form.Number:
		return readNumber(t, q)
	case form.Money:
		n, ok := parse.Money(t.Event.Text, t.Lang())
		return form.Value{Number: &n}, ok
	case form.Scale5:
		n, ok := parse.Scale(t.Event.Text, t.Lang(), 1, 5)
		f := float64(n)
		return form.Value{Number: &f}, ok
	case form.Date:
		return t.ReadDate()
	case form.Period:
		from, to, ok := parse.Period(t.Event.Text, t.Lang(), t.Event.At)
		return form.Value{Date: from, Until: to}, ok
	case form.FileType:
		return form.Value{Files: t.Event.Files}, len(t.Event.Files) > 0
	case form.ShortTxt, form.LongTxt:
		return readText(t, q)
	}
	return readChoices(t, q)
}

// readText takes a text, or where a long one is asked for a voice note.
func readText(t *talk.Turn, q *form.Question) (form.Value, bool) {
	text, problem := parse.Clean(strings.TrimSpace(t.Event.Text))
	if q.Type == form.LongTxt && len(t.Event.Files) > 0 {
		return form.Value{Text: text, Files: t.Event.Files}, true
	}
	if problem == parse.Empty {
		return form.Value{}, false
	}
	return form.Value{Text: text}, true
}

func readChoices(t *talk.Turn, q *form.Question) (form.Value, bool) {
	if q.Type == form.YesNo || q.Type == form.Consent {
		if yes, ok := parse.YesNo(t.Event.Text, t.Lang()); ok {
			return form.Value{Choices: []string{yesNoID(yes)}}, true
		}
	}
	ids, rest := parse.Choices(t.Event.Text, t.Lang(), Options(t, q, t.Session.Place))
	if n, _, ok := parse.Number(t.Event.Text, t.Lang()); q.None && len(ids) == 0 && ok && n == 0 {
		return form.Value{}, true // "aucun", "geen", "none"
	}
	if len(ids) == 0 || len(rest) > 0 || q.Most() == 1 && len(ids) > 1 {
		return form.Value{}, false
	}
	return form.Value{Choices: ids}, true
}

// noneChosen says that one is needed, where nobody may choose none.
func noneChosen(t *talk.Turn, q *form.Question) bool {
	n, _, ok := parse.Number(t.Event.Text, t.Lang())
	if !ok || n != 0 || talk.IsFigure(t.Event.Text) || q.Type != form.Multi && q.Type != form.Rank && q.Type != form.Ref {
		return false
	}
	t.KeepDraft()
	again(t, q, t.Word("refused."+form.TooFew, "n", "1"))
	return true
}

// readSome ticks the choices that were understood, and tells which were not.
func readSome(t *talk.Turn, q *form.Question) bool {
	if q.Type != form.Multi && q.Type != form.Rank && q.Type != form.Ref || q.Most() == 1 {
		return false
	}
	ids, rest := parse.Choices(t.Event.Text, t.Lang(), Options(t, q, t.Session.Place))
	if most := q.Most(); len(ids) == 0 || most > 0 && len(ids) > most {
		return false
	}
	t.KeepDraft()
	t.Session.Picks = ids
	c := questionCard(t, q, t.Session.Place)
	c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: t.Word("again.part", "text", strings.Join(rest, ", "))})
	t.Ask(c)
	return true
}

func yesNoID(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// readNumber reads a number and, where the question has units, which one.
func readNumber(t *talk.Turn, q *form.Question) (form.Value, bool) {
	n, unit, ok := parse.Number(t.Event.Text, t.Lang())
	if !ok {
		return form.Value{}, false
	}
	return counted(t, q, n, unit)
}

// counted is a number in a unit of the question.
func counted(t *talk.Turn, q *form.Question, n float64, unit string) (form.Value, bool) {
	v := form.Value{Number: &n}
	if len(q.Units) == 0 {
		if q.Unit != "" {
			v.Unit = unit
		}
		return v, true
	}
	v.Unit = q.Units[0].ID
	if unit == "" {
		return v, true
	}
	ids, rest := parse.Choices(unit, t.Lang(), unitOptions(t, q))
	if len(ids) != 1 || len(rest) > 0 {
		return v, false
	}
	v.Unit = ids[0]
	return v, true
}

func unitOptions(t *talk.Turn, q *form.Question) []parse.Option {
	var out []parse.Option
	for _, u := range q.Units {
		also := append([]string{u.ID, u.Text.FR, u.Text.NL, u.Text.EN}, u.Also...)
		out = append(out, parse.Option{ID: u.ID, Label: u.Text.In(t.Lang()), Also: also})
	}
	return out
}

// notUnderstood asks again with an example, twice; then it offers every way on.
// What was typed is kept.
func notUnderstood(t *talk.Turn, q *form.Question) {
	if len(t.Event.Files) > 0 {
		again(t, q, t.Word("again.file"))
		return
	}
	t.KeepDraft()
	t.Session.Tries++
	if t.Session.Tries > 2 {
		offerWays(t, q, t.Word("again.ways"))
		return
	}
	again(t, q, t.Word("again"))
}

// again shows the question once more, with a reason and an example.
func again(t *talk.Turn, q *form.Question, reason string) {
	lines := []flows.Line{
		{Style: flows.Body, Text: reason},
		{Style: flows.Heading, Text: t.ShortText(q, t.Session.Place)},
	}
	if ex := example(t, q); ex != "" {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("example", "example", ex)})
	}
	t.Ask(flows.Card{
		Lines: lines, Input: InputOf(q),
		Buttons: append(answerButtons(t, q, t.Session.Place), navigation(t, q, t.Session.Place)),
	})
}

// example is an answer that would be understood.
func example(t *talk.Turn, q *form.Question) string {
	if !q.Example.Empty() {
		return t.Dossier.Text(q.Example, t.Session.Place, t.Lang())
	}
	if offered := Options(t, q, t.Session.Place); len(offered) > 0 {
		return "1 · " + offered[0].Label
	}
	return t.Script.Words["example."+string(q.Type)].In(t.Lang())
}
