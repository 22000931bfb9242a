package office

import (
	"fmt"
	"time"

	"visesbot/bot"
	"visesbot/bot/cohort"
	"visesbot/flows"
)

// Awake is the first moment at which somebody of an enterprise may be written to
// unasked: now, or the next morning where they live.
func (v *Visit) Awake(enterprise string, a bot.Address) (time.Time, error) {
	s, err := v.Store().Session(v.Ctx, a)
	if err != nil {
		return time.Time{}, fmt.Errorf("read when somebody may be written to: %w", err)
	}
	now := v.Now()
	if zone, err := time.LoadLocation(s.Zone); err == nil && s.Zone != "" && s.Zone != "Local" {
		now = now.In(zone)
	}
	e, _ := v.Programme.Find(cohort.Enterprises, enterprise)
	return flows.Unasked(s, e.Fields["country"], now), nil
}
