package telegram

import (
	"context"
	"time"

	"golang.org/x/time/rate"

	"visesbot/bot"
)

var _ bot.Planner = (*Adapter)(nil)

// Plan takes moments for messages to many, as fast as the account may send.
func (a *Adapter) Plan(now, until time.Time, to []bot.Address) []time.Time {
	return a.limiter.plan(now, until, len(to))
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

// A message to many is sent only when it leaves room for one more in the
// account's limit, so that an answer can go at once. What gives way to answers
// takes a new moment at the end, so moments are given a little more often than
// messages can be sent: none is lost.
const (
	bulkNeeds = 2
	bulkMore  = 1.03
)

// bulkLate is how much of a second may pass unused, and be made up for, while
// messages to many are on their way: a busy computer is late now and then.
const bulkLate = 2

// plan gives moments out, as many as there are until then.
func (l *limiter) plan(now, until time.Time, n int) []time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []time.Time
	for len(all) < n {
		next := l.moment(now)
		if next.After(until) {
			break
		}
		l.bulk = next
		all = append(all, next)
	}
	return all
}

// moment is the next one that nobody has. The lock is held.
func (l *limiter) moment(now time.Time) time.Time {
	if l.bulk.Before(now) {
		l.bulk = now
	}
	return l.bulk.Add(time.Duration(float64(time.Second) / (l.rates.Second * bulkMore)))
}

// spare takes what a message to many needs, if it can be spared now, or says
// when to come again. It never waits.
func (l *limiter) spare(chat int64) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock.Now()
	p := l.pace(chat, now)
	if pause := max(p.until.Sub(now), l.until.Sub(now)); pause > 0 {
		return later(pause)
	}
	for _, limit := range p.limits {
		if missing := 1 - limit.TokensAt(now); missing > 0 {
			return later(time.Duration(missing / float64(limit.Limit()) * float64(time.Second)))
		}
	}
	l.widen(now)
	if l.all.TokensAt(now) < bulkNeeds {
		l.bulk = l.moment(now)
		return later(l.bulk.Sub(now))
	}
	for _, limit := range append([]*rate.Limiter{l.all}, p.limits...) {
		limit.AllowN(now, 1)
	}
	return nil
}

// widen lets what is not used be made up for while messages to many are on
// their way, and no more once they are not. The lock is held.
func (l *limiter) widen(now time.Time) {
	size := burst(l.rates)
	if now.Sub(l.bulk) < time.Second {
		size = max(size, 2, int(l.rates.Second/bulkLate))
	}
	if l.all.Burst() != size {
		l.all.SetBurstAt(now, size)
	}
}
