package question

import (
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// frozen refuses to change an answer that values already hang on, and offers a
// new version of the item with the new answer. It tells whether it did.
func frozen(t *talk.Turn, q *form.Question, p form.Place, v form.Value) bool {
	a := t.Dossier.Answer(p)
	if a == nil || a.State != form.Given || a.Archived || sameValue(a.Value, v) {
		return false
	}
	values := t.Dossier.Freezes(q, p)
	if len(values) == 0 {
		return false
	}
	t.Session.Held = &v
	if v.IsZero() {
		t.Session.Held = nil
	}
	t.AnswerTo(frozenCard(t, q, p, a, len(values)))
	return true
}

func frozenCard(t *talk.Turn, q *form.Question, p form.Place, a *form.Answer, n int) flows.Card {
	item := p.Path()
	c := flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: t.ShortText(q, p)},
		{Style: flows.Body, Text: t.Word("frozen", "answer", t.Dossier.Show(a, t.Lang()), "n", strconv.Itoa(n))},
		{Style: flows.Hint, Text: t.Dossier.Series(item, t.Lang())},
	}}
	switch it := t.Dossier.Item(item); {
	case it.Into != "":
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: t.Word("frozen.newer", "label", t.Named(it.Into))})
	case t.Session.Held != nil:
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: t.Word("frozen.offer")})
		c.Buttons = append(c.Buttons, talk.Row(talk.Primary(
			t.Word("frozen.version", "answer", t.Dossier.ShowValue(p, *t.Session.Held, t.Lang())), flows.PressAt(flows.AtVersion, p, ""))))
	}
	c.Buttons = append(c.Buttons, talk.Row(talk.Button(t.Word("frozen.keep", "answer", t.Dossier.Show(a, t.Lang())), flows.Press(flows.VerbGo))))
	return c
}

// version makes the new version that was offered, with the answer that could
// not be given to the former one.
func version(t *talk.Turn, q *form.Question, p form.Place) {
	held := t.Session.Held
	if held == nil || len(t.Dossier.Freezes(q, p)) == 0 {
		AskPlace(t, p)
		return
	}
	item := p.Path()
	shown := t.Dossier.ShowValue(p, *held, t.Lang())
	label := talk.Clip(t.Dossier.Label(item, t.Lang()), form.MaxLabel-len(shown)-5) + " (" + shown + ")"
	next, ok := t.Dossier.Renew(item, label, t.Author())
	if !ok {
		AskPlace(t, p)
		return
	}
	closeCard(t, q, p)
	at := form.At(q.ID, next)
	Record(t, form.Answer{Place: at, State: form.Given, Value: *held, Author: t.Author(), At: t.Event.At})
	takeFrozen(t, q, item, next)
	t.Tell(t.Word("frozen.made", "label", t.Named(next)))
	trail(t, at)
	NextQuestion(t)
}

// takeFrozen gives the new version the other answers that are frozen: only the
// one that was to be changed is another.
func takeFrozen(t *talk.Turn, changed *form.Question, from, to form.Path) {
	c, _ := t.Script.Questionnaire.Collection(t.Dossier.Item(from).Collection)
	for _, id := range c.Frozen.Questions {
		a := t.Dossier.Answer(form.At(id, from))
		if id == changed.ID || a == nil || a.State != form.Given || a.Archived {
			continue
		}
		again := *a
		again.Place = form.At(id, to)
		t.Dossier.Put(again)
	}
}
