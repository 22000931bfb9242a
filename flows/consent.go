package flows

import (
	"slices"
	"time"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// consentQuestion is the questionnaire's own consent question.
func (st *step) consentQuestion() *form.Question {
	for _, q := range st.script.Questionnaire.Questions() {
		if q.Type == form.Consent {
			return q
		}
	}
	return nil
}

func (st *step) askConsent() {
	st.move(moveInvited, Agreeing)
	q := st.consentQuestion()
	if q == nil {
		st.consent(true)
		return
	}
	st.ask(Card{
		Lines: []Line{
			{Style: Heading, Text: q.Text.In(st.lang())},
			{Style: Hint, Text: q.Help.In(st.lang())},
		},
		Buttons: [][]Button{row(
			button(st.word("yes"), bConsent+"~yes"),
			button(st.word("no"), bConsent+"~no"))},
	})
}

// readConsent understands a typed yes or no.
func (st *step) readConsent() {
	yes, ok := parse.YesNo(st.ev.Text, st.lang())
	if !ok {
		st.tell(st.word("consent.again"))
		st.askConsent()
		return
	}
	st.consent(yes)
}

// consent keeps the decision. Without it modules stay open, and nothing else.
func (st *step) consent(yes bool) {
	if st.s.Person == "" || outsideRole(st.s.Role) {
		st.settledIn()
		return
	}
	if st.s.Respondent != "" && yes {
		st.home()
		return
	}
	if !yes {
		st.refuse()
		return
	}
	st.s.Consent = "yes"
	st.settleConsent(st.word("yes"))
	if !st.expected() {
		st.askName()
	}
}

// refuse keeps that no answers may be kept from this person from now on.
func (st *step) refuse() {
	st.settleConsent(st.word("no"))
	say := st.word("consent.refused")
	if st.s.Respondent != "" {
		st.giveAllBack()
		st.recordConsent("no")
		st.d.Claim(st.s.Person, "")
		st.forgetReminder()
		say = st.word("consent.withdrawn")
	}
	st.s.Consent, st.s.Respondent, st.s.Asked = "no", "", ""
	st.move(moveRefused, Home)
	st.tell(say)
	st.home()
}

// forgetReminder takes back the reminder that is kept.
func (st *step) forgetReminder() {
	st.s.Promised = time.Time{}
	if !st.s.Remind.IsZero() {
		st.s.Remind = time.Time{}
		st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: timerRemind}})
	}
}

// nameless tells whether a respondent has withdrawn: what they shared before
// stays with the enterprise, and their name is not shown beside it any more.
func (st *step) nameless(respondent form.Path) bool {
	q := st.consentQuestion()
	if q == nil || len(q.Loop) != 1 || respondent == "" || st.d.Item(respondent) == nil {
		return false
	}
	a := st.d.Answer(form.At(q.ID, respondent))
	return a != nil && a.State == form.Given && slices.Contains(a.Value.Choices, "no")
}

// withdrew tells whether an answer takes this person's own consent back.
func (st *step) withdrew(q *form.Question, a form.Answer) bool {
	return q.Type == form.Consent && string(a.Place.Path()) == st.s.Respondent && slices.Contains(a.Value.Choices, "no")
}

func (st *step) settleConsent(answer string) {
	q := st.consentQuestion()
	if q == nil || st.s.Card == "" || st.s.Mode != Agreeing {
		return
	}
	st.replace(Card{Lines: []Line{
		{Style: Heading, Text: q.Text.In(st.lang())}, {Style: Body, Text: "✓ " + answer},
	}})
	st.s.Card = ""
}

func (st *step) recordConsent(answer string) {
	q := st.consentQuestion()
	if q == nil || st.s.Respondent == "" {
		return
	}
	place := form.Place(q.ID)
	if len(q.Loop) > 0 {
		place = form.At(q.ID, form.Path(st.s.Respondent))
	}
	st.d.Put(form.Answer{
		Place: place, State: form.Given,
		Value: form.Value{Choices: []string{answer}}, Author: st.author(),
	})
}
