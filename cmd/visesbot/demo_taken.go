package main

import (
	"context"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// takenOver are the scripts of the demo: where somebody comes into a sample, or
// into another enterprise of the cohort, their conversation and the dossier are
// taken over as the transcript left them.
type takenOver struct {
	bot.Scripts
	lives *lives
	cast  *cast
}

// Stepper gives the one of a version, as it is but for the coming in.
func (t takenOver) Stepper(version string) bot.Stepper {
	return arrival{t.Scripts.Stepper(version), t.lives, t.cast}
}

type arrival struct {
	bot.Stepper
	lives *lives
	cast  *cast
}

// Step takes a life over, or steps.
func (a arrival) Step(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error) {
	if s.Dossier != "" || ev.Invite == nil || d == nil {
		return a.Stepper.Step(s, d, ev)
	}
	a.cast.began(ev.Invite.Member)
	left, ok := a.cast.remembers(bot.Address(s.Address))
	if _, _, is := sampleOf(ev.Invite.Dossier); is {
		var err error
		if left, err = a.lives.of(context.Background(), ev.Invite.Dossier); err != nil {
			return flows.Turn{}, err
		}
		ok = true
	}
	if turn, there := takeOver(left, s.Address, d, ev); ok && there {
		return turn, nil
	}
	return a.Stepper.Step(s, d, ev)
}

// takeOver is the turn in which somebody goes on where a talk left them; false
// where they were not in it.
func takeOver(left flowtest.Left, address string, d form.Source, ev flows.Event) (flows.Turn, bool) {
	for _, t := range left.Talks {
		if t.Session.Address != address {
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
		return turn, true
	}
	return flows.Turn{}, false
}
