package flows

import (
	"strings"
	"unicode/utf8"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// readAnswer understands what was typed as the answer to the question on the
// table.
func (st *step) readAnswer() {
	q := st.asking()
	if sameWords(st.ev.Text, strings.TrimPrefix(st.word("more"), "⋯ ")) {
		st.offerWays(q, "")
		return
	}
	if q.Type == form.Repeat {
		st.readEntries(q)
		return
	}
	if st.isRecord(q) {
		st.again(q, st.d.Text(q.Bare, st.s.Place, st.lang()))
		return
	}
	v, ok := st.read(q)
	if !ok && st.readSome(q) {
		return
	}
	if !ok {
		st.notUnderstood(q)
		return
	}
	st.answer(q, st.s.Place, v)
}

// longFigure is how many characters somebody types for one figure.
const longFigure = 60

// isRecord tells whether a list, a document or a story came where one figure is
// asked. It may be about people: it is not even kept as a draft.
func (st *step) isRecord(q *form.Question) bool {
	if q.Bare.Empty() {
		return false
	}
	return len(st.ev.Files) > 0 || len(parse.Lines(st.ev.Text)) > 1 || utf8.RuneCountInString(st.ev.Text) > longFigure
}

// read turns what was typed, or sent, into a value.
func (st *step) read(q *form.Question) (form.Value, bool) {
	switch q.Type {
	case form.Number:
		return st.readNumber(q)
	case form.Money:
		n, ok := parse.Money(st.ev.Text, st.lang())
		return form.Value{Number: &n}, ok
	case form.Scale5:
		n, ok := parse.Scale(st.ev.Text, st.lang(), 1, 5)
		f := float64(n)
		return form.Value{Number: &f}, ok
	case form.Date:
		return st.readDate()
	case form.Period:
		from, to, ok := parse.Period(st.ev.Text, st.lang(), st.ev.At)
		return form.Value{Date: from, Until: to}, ok
	case form.FileType:
		return form.Value{Files: st.ev.Files}, len(st.ev.Files) > 0
	case form.ShortTxt, form.LongTxt:
		return st.readText(q)
	}
	return st.readChoices(q)
}

// readDate reads a day; a month or a year alone means its first day.
func (st *step) readDate() (form.Value, bool) {
	if day, ok := parse.Date(st.ev.Text, st.lang(), st.ev.At); ok {
		return form.Value{Date: day}, true
	}
	from, _, ok := parse.Period(st.ev.Text, st.lang(), st.ev.At)
	return form.Value{Date: from}, ok
}

// readText takes a text, or where a long one is asked for a voice note.
func (st *step) readText(q *form.Question) (form.Value, bool) {
	text, problem := parse.Clean(strings.TrimSpace(st.ev.Text))
	if q.Type == form.LongTxt && len(st.ev.Files) > 0 {
		return form.Value{Text: text, Files: st.ev.Files}, true
	}
	if problem == parse.Empty {
		return form.Value{}, false
	}
	return form.Value{Text: text}, true
}

func (st *step) readChoices(q *form.Question) (form.Value, bool) {
	if q.Type == form.YesNo || q.Type == form.Consent {
		if yes, ok := parse.YesNo(st.ev.Text, st.lang()); ok {
			return form.Value{Choices: []string{yesNoID(yes)}}, true
		}
	}
	ids, rest := parse.Choices(st.ev.Text, st.lang(), st.options(q, st.s.Place))
	if n, _, ok := parse.Number(st.ev.Text, st.lang()); q.None && len(ids) == 0 && ok && n == 0 {
		return form.Value{}, true // "aucun", "geen", "none"
	}
	if len(ids) == 0 || len(rest) > 0 || q.Most() == 1 && len(ids) > 1 {
		return form.Value{}, false
	}
	return form.Value{Choices: ids}, true
}

// readSome ticks the choices that were understood, and tells which were not.
func (st *step) readSome(q *form.Question) bool {
	if q.Type != form.Multi && q.Type != form.Rank && q.Type != form.Ref || q.Most() == 1 {
		return false
	}
	ids, rest := parse.Choices(st.ev.Text, st.lang(), st.options(q, st.s.Place))
	if most := q.Most(); len(ids) == 0 || most > 0 && len(ids) > most {
		return false
	}
	st.keepDraft()
	st.s.Picks = ids
	c := st.questionCard(q, st.s.Place)
	c.Lines = append(c.Lines, Line{Style: Body, Text: st.word("again.part", "text", strings.Join(rest, ", "))})
	st.ask(c)
	return true
}

func yesNoID(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// readNumber reads a number and, where the question has units, which one.
func (st *step) readNumber(q *form.Question) (form.Value, bool) {
	n, unit, ok := parse.Number(st.ev.Text, st.lang())
	if !ok {
		return form.Value{}, false
	}
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
	ids, rest := parse.Choices(unit, st.lang(), st.unitOptions(q))
	if len(ids) != 1 || len(rest) > 0 {
		return v, false
	}
	v.Unit = ids[0]
	return v, true
}

func (st *step) unitOptions(q *form.Question) []parse.Option {
	var out []parse.Option
	for _, u := range q.Units {
		also := append([]string{u.ID, u.Text.FR, u.Text.NL, u.Text.EN}, u.Also...)
		out = append(out, parse.Option{ID: u.ID, Label: u.Text.In(st.lang()), Also: also})
	}
	return out
}

// notUnderstood asks again with an example, twice; then it offers every way on.
// What was typed is kept.
func (st *step) notUnderstood(q *form.Question) {
	if len(st.ev.Files) > 0 {
		st.again(q, st.word("again.file"))
		return
	}
	st.keepDraft()
	st.s.Tries++
	if st.s.Tries > 2 {
		st.offerWays(q, st.word("again.ways"))
		return
	}
	st.again(q, st.word("again"))
}

// again shows the question once more, with a reason and an example.
func (st *step) again(q *form.Question, reason string) {
	lines := []Line{
		{Style: Body, Text: reason},
		{Style: Heading, Text: st.shortText(q, st.s.Place)},
	}
	if ex := st.example(q); ex != "" {
		lines = append(lines, Line{Style: Hint, Text: st.word("example", "example", ex)})
	}
	st.ask(Card{
		Lines: lines, Input: inputOf(q),
		Buttons: append(st.answerButtons(q, st.s.Place), st.navigation(q, st.s.Place)),
	})
}

func (st *step) shortText(q *form.Question, p form.Place) string {
	text, _ := q.Wording(st.pool(q))
	return st.d.Text(text, p, st.lang())
}

// example is an answer that would be understood.
func (st *step) example(q *form.Question) string {
	if !q.Example.Empty() {
		return st.d.Text(q.Example, st.s.Place, st.lang())
	}
	if offered := st.options(q, st.s.Place); len(offered) > 0 {
		return "1 · " + offered[0].Label
	}
	return st.script.Words["example."+string(q.Type)].In(st.lang())
}
