package flows

import (
	"slices"
	"strconv"

	"visesbot/flows/form"
)

// answer takes a value as the answer at a place, if nothing speaks against it.
func (st *step) answer(q *form.Question, p form.Place, v form.Value) {
	if r := st.d.CheckAt(q, p, v); r != nil {
		st.keepDraft()
		st.again(q, st.refusal(q, r))
		return
	}
	if st.frozen(q, p, v) {
		return
	}
	if other := st.another(p, v); other != nil {
		st.offerConflict(q, p, v, other)
		return
	}
	a := form.Answer{Place: p, State: form.Given, Value: v, Author: st.author(), At: st.ev.At}
	if strike := st.d.Strikes(q, &a); strike != nil {
		st.struck(q, p, v, strike)
		return
	}
	st.record(a)
	if st.withdrew(q, a) {
		st.refuse()
		return
	}
	st.settled(q, p)
}

// struck refuses an answer with the reason, or asks whether it is right.
func (st *step) struck(q *form.Question, p form.Place, v form.Value, strike *form.Strike) {
	say := st.d.Text(strike.Rule.Say, p, st.lang())
	if !strike.Warning {
		st.keepDraft()
		st.again(q, say)
		return
	}
	st.s.Held = &v
	lines := ownWords(st.d.ShowValue(p, v, st.lang()))
	for _, w := range st.warnings(q, form.Answer{Place: p, State: form.Given, Value: v, At: st.ev.At}) {
		lines = append(lines, Line{Style: Body, Text: st.d.Text(w.Say, p, st.lang())})
	}
	st.answerTo(Card{
		Lines: lines,
		Buttons: [][]Button{
			row(primary(st.word("warn.yes"), data(vYes, p, strike.Rule.ID))),
			row(quiet(st.word("warn.change"), data(vShow, p, here))),
		},
	})
}

// warnings are all that strike at an answer; they are confirmed together.
func (st *step) warnings(q *form.Question, a form.Answer) []form.Rule {
	var out []form.Rule
	for range q.Warn {
		strike := st.d.Strikes(q, &a)
		if strike == nil || !strike.Warning {
			break
		}
		out = append(out, strike.Rule)
		a.Confirmed = append(slices.Clone(a.Confirmed), strike.Rule.ID)
	}
	return out
}

// ownWords quotes what was answered; an empty list has no words.
func ownWords(text string) []Line {
	if text == "" {
		return nil
	}
	return []Line{{Style: Own, Text: text}}
}

// confirmed keeps the held answer although a warning struck.
func (st *step) confirmed(q *form.Question, p form.Place, rule string) {
	if st.s.Held == nil {
		st.confirmStanding(q, p, rule)
		return
	}
	a := form.Answer{
		Place: p, State: form.Given, Value: *st.s.Held, Author: st.author(), At: st.ev.At,
	}
	if seen := st.warnings(q, a); len(seen) > 0 && seen[0].ID == rule {
		for _, w := range seen {
			a.Confirmed = append(a.Confirmed, w.ID)
		}
	}
	if strike := st.d.Strikes(q, &a); strike != nil {
		st.struck(q, p, a.Value, strike)
		return
	}
	st.record(a)
	st.settled(q, p)
}

// confirmStanding accepts a warning about the answer that stands; where none
// strikes any more, the question is shown as it is.
func (st *step) confirmStanding(q *form.Question, p form.Place, rule string) {
	a := st.d.Answer(p)
	if a == nil || a.State != form.Given {
		st.askPlace(p)
		return
	}
	strike := st.d.Strikes(q, a)
	if strike == nil || !strike.Warning || strike.Rule.ID != rule {
		st.askPlace(p)
		return
	}
	st.d.Confirm(p, rule, st.author())
	st.settled(q, p)
}

// record keeps an answer in the dossier and what the session must know of it.
func (st *step) record(a form.Answer) {
	st.noteReturn(a)
	st.tellRoles(a)
	st.d.Put(a)
	st.noticeRole(a.Place)
	st.s.Held, st.s.Tries, st.s.Picks = nil, 0, nil
	st.dropDrafts(a.Place)
}

func (st *step) dropDrafts(p form.Place) {
	if !slices.ContainsFunc(st.s.Drafts, func(d Draft) bool { return d.Place == p }) {
		return
	}
	st.s.Drafts = slices.DeleteFunc(slices.Clone(st.s.Drafts), func(d Draft) bool { return d.Place == p })
}

// settled closes the question's card and goes on to the next.
func (st *step) settled(q *form.Question, p form.Place) {
	st.closeCard(q, p)
	st.trail(p)
	st.tellArchived()
	st.tellLapsed()
	st.s.Since++
	st.onward()
}

// closeCard shows the answer on the question's own card, without buttons.
func (st *step) closeCard(q *form.Question, p form.Place) {
	if st.s.Card == "" || st.s.Place != p {
		return
	}
	st.replace(Card{Lines: []Line{
		{Style: Heading, Text: st.shortText(q, p)},
		{Style: Body, Text: st.outcome(p)},
	}})
	st.s.Card = ""
}

// outcome says in a few words what became of a place.
func (st *step) outcome(p form.Place) string {
	a := st.d.Answer(p)
	if a == nil {
		return ""
	}
	return st.became(a) + st.markOf(a)
}

// became is the outcome without the mark of its language.
func (st *step) became(a *form.Answer) string {
	switch a.State {
	case form.Given:
		return "✓ " + st.d.Show(a, st.lang())
	case form.Unknown:
		return "… " + st.word("state.unknown", "day", form.Day(a.Due, st.lang()))
	case form.NotApplicable:
		return "– " + st.word("state.notapp", "reason", a.Reason)
	case form.Past:
		return "○ " + st.word("review.open")
	case form.Delegated:
		return "→ " + st.word("state.delegated", "to", st.named(form.Path(a.To)))
	}
	return "– " + st.word("state.declined")
}

// trail remembers the way, for going back.
func (st *step) trail(p form.Place) {
	t := slices.DeleteFunc(slices.Clone(st.s.Trail), func(o form.Place) bool { return o == p })
	t = append(t, p)
	st.s.Trail = t[max(0, len(t)-maxTrail):]
}

// maxTrail bounds how far back goes.
const maxTrail = 20

// refusal says why a value cannot be the answer.
func (st *step) refusal(q *form.Question, r *form.Refusal) string {
	limit := strconv.FormatFloat(r.Limit, 'f', -1, 64)
	if q.Type == form.Number || q.Type == form.Money {
		limit = form.Amount(&form.Question{Type: form.Number}, form.Value{Number: &r.Limit}, st.lang())
	}
	if r.Kind == form.OtherUnit {
		return st.word("refused.other_unit", "unit", r.Unit)
	}
	return st.word("refused."+r.Kind, "n", limit)
}

// tellArchived says which answers this turn has put aside.
func (st *step) tellArchived() {
	var lines []Line
	for _, a := range st.d.Aside() {
		q, _ := st.script.Questionnaire.Question(a.Place.Question())
		lines = append(lines, Line{Style: Bullet, Text: st.pair(q.Short.In(st.lang()), st.d.Show(&a, st.lang()))})
	}
	if len(lines) == 0 {
		return
	}
	st.say(Card{Lines: append([]Line{{Style: Body, Text: st.word("archived")}}, lines...)})
}
