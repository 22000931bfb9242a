package reminder

import (
	"slices"
	"strings"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// thingDecision is a decision whose day has come.
const thingDecision = "decision"

const (
	followDone = "done"
	followMove = "move"
	followDrop = "drop"
)

// decisionDues are the decisions that this person sees to.
func decisionDues(t *talk.Turn, take func(due)) {
	for _, p := range t.Dossier.Head().Promises {
		if p.Fate != "" {
			continue
		}
		if who := t.Dossier.Promiser(p); who != nil && who.ID == t.Session.Person {
			take(due{kind: decided, thing: thing(thingDecision, string(p.Place)+" "+p.On.Format(time.DateOnly)), at: t.Morning(p.On)})
		}
	}
}

// remindDecision asks what became of a decision.
func remindDecision(t *talk.Turn, where form.Place) bool {
	place, _, _ := strings.Cut(string(where), " ")
	p := t.Dossier.Promised(form.Place(place))
	if p == nil || p.Fate != "" {
		return remindOpen(t)
	}
	press := func(how string) string { return flows.Press(flows.VerbFollow, string(p.Place), how) }
	t.Say(flows.Card{
		Lines: []flows.Line{{Style: flows.Body, Text: t.Word("remind.decision",
			"enterprise", t.Dossier.Head().Enterprise.Name, "decision", decision(t, p), "day", form.Day(p.On, t.Lang()))}},
		Buttons: append([][]flows.Button{
			talk.Row(talk.Primary("✓ "+t.Word("decision.done"), press(followDone))),
			talk.Row(talk.Button(t.Word("decision.move"), press(followMove)), talk.Button(t.Word("decision.drop"), press(followDrop))),
		}, snoozeRows(t)...),
	})
	return true
}

func decision(t *talk.Turn, p *form.Promise) string { return t.Dossier.Label(p.Place.Path(), t.Lang()) }

// followed keeps what became of a decision. The answer that was signed stays as
// it is; only a date whose phase is still open is changed itself.
func followed(t *talk.Turn, arg string) {
	at, how, _ := strings.Cut(arg, "~")
	place := form.Place(at)
	p := t.Dossier.Promised(place)
	switch {
	case p == nil || !t.MayAnswer() || flows.OutsideRole(t.Session.Role):
		t.Ways.Home(t)
	case how == followMove:
		askDay(t, flows.Expects{Kind: flows.ExpectMove, Arg: string(place)}, t.Word("decision.ask", "decision", decision(t, p), "example", someDay(t)))
	case how == followDone:
		settle(t, p, form.Kept, t.Word("decision.done.ok", "decision", decision(t, p)))
	case how == followDrop:
		settle(t, p, form.GivenUp, t.Word("decision.drop.ok", "decision", decision(t, p)))
	default:
		t.Ways.Home(t)
	}
}

func settle(t *talk.Turn, p *form.Promise, fate, say string) {
	if p.Fate != fate {
		t.Dossier.Settle(p.Place, fate, t.Author())
	}
	t.Tell(say, goOnHome(t))
}

// moved keeps the new day of the decision at a place.
func moved(t *talk.Turn, at, _ string) {
	place := form.Place(at)
	p := t.Dossier.Promised(place)
	if p == nil {
		t.Ways.Home(t)
		return
	}
	day, ok := dayToCome(t, flows.Expects{Kind: flows.ExpectMove, Arg: string(place)})
	if !ok {
		return
	}
	t.ExpectNothing()
	q, _ := t.Script.Questionnaire.Question(place.Question())
	if q != nil && !t.Dossier.IsClosed(q.Phase.ID) && t.Dossier.May(t.Free(), q, place.Path()) {
		t.Ways.Record(t, form.Answer{Place: place, State: form.Given, Value: form.Value{Date: day}, Author: t.Author()})
	} else {
		t.Dossier.Postpone(place, day, t.Author())
	}
	t.Tell(t.Word("decision.moved", "decision", decision(t, p), "day", form.Day(day, t.Lang())), goOnHome(t))
}

func goOnHome(t *talk.Turn) []flows.Button {
	return talk.Row(talk.Quiet(t.Word("goon"), flows.Press(flows.VerbGo)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)))
}

// NotifyPromisers tells those who see to a decision that its day has changed.
func NotifyPromisers(t *talk.Turn, before []form.Promise) {
	if t.Dossier == nil {
		return
	}
	var told []string
	for _, p := range t.Dossier.Head().Promises {
		if slices.Contains(before, p) {
			continue
		}
		who := t.Dossier.Promiser(p)
		if who == nil || slices.Contains(told, who.Address) {
			continue
		}
		told = append(told, who.Address)
		t.Notify(who.Address, flows.Note{Kind: flows.NoteCalendar})
	}
}

// Promises are the decisions of the dossier that have a day.
func Promises(t *talk.Turn) []form.Promise {
	if t.Dossier == nil {
		return nil
	}
	return t.Dossier.Head().Promises
}
