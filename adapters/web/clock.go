package web

import (
	"context"
	"net/http"
	"time"
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

// moved is where a move leads: an hour on, the same time three days later, or
// the coming Monday at nine.
func moved(now time.Time, move string) (time.Time, bool) {
	switch move {
	case "hour":
		return now.Add(time.Hour), true
	case "days":
		return now.AddDate(0, 0, 3), true
	case "monday":
		return nextMonday(now), true
	}
	return now, false
}

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
// time. Nothing of the round before is deleted.
func (a *Adapter) restart(ctx context.Context, _ request) error {
	if a.config.Restart != nil {
		if err := a.config.Restart(ctx, a.Round()+1); err != nil {
			return err
		}
	}
	if err := a.config.Clock.Reset(); err != nil {
		return err
	}
	a.moves.Add(1)
	return a.talk.begin(a.config.Clock.Now())
}
