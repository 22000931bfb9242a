package slack

import (
	"context"
	"time"

	"visesbot/bot"
)

var _ bot.Planner = (*Adapter)(nil)

// Plan takes moments for messages to many, as fast as each workspace takes them.
func (a *Adapter) Plan(now, until time.Time, to []bot.Address) []time.Time {
	return a.pace.plan(now, until, to)
}

// bulkKey marks the context of a message to many.
type bulkKey struct{}

func withBulk(ctx context.Context, m bot.Message) context.Context {
	if !m.Bulk {
		return ctx
	}
	return context.WithValue(ctx, bulkKey{}, true)
}

func isBulk(ctx context.Context) bool { return ctx.Value(bulkKey{}) != nil }

// plan gives moments out, as many as there are until then.
func (p *pace) plan(now, until time.Time, to []bot.Address) []time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bulk == nil {
		p.bulk = map[string]time.Time{}
	}
	var all []time.Time
	for _, a := range to {
		at, _ := placeOf(a) // what is no address fails when it is sent to
		next := now
		if minute := p.rates["chat.postMessage"]; minute > 0 {
			next = latest(now, p.bulk[at.team]).Add(time.Duration(float64(time.Minute) / minute))
		}
		if next.After(until) {
			break
		}
		p.bulk[at.team] = next
		all = append(all, next)
	}
	return all
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// spare tells whether a message to many leaves enough for answers, a third of
// what may be sent at once, or when to come again.
func (p *pace) spare(team, method string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock.Now()
	limit := p.turn(spot{team, method}, p.rates[method], now).limit
	missing := 1 + float64(limit.Burst())/3 - limit.TokensAt(now)
	if p.rates[method] <= 0 || missing <= 0 {
		return nil
	}
	return later(time.Duration(missing / float64(limit.Limit()) * float64(time.Second)))
}
