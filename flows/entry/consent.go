package entry

import (
	"slices"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

func askConsent(t *talk.Turn) {
	t.Move(flows.MoveInvited, flows.Agreeing)
	q := t.ConsentQuestion()
	if q == nil {
		consent(t, true)
		return
	}
	t.Ask(flows.Card{
		Lines: []flows.Line{
			{Style: flows.Heading, Text: q.Text.In(t.Lang())},
			{Style: flows.Hint, Text: q.Help.In(t.Lang())},
		},
		Buttons: [][]flows.Button{talk.Row(
			talk.Button(t.Word("yes"), flows.Press(flows.VerbConsent, "yes")),
			talk.Button(t.Word("no"), flows.Press(flows.VerbConsent, "no")))},
	})
}

// ReadConsent understands a typed yes or no.
func ReadConsent(t *talk.Turn) {
	yes, ok := parse.YesNo(t.Event.Text, t.Lang())
	if !ok {
		t.Tell(t.Word("consent.again"))
		askConsent(t)
		return
	}
	consent(t, yes)
}

// consent keeps the decision. Without it modules stay open, and nothing else.
func consent(t *talk.Turn, yes bool) {
	if t.Session.Person == "" || flows.OutsideRole(t.Session.Role) {
		SettledIn(t)
		return
	}
	if t.Session.Respondent != "" && yes {
		t.Ways.Home(t)
		return
	}
	if !yes {
		Refuse(t)
		return
	}
	t.Session.Consent = "yes"
	settleConsent(t, t.Word("yes"))
	if !expected(t) {
		AskName(t)
	}
}

// Refuse keeps that no answers may be kept from this person from now on.
func Refuse(t *talk.Turn) {
	settleConsent(t, t.Word("no"))
	say := t.Word("consent.refused")
	if t.Session.Respondent != "" {
		t.Ways.GiveAllBack(t)
		recordConsent(t, "no")
		t.Dossier.Claim(t.Session.Person, "")
		forgetReminder(t)
		say = t.Word("consent.withdrawn")
	}
	t.Session.Consent, t.Session.Respondent = "no", ""
	t.ExpectNothing()
	t.Move(flows.MoveRefused, flows.Home)
	t.Tell(say)
	t.Ways.Home(t)
}

// forgetReminder takes back the reminder that is kept.
func forgetReminder(t *talk.Turn) {
	t.Session.Promised = time.Time{}
	if !t.Session.Remind.IsZero() {
		t.Session.Remind = time.Time{}
		t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: flows.TimerRemind}})
	}
}

// Withdrew tells whether an answer takes this person's own consent back.
func Withdrew(t *talk.Turn, q *form.Question, a form.Answer) bool {
	return q.Type == form.Consent && string(a.Place.Path()) == t.Session.Respondent && slices.Contains(a.Value.Choices, "no")
}

func settleConsent(t *talk.Turn, answer string) {
	q := t.ConsentQuestion()
	if q == nil || t.Session.Card == "" || t.Session.Mode != flows.Agreeing {
		return
	}
	t.Replace(flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: q.Text.In(t.Lang())}, {Style: flows.Body, Text: "✓ " + answer},
	}})
	t.Session.Card = ""
}

func recordConsent(t *talk.Turn, answer string) {
	q := t.ConsentQuestion()
	if q == nil || t.Session.Respondent == "" {
		return
	}
	place := form.Place(q.ID)
	if len(q.Loop) > 0 {
		place = form.At(q.ID, form.Path(t.Session.Respondent))
	}
	t.Dossier.Put(form.Answer{
		Place: place, State: form.Given,
		Value: form.Value{Choices: []string{answer}}, Author: t.Author(),
	})
}

// ConsentFirst explains why questions stay closed without consent.
func ConsentFirst(t *talk.Turn) {
	if t.Session.Person == "" {
		SettledIn(t)
		return
	}
	if t.Session.Consent == "yes" {
		if !expected(t) {
			AskName(t)
		}
		return
	}
	rows := [][]flows.Button{talk.Row(talk.Primary(t.Word("consent.yes"), flows.Press(flows.VerbConsent, "yes")))}
	if t.Session.Mode == flows.Studying {
		rows = append(rows, talk.Row(talk.Button(t.Word("exercise.skip"), flows.Press(flows.VerbLeave))))
	}
	t.Tell(t.Word("consent.first"), append(rows, talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))...)
}
