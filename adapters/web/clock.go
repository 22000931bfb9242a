package web

import (
	"context"
	"net/http"
	"time"

	"visesbot/flows/workday"
)

// move sets the clock forward.
func (a *Adapter) move(_ context.Context, q request) error {
	to, ok := moved(a.config.Clock.Now(), q.Move)
	if !ok {
		return refused(http.StatusBadRequest, "bad-request")
	}
	if err := a.config.Clock.Set(to); err != nil {
		return err
	}
	a.moves.Add(1)
	a.talk.wakeAll()
	return nil
}

// moved is where a move leads: an hour on, the next working morning, the same
// time three days later, or the coming Monday at nine.
func moved(now time.Time, move string) (time.Time, bool) {
	switch move {
	case "hour":
		return now.Add(time.Hour), true
	case "morning":
		return workday.NextAt(now.Add(time.Minute), workday.Rhythm{}, country), true
	case "days":
		return now.AddDate(0, 0, 3), true
	case "monday":
		return nextMonday(now), true
	}
	return now, false
}

// country is whose holidays the demo keeps: its enterprise is Belgian.
const country = "BE"

func nextMonday(now time.Time) time.Time {
	year, month, day := now.Date()
	ahead := (int(time.Monday) - int(now.Weekday()) + 7) % 7
	at := time.Date(year, month, day+ahead, 9, 0, 0, 0, now.Location())
	if !at.After(now) {
		at = at.AddDate(0, 0, 7)
	}
	return at
}

// restart begins the demo anew: other conversations, another dossier, the real
// time; or with a sample, whose time is not before its last message. Nothing of
// the round before is deleted.
func (a *Adapter) restart(ctx context.Context, q request) error {
	if _, ok := a.sample(q.Sample); q.Sample != "" && !ok {
		return refused(http.StatusNotFound, "bad-request")
	}
	var past []Past
	if a.config.Restart != nil {
		var err error
		if past, err = a.config.Restart(ctx, a.Round()+1, q.Sample); err != nil {
			return err
		}
	}
	if err := a.rewind(last(past)); err != nil {
		return err
	}
	if err := a.talk.begin(a.config.Clock.Now(), q.Sample, past); err != nil {
		return err
	}
	if q.Sample == "" {
		return nil
	}
	return a.open(ctx, q)
}

// rewind goes back to the real time, or forward to a later one.
func (a *Adapter) rewind(to time.Time) error {
	defer a.moves.Add(1)
	if err := a.config.Clock.Reset(); err != nil {
		return err
	}
	if !to.After(a.config.Clock.Now()) {
		return nil
	}
	return a.config.Clock.Set(to)
}
