package flows

import (
	"slices"
	"strings"
	"time"

	"visesbot/flows/form"
)

// thingDecision is a decision whose day has come.
const thingDecision = "decision"

// vFollow says what became of a decision: done, moved to another day, or given up.
const vFollow = "F"

const (
	followDone = "done"
	followMove = "move"
	followDrop = "drop"
)

// asideMove: what is typed next is the new day of a decision; and its place.
const asideMove = "move:"

// decisionDues are the decisions that this person sees to.
func (st *step) decisionDues(take func(due)) {
	for _, p := range st.d.Head().Promises {
		if p.Fate != "" {
			continue
		}
		if who := st.d.Promiser(p); who != nil && who.ID == st.s.Person {
			take(due{kind: decided, thing: thing(thingDecision, string(p.Place)+" "+p.On.Format(time.DateOnly)), at: st.morning(p.On)})
		}
	}
}

// remindDecision asks what became of a decision.
func (st *step) remindDecision(where form.Place) bool {
	place, _, _ := strings.Cut(string(where), " ")
	p := st.d.Promised(form.Place(place))
	if p == nil || p.Fate != "" {
		return st.remindOpen()
	}
	press := func(how string) string { return data(vFollow, p.Place, how) }
	st.say(Card{
		Lines: []Line{{Style: Body, Text: st.word("remind.decision",
			"enterprise", st.d.Head().Enterprise.Name, "decision", st.decision(p), "day", form.Day(p.On, st.lang()))}},
		Buttons: append([][]Button{
			row(primary("✓ "+st.word("decision.done"), press(followDone))),
			row(button(st.word("decision.move"), press(followMove)), button(st.word("decision.drop"), press(followDrop))),
		}, st.snoozeRows()...),
	})
	return true
}

func (st *step) decision(p *form.Promise) string { return st.d.Label(p.Place.Path(), st.lang()) }

// followed keeps what became of a decision. The answer that was signed stays as
// it is; only a date whose phase is still open is changed itself.
func (st *step) followed(place form.Place, how string) {
	p := st.d.Promised(place)
	switch {
	case p == nil || !st.mayAnswer() || outsideRole(st.s.Role):
		st.home()
	case how == followMove:
		st.askDay(asideMove+string(place), st.word("decision.ask", "decision", st.decision(p), "example", st.someDay()))
	case how == followDone:
		st.settle(p, form.Kept, st.word("decision.done.ok", "decision", st.decision(p)))
	case how == followDrop:
		st.settle(p, form.GivenUp, st.word("decision.drop.ok", "decision", st.decision(p)))
	default:
		st.home()
	}
}

func (st *step) settle(p *form.Promise, fate, say string) {
	if p.Fate != fate {
		st.d.Settle(p.Place, fate, st.author())
	}
	st.tell(say, st.goOnHome())
}

// moved keeps the new day of a decision.
func (st *step) moved(place form.Place) {
	p := st.d.Promised(place)
	if p == nil {
		st.home()
		return
	}
	day, ok := st.dayToCome(asideMove + string(place))
	if !ok {
		return
	}
	st.s.Asked = ""
	q, _ := st.script.Questionnaire.Question(place.Question())
	if q != nil && !st.d.IsClosed(q.Phase.ID) && st.d.May(st.free(), q, place.Path()) {
		st.record(form.Answer{Place: place, State: form.Given, Value: form.Value{Date: day}, Author: st.author()})
	} else {
		st.d.Postpone(place, day, st.author())
	}
	st.tell(st.word("decision.moved", "decision", st.decision(p), "day", form.Day(day, st.lang())), st.goOnHome())
}

func (st *step) goOnHome() []Button {
	return row(quiet(st.word("goon"), bGo), quiet(st.word("home"), bHome))
}

// tellPromisers tells those who see to a decision that its day has changed.
func (st *step) tellPromisers(before []form.Promise) {
	if st.d == nil {
		return
	}
	var told []string
	for _, p := range st.d.Head().Promises {
		if slices.Contains(before, p) {
			continue
		}
		who := st.d.Promiser(p)
		if who == nil || slices.Contains(told, who.Address) {
			continue
		}
		told = append(told, who.Address)
		st.tellOther(who.Address, Note{Kind: noteCalendar})
	}
}

func (st *step) promises() []form.Promise {
	if st.d == nil {
		return nil
	}
	return st.d.Head().Promises
}
