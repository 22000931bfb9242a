package flows

import (
	"strconv"

	"visesbot/flows/form"
)

// frozen refuses to change an answer that values already hang on, and offers a
// new version of the item with the new answer. It tells whether it did.
func (st *step) frozen(q *form.Question, p form.Place, v form.Value) bool {
	a := st.d.Answer(p)
	if a == nil || a.State != form.Given || a.Archived || sameValue(a.Value, v) {
		return false
	}
	values := st.d.Freezes(q, p)
	if len(values) == 0 {
		return false
	}
	st.s.Held = &v
	if v.IsZero() {
		st.s.Held = nil
	}
	st.answerTo(st.frozenCard(q, p, a, len(values)))
	return true
}

func (st *step) frozenCard(q *form.Question, p form.Place, a *form.Answer, n int) Card {
	item := p.Path()
	c := Card{Lines: []Line{
		{Style: Heading, Text: st.shortText(q, p)},
		{Style: Body, Text: st.word("frozen", "answer", st.d.Show(a, st.lang()), "n", strconv.Itoa(n))},
		{Style: Hint, Text: st.d.Series(item, st.lang())},
	}}
	switch it := st.d.Item(item); {
	case it.Into != "":
		c.Lines = append(c.Lines, Line{Style: Body, Text: st.word("frozen.newer", "label", st.named(it.Into))})
	case st.s.Held != nil:
		c.Lines = append(c.Lines, Line{Style: Body, Text: st.word("frozen.offer")})
		c.Buttons = append(c.Buttons, row(primary(
			st.word("frozen.version", "answer", st.d.ShowValue(p, *st.s.Held, st.lang())), data(vVersion, p, ""))))
	}
	c.Buttons = append(c.Buttons, row(button(st.word("frozen.keep", "answer", st.d.Show(a, st.lang())), bGo)))
	return c
}

// version makes the new version that was offered, with the answer that could
// not be given to the former one.
func (st *step) version(q *form.Question, p form.Place) {
	held := st.s.Held
	if held == nil || len(st.d.Freezes(q, p)) == 0 {
		st.askPlace(p)
		return
	}
	item := p.Path()
	shown := st.d.ShowValue(p, *held, st.lang())
	label := clip(st.d.Label(item, st.lang()), form.MaxLabel-len(shown)-5) + " (" + shown + ")"
	next, ok := st.d.Renew(item, label, st.author())
	if !ok {
		st.askPlace(p)
		return
	}
	st.closeCard(q, p)
	at := form.At(q.ID, next)
	st.record(form.Answer{Place: at, State: form.Given, Value: *held, Author: st.author(), At: st.ev.At})
	st.takeFrozen(q, item, next)
	st.tell(st.word("frozen.made", "label", st.named(next)))
	st.trail(at)
	st.onward()
}

// takeFrozen gives the new version the other answers that are frozen: only the
// one that was to be changed is another.
func (st *step) takeFrozen(changed *form.Question, from, to form.Path) {
	c, _ := st.script.Questionnaire.Collection(st.d.Item(from).Collection)
	for _, id := range c.Frozen.Questions {
		a := st.d.Answer(form.At(id, from))
		if id == changed.ID || a == nil || a.State != form.Given || a.Archived {
			continue
		}
		again := *a
		again.Place = form.At(id, to)
		st.d.Put(again)
	}
}
