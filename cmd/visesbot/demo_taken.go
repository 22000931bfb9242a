package main

import (
	"context"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// takenOver are the scripts of the demo: where somebody comes into a sample,
// their conversation and the dossier are taken over as the transcript left them.
type takenOver struct {
	bot.Scripts
	lives *lives
}

// Stepper gives the one of a version, as it is but for the coming in.
func (t takenOver) Stepper(version string) bot.Stepper {
	return arrival{t.Scripts.Stepper(version), t.lives}
}

type arrival struct {
	bot.Stepper
	lives *lives
}

// Step takes a life over, or steps.
func (a arrival) Step(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error) {
	if s.Dossier != "" || ev.Invite == nil || d == nil {
		return a.Stepper.Step(s, d, ev)
	}
	if _, _, ok := sampleOf(ev.Invite.Dossier); !ok {
		return a.Stepper.Step(s, d, ev)
	}
	left, err := a.lives.of(context.Background(), ev.Invite.Dossier)
	if err != nil {
		return flows.Turn{}, err
	}
	for _, t := range left.Talks {
		if t.Session.Address != s.Address {
			continue
		}
		turn := flows.Turn{Session: t.Session}
		turn.Bind(*ev.Invite)
		if d.Head().Version == 0 {
			turn.Changes = left.Dossier
		}
		for name, at := range t.Timers {
			if at.After(ev.At) { // what has fallen due meanwhile is not news
				turn.Wishes = append(turn.Wishes, flows.Wish{Wait: &flows.Wait{Name: name, At: at}})
			}
		}
		return turn, nil
	}
	return a.Stepper.Step(s, d, ev)
}
