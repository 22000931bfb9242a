package bottest

import (
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// visits is a stepper that notes where people come by, and what went wrong.
type visits struct {
	stepper bot.Stepper
	flowtest.Visits
	failed error
}

func newVisits(s bot.Stepper) *visits {
	v := &visits{stepper: s}
	v.Add(flowtest.Visits{})
	return v
}

func (v *visits) Step(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error) {
	turn, err := v.stepper.Step(s, d, ev)
	if err != nil {
		v.failed = err
		return turn, err
	}
	if q := turn.Session.Place.Question(); q != "" {
		v.Questions[q] = true
	}
	for _, r := range turn.Changes.Records {
		if r.Answer != nil {
			v.Questions[r.Answer.Place.Question()] = true
		}
		if r.Delivery != nil {
			v.Blocks[r.Delivery.Module+"/"+r.Delivery.Block] = true
		}
	}
	return turn, nil
}
