package question

import (
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// AskPlace puts the question of a place on the table, ready to be answered.
func AskPlace(t *talk.Turn, p form.Place) {
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok {
		t.Ways.Home(t)
		return
	}
	table(t, p)
	t.Ask(questionCard(t, q, p))
}

// table puts a place on the table, with the answer that this person sees now.
func table(t *talk.Turn, p form.Place) {
	t.Move(flows.MoveAnswer, flows.Answering)
	t.ExpectNothing()
	t.Session.Place, t.Session.Held, t.Session.Tries = p, nil, 0
	t.Session.Revision, t.Session.Picks = 0, nil
	if a := t.Dossier.Answer(p); a != nil {
		t.Session.Revision = a.Revision
		if (a.State == form.Given || a.State == form.Past) && !a.Archived {
			t.Session.Picks = stillThere(t, p, a.Value.Choices)
		}
	}
}

// stillThere leaves out the items chosen before that are gone.
func stillThere(t *talk.Turn, p form.Place, picks []string) []string {
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok || q.Type != form.Ref {
		return picks
	}
	return inOfferedOrder(t, q, p, picks)
}

// questionCard is the card of a question: where we are, what is asked, what
// was said before, and what can be pressed.
func questionCard(t *talk.Turn, q *form.Question, p form.Place) flows.Card {
	text, help := q.Wording(t.Pool(q))
	c := flows.Card{Input: InputOf(q), Lines: make([]flows.Line, 0, 6)}
	c.Lines = append(c.Lines,
		flows.Line{Style: flows.Hint, Text: progressLine(t, q, p)},
		flows.Line{Style: flows.Heading, Text: t.Dossier.Text(text, p, t.Lang())})
	if hint := t.Dossier.Hint(help, p, t.Lang()); hint != "" {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Hint, Text: hint})
	}
	t.Script.Marks[q.ID].Mark(c.Lines[1:], t.Lang())
	c.Lines = append(c.Lines, soFar(t, q, p)...)
	if help := how(t, q); help != "" {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Hint, Text: help})
	}
	c.Buttons = answerButtons(t, q, p)
	if keep := keepRow(t, q, p); keep != nil {
		c.Buttons = append(c.Buttons, keep)
	}
	c.Buttons = append(c.Buttons, navigation(t, q, p))
	return c
}

// progressLine says which block this is and how much is left.
func progressLine(t *talk.Turn, q *form.Question, p form.Place) string {
	title := q.Block.Title.In(t.Lang())
	if at := t.StandsIn(q, p); at != "" {
		title += " · " + at
	}
	n := t.Left()
	if n.Questions <= 1 {
		return t.Word("left.last", "block", title)
	}
	return t.Word("left", "block", title, "n", strconv.Itoa(n.Questions), "minutes", strconv.Itoa(n.Minutes()))
}

// soFar shows what was answered before, or is on the list.
func soFar(t *talk.Turn, q *form.Question, p form.Place) []flows.Line {
	if q.Type == form.Repeat {
		return listLines(t, q, p)
	}
	lines := earlierLines(t, q, p)
	a := t.Dossier.Answer(p)
	if a == nil || a.Archived {
		return lines
	}
	lines = append(lines, standing(t, a)...)
	if strike := t.Dossier.Strikes(q, a); strike != nil && a.State == form.Given {
		lines = append(lines, flows.Line{Style: flows.Body, Text: "⚠ " + t.Dossier.Text(strike.Rule.Say, p, t.Lang())})
	}
	return lines
}

// standing says what stands at a place now, by whom.
func standing(t *talk.Turn, a *form.Answer) []flows.Line {
	switch a.State {
	case form.Given:
		shown := t.Dossier.Show(a, t.Lang())
		return []flows.Line{
			{Style: flows.Hint, Text: t.Word("sofar", "by", t.ByWhom(a.Author), "day", form.Day(a.At, t.Lang()))},
			ownLine(t, flows.Own, shown, a),
		}
	case form.Past:
		return beforeLines(t, a)
	case form.Unknown:
		return []flows.Line{{Style: flows.Hint, Text: t.Word("sofar.unknown", "day", form.Day(a.At, t.Lang()))}}
	case form.NotApplicable:
		return []flows.Line{{Style: flows.Hint, Text: t.Word("sofar.notapp", "reason", a.Reason)}}
	case form.Delegated:
		if delegatedToMe(t, a.Place) == nil && !a.Due.IsZero() && !a.Due.After(t.Event.At) {
			return []flows.Line{{Style: flows.Hint, Text: t.Word("sofar.late", "to", t.Named(form.Path(a.To)))}}
		}
		return []flows.Line{{Style: flows.Hint, Text: t.Word("sofar.delegated", "to", t.Named(form.Path(a.To)), "by", t.ByWhom(a.Author))}}
	}
	return nil
}

// how says how to answer, where the buttons do not.
func how(t *talk.Turn, q *form.Question) string {
	switch q.Type {
	case form.Multi:
		return limited(t, "how.multi", q)
	case form.Rank:
		return limited(t, "how.rank", q)
	case form.Ref:
		return limited(t, "how.ref", q)
	case form.Repeat:
		return t.Word("how.repeat")
	case form.FileType:
		return t.Word("how.file")
	case form.Money:
		return t.Word("how.money", "example", example(t, q))
	case form.Date:
		return t.Word("how.date", "example", example(t, q))
	case form.Period:
		return t.Word("how.period", "example", example(t, q))
	}
	return ""
}

func limited(t *talk.Turn, key string, q *form.Question) string {
	most := q.Most()
	if most == 1 {
		return ""
	}
	if most == 0 || most >= len(q.Options) && len(q.Options) > 0 {
		return t.Word(key)
	}
	return t.Word(key+".max", "n", strconv.Itoa(most))
}

// InputOf says what may be typed as the answer to a question.
func InputOf(q *form.Question) flows.Input {
	switch q.Type {
	case form.LongTxt:
		return flows.LongInput
	case form.ShortTxt, form.Repeat:
		return flows.LineInput
	case form.FileType:
		return flows.FileInput
	case form.Date, form.Period:
		return flows.DateInput
	case form.Number, form.Money:
		return flows.NumberInput
	}
	return flows.NoInput
}
