package office

import (
	"fmt"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
)

// Awake is the first moment at which somebody of an enterprise may be written to
// unasked: now, or the next morning where they live.
func (v *Visit) Awake(enterprise string, a bot.Address) (time.Time, error) {
	s, err := v.Store().Session(v.Ctx, a)
	if err != nil {
		return time.Time{}, fmt.Errorf("read when somebody may be written to: %w", err)
	}
	now := v.Now().In(bot.Zone(s.Zone, v.Now().Location()))
	e, _ := v.Programme.Find(register.Enterprises, enterprise)
	return flows.Unasked(s, e.Fields["country"], now), nil
}
