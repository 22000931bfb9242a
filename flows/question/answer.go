package question

import (
	"slices"
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// answer takes a value as the answer at a place, if nothing speaks against it.
func answer(t *talk.Turn, q *form.Question, p form.Place, v form.Value) {
	if r := t.Dossier.CheckAt(q, p, v); r != nil {
		t.KeepDraft()
		again(t, q, refusal(t, q, r))
		return
	}
	if frozen(t, q, p, v) {
		return
	}
	if other := another(t, p, v); other != nil {
		offerConflict(t, q, p, v, other)
		return
	}
	a := form.Answer{Place: p, State: form.Given, Value: v, Author: t.Author(), At: t.Event.At}
	if strike := t.Dossier.Strikes(q, &a); strike != nil {
		struck(t, q, p, v, strike)
		return
	}
	Record(t, a)
	if t.Ways.Withdrew(t, q, a) {
		t.Ways.Refuse(t)
		return
	}
	settled(t, q, p)
}

// struck refuses an answer with the reason, or asks whether it is right.
func struck(t *talk.Turn, q *form.Question, p form.Place, v form.Value, strike *form.Strike) {
	say := t.Dossier.Text(strike.Rule.Say, p, t.Lang())
	if !strike.Warning {
		t.KeepDraft()
		again(t, q, say)
		return
	}
	t.Session.Held = &v
	lines := ownWords(t.Dossier.ShowValue(p, v, t.Lang()))
	for _, w := range warnings(t, q, form.Answer{Place: p, State: form.Given, Value: v, At: t.Event.At}) {
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Dossier.Text(w.Say, p, t.Lang())})
	}
	t.AnswerTo(flows.Card{
		Lines: lines,
		Buttons: [][]flows.Button{
			talk.Row(talk.Primary(t.Word("warn.yes"), flows.PressAt(flows.AtYes, p, strike.Rule.ID))),
			talk.Row(talk.Quiet(t.Word("warn.change"), flows.PressAt(flows.AtShow, p, flows.ArgHere))),
		},
	})
}

// warnings are all that strike at an answer; they are confirmed together.
func warnings(t *talk.Turn, q *form.Question, a form.Answer) []form.Rule {
	var out []form.Rule
	for range q.Warn {
		strike := t.Dossier.Strikes(q, &a)
		if strike == nil || !strike.Warning {
			break
		}
		out = append(out, strike.Rule)
		a.Confirmed = append(slices.Clone(a.Confirmed), strike.Rule.ID)
	}
	return out
}

// ownWords quotes what was answered; an empty list has no words.
func ownWords(text string) []flows.Line {
	if text == "" {
		return nil
	}
	return []flows.Line{{Style: flows.Own, Text: text}}
}

// confirmed keeps the held answer although a warning struck.
func confirmed(t *talk.Turn, q *form.Question, p form.Place, rule string) {
	if t.Session.Held == nil {
		confirmStanding(t, q, p, rule)
		return
	}
	a := form.Answer{
		Place: p, State: form.Given, Value: *t.Session.Held, Author: t.Author(), At: t.Event.At,
	}
	if seen := warnings(t, q, a); len(seen) > 0 && seen[0].ID == rule {
		for _, w := range seen {
			a.Confirmed = append(a.Confirmed, w.ID)
		}
	}
	if strike := t.Dossier.Strikes(q, &a); strike != nil {
		struck(t, q, p, a.Value, strike)
		return
	}
	Record(t, a)
	settled(t, q, p)
}

// confirmStanding accepts a warning about the answer that stands; where none
// strikes any more, the question is shown as it is.
func confirmStanding(t *talk.Turn, q *form.Question, p form.Place, rule string) {
	a := t.Dossier.Answer(p)
	if a == nil || a.State != form.Given {
		AskPlace(t, p)
		return
	}
	strike := t.Dossier.Strikes(q, a)
	if strike == nil || !strike.Warning || strike.Rule.ID != rule {
		AskPlace(t, p)
		return
	}
	t.Dossier.Confirm(p, rule, t.Author())
	settled(t, q, p)
}

// Record keeps an answer in the dossier and what the session must know of it.
func Record(t *talk.Turn, a form.Answer) {
	notifyReturn(t, a)
	notifyRoles(t, a)
	t.Dossier.Put(a)
	t.Ways.KeepRole(t, a.Place)
	t.Session.Held, t.Session.Tries, t.Session.Picks = nil, 0, nil
	dropDrafts(t, a.Place)
}

func dropDrafts(t *talk.Turn, p form.Place) {
	if !slices.ContainsFunc(t.Session.Drafts, func(d flows.Draft) bool { return d.Place == p }) {
		return
	}
	t.Session.Drafts = slices.DeleteFunc(slices.Clone(t.Session.Drafts), func(d flows.Draft) bool { return d.Place == p })
}

// settled closes the question's card and goes on to the next.
func settled(t *talk.Turn, q *form.Question, p form.Place) {
	closeCard(t, q, p)
	trail(t, p)
	tellArchived(t)
	t.Ways.TellLapsed(t)
	t.Session.Since++
	NextQuestion(t)
}

// closeCard shows the answer on the question's own card, without buttons.
func closeCard(t *talk.Turn, q *form.Question, p form.Place) {
	if t.Session.Card == "" || t.Session.Place != p {
		return
	}
	t.Replace(flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: t.ShortText(q, p)},
		{Style: flows.Body, Text: t.Outcome(p)},
	}})
	t.Session.Card = ""
}

// trail remembers the way, for going back.
func trail(t *talk.Turn, p form.Place) {
	way := slices.DeleteFunc(slices.Clone(t.Session.Trail), func(o form.Place) bool { return o == p })
	way = append(way, p)
	t.Session.Trail = way[max(0, len(way)-maxTrail):]
}

// maxTrail bounds how far back goes.
const maxTrail = 20

// refusal says why a value cannot be the answer.
func refusal(t *talk.Turn, q *form.Question, r *form.Refusal) string {
	limit := strconv.FormatFloat(r.Limit, 'f', -1, 64)
	if q.Type == form.Number || q.Type == form.Money {
		limit = form.Amount(&form.Question{Type: form.Number}, form.Value{Number: &r.Limit}, t.Lang())
	}
	if r.Kind == form.OtherUnit {
		return t.Word("refused.other_unit", "unit", r.Unit)
	}
	return t.Word("refused."+r.Kind, "n", limit)
}

// tellArchived says which answers this turn has put aside.
func tellArchived(t *talk.Turn) {
	var lines []flows.Line
	for _, a := range t.Dossier.Aside() {
		q, _ := t.Script.Questionnaire.Question(a.Place.Question())
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Pair(q.Short.In(t.Lang()), t.Dossier.Show(&a, t.Lang()))})
	}
	if len(lines) == 0 {
		return
	}
	t.Say(flows.Card{Lines: append([]flows.Line{{Style: flows.Body, Text: t.Word("archived")}}, lines...)})
}
