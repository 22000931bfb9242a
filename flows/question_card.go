package flows

import (
	"strconv"

	"visesbot/flows/form"
)

// put on the table: the question at a place, ready to be answered.
func (st *step) askPlace(p form.Place) {
	q, ok := st.script.Questionnaire.Question(p.Question())
	if !ok {
		st.home()
		return
	}
	st.table(p)
	st.ask(st.questionCard(q, p))
}

// table puts a place on the table, with the answer that this person sees now.
func (st *step) table(p form.Place) {
	st.move(moveAnswer, Answering)
	st.s.Place, st.s.Asked, st.s.Held, st.s.Tries = p, "", nil, 0
	st.s.Revision, st.s.Picks = 0, nil
	if a := st.d.Answer(p); a != nil {
		st.s.Revision = a.Revision
		if (a.State == form.Given || a.State == form.Past) && !a.Archived {
			st.s.Picks = st.stillThere(p, a.Value.Choices)
		}
	}
}

// stillThere leaves out the items chosen before that are gone.
func (st *step) stillThere(p form.Place, picks []string) []string {
	q, ok := st.script.Questionnaire.Question(p.Question())
	if !ok || q.Type != form.Ref {
		return picks
	}
	return st.inOfferedOrder(q, p, picks)
}

// questionCard is the card of a question: where we are, what is asked, what
// was said before, and what can be pressed.
func (st *step) questionCard(q *form.Question, p form.Place) Card {
	text, help := q.Wording(st.pool(q))
	c := Card{Input: inputOf(q), Lines: make([]Line, 0, 6)}
	c.Lines = append(c.Lines,
		Line{Style: Hint, Text: st.progressLine(q, p)},
		Line{Style: Heading, Text: st.d.Text(text, p, st.lang())})
	if hint := st.d.Hint(help, p, st.lang()); hint != "" {
		c.Lines = append(c.Lines, Line{Style: Hint, Text: hint})
	}
	st.script.marks[q.ID].mark(c.Lines[1:], st.lang())
	c.Lines = append(c.Lines, st.soFar(q, p)...)
	if how := st.how(q); how != "" {
		c.Lines = append(c.Lines, Line{Style: Hint, Text: how})
	}
	c.Buttons = st.answerButtons(q, p)
	if keep := st.keepRow(q, p); keep != nil {
		c.Buttons = append(c.Buttons, keep)
	}
	c.Buttons = append(c.Buttons, st.navigation(q, p))
	return c
}

func (st *step) pool(q *form.Question) string {
	if len(q.Variants) == 0 {
		return ""
	}
	return st.d.Pool()
}

// progressLine says which block this is and how much is left.
func (st *step) progressLine(q *form.Question, p form.Place) string {
	title := q.Block.Title.In(st.lang())
	if at := st.standsIn(q, p); at != "" {
		title += " · " + at
	}
	n := st.left()
	if n.Questions <= 1 {
		return st.word("left.last", "block", title)
	}
	return st.word("left", "block", title, "n", strconv.Itoa(n.Questions), "minutes", strconv.Itoa(n.Minutes()))
}

// standsIn names the innermost item a place stands in.
func (st *step) standsIn(q *form.Question, p form.Place) string {
	if len(q.Loop) == 0 || q.Respond == form.Each {
		return ""
	}
	return st.namedWithin(p.Path(), 40)
}

// soFar shows what was answered before, or is on the list.
func (st *step) soFar(q *form.Question, p form.Place) []Line {
	if q.Type == form.Repeat {
		return st.listLines(q, p)
	}
	lines := st.earlierLines(q, p)
	a := st.d.Answer(p)
	if a == nil || a.Archived {
		return lines
	}
	lines = append(lines, st.standing(a)...)
	if strike := st.d.Strikes(q, a); strike != nil && a.State == form.Given {
		lines = append(lines, Line{Style: Body, Text: "⚠ " + st.d.Text(strike.Rule.Say, p, st.lang())})
	}
	return lines
}

// standing says what stands at a place now, by whom.
func (st *step) standing(a *form.Answer) []Line {
	switch a.State {
	case form.Given:
		shown := st.d.Show(a, st.lang())
		return []Line{
			{Style: Hint, Text: st.word("sofar", "by", st.byWhom(a.Author), "day", form.Day(a.At, st.lang()))},
			st.ownLine(Own, shown, a),
		}
	case form.Past:
		return st.formerLines(a)
	case form.Unknown:
		return []Line{{Style: Hint, Text: st.word("sofar.unknown", "day", form.Day(a.At, st.lang()))}}
	case form.NotApplicable:
		return []Line{{Style: Hint, Text: st.word("sofar.notapp", "reason", a.Reason)}}
	case form.Delegated:
		if st.handedToMe(a.Place) == nil && !a.Due.IsZero() && !a.Due.After(st.ev.At) {
			return []Line{{Style: Hint, Text: st.word("sofar.late", "to", st.named(form.Path(a.To)))}}
		}
		return []Line{{Style: Hint, Text: st.word("sofar.delegated", "to", st.named(form.Path(a.To)), "by", st.byWhom(a.Author))}}
	}
	return nil
}

// byWhom names an author as colleagues know them.
func (st *step) byWhom(a form.Author) string {
	switch {
	case a.Person != "" && a.Person == st.s.Person:
		return st.word("you")
	case a.Respondent != "" && st.nameless(form.Path(a.Respondent)):
		return st.word("colleague")
	case a.Respondent != "":
		return st.named(form.Path(a.Respondent))
	case outsideRole(a.Role):
		return st.word("accompanist")
	}
	return st.word("colleague")
}

// how says how to answer, where the buttons do not.
func (st *step) how(q *form.Question) string {
	switch q.Type {
	case form.Multi:
		return st.limited("how.multi", q)
	case form.Rank:
		return st.limited("how.rank", q)
	case form.Ref:
		return st.limited("how.ref", q)
	case form.Repeat:
		return st.word("how.repeat")
	case form.FileType:
		return st.word("how.file")
	case form.Money:
		return st.word("how.money", "example", st.example(q))
	case form.Date:
		return st.word("how.date", "example", st.example(q))
	case form.Period:
		return st.word("how.period", "example", st.example(q))
	}
	return ""
}

func (st *step) limited(key string, q *form.Question) string {
	most := q.Most()
	if most == 1 {
		return ""
	}
	if most == 0 || most >= len(q.Options) && len(q.Options) > 0 {
		return st.word(key)
	}
	return st.word(key+".max", "n", strconv.Itoa(most))
}

func inputOf(q *form.Question) Input {
	switch q.Type {
	case form.LongTxt:
		return LongInput
	case form.ShortTxt, form.Repeat:
		return LineInput
	case form.FileType:
		return FileInput
	case form.Date, form.Period:
		return DateInput
	case form.Number, form.Money:
		return NumberInput
	}
	return NoInput
}

// clip shortens a text to n characters.
func clip(s string, n int) string {
	count := 0
	for i := range s {
		if count++; count > n {
			return s[:i] + "…"
		}
	}
	return s
}
