package limiter

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"visesbot/bot"
)

// How long a key has to be quiet to be forgotten, and how many are remembered
// before that is looked at.
const (
	quiet       = 5 * time.Minute
	rememberMax = 10_000
)

// Key names what has a limit of its own: an account, and one conversation or
// method of it; an empty name is the account itself.
type Key struct{ Account, Name string }

// Limit is so many a second in the long run, and so many at once. Without
// anything a second there is no limit.
type Limit struct {
	Second float64
	Burst  int
}

// Gate is a key with its limits; each of them has to let something through. A
// burst may differ from one time to the next, and counts from then on.
type Gate struct {
	Key    Key
	Limits []Limit
}

// Limiter keeps the limits. It may be used by many at a time.
type Limiter struct {
	reached error

	mu    sync.Mutex
	spots map[Key]*spot
	plans map[string]time.Time // by account, the last moment that was given away
}

// spot is what is known of a key.
type spot struct {
	limits []*rate.Limiter
	until  time.Time // silence was asked for
	used   time.Time
}

// New makes a limiter for the platform of this name.
func New(platform string) *Limiter {
	return &Limiter{
		reached: errors.New("the limits of " + platform + " are reached"),
		spots:   map[Key]*spot{}, plans: map[string]time.Time{},
	}
}

// Reserve takes a token at every gate, and says from when on it counts. Where
// that is later than most, or a key has to be silent, it takes none, and the
// error says when to come again.
func (l *Limiter) Reserve(now time.Time, most time.Duration, gates ...Gate) (time.Time, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var limits []*rate.Limiter
	pause := time.Duration(0)
	for _, g := range gates {
		s := l.spot(g, now)
		pause = max(pause, s.until.Sub(now))
		limits = append(limits, s.limits...)
	}
	if pause > 0 {
		return now, l.later(pause)
	}
	var taken []*rate.Reservation
	delay := time.Duration(0)
	for _, limit := range limits {
		r := limit.ReserveN(now, 1)
		taken = append(taken, r)
		delay = max(delay, r.DelayFrom(now))
	}
	if delay <= most {
		return now.Add(delay), nil
	}
	for _, r := range taken {
		r.CancelAt(now)
	}
	return now, l.later(delay)
}

// Spare tells whether a gate has so many tokens now, and takes none. What is sent
// to many asks for more than one, so that an answer can go at once.
func (l *Limiter) Spare(now time.Time, tokens float64, g Gate) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	wait := time.Duration(0)
	for _, limit := range l.spot(g, now).limits {
		if missing := tokens - limit.TokensAt(now); missing > 0 && limit.Limit() < rate.Inf {
			wait = max(wait, time.Duration(missing/float64(limit.Limit())*float64(time.Second)))
		}
	}
	if wait > 0 {
		return l.later(wait)
	}
	return nil
}

// Pause keeps a key silent for as long as the platform asks for.
func (l *Limiter) Pause(now time.Time, d time.Duration, g Gate) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.spot(g, now).until = now.Add(d)
}

// Paused tells whether another key of the same account has to be silent now:
// where several have, it is the account that sent too much.
func (l *Limiter) Paused(now time.Time, but Key) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for k, s := range l.spots {
		if k.Account == but.Account && k != but && s.until.After(now) {
			return true
		}
	}
	return false
}

// Plan gives away the next moment of an account that nobody has, for something
// that goes to many; false when it would be after until.
func (l *Limiter) Plan(account string, now, until time.Time, every time.Duration) (time.Time, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	next := now
	if every > 0 {
		if last := l.plans[account]; last.After(now) {
			next = last
		}
		next = next.Add(every)
	}
	if next.After(until) {
		return next, false
	}
	l.plans[account] = next
	return next, true
}

// Planned is the last moment that was given away for an account; zero for none.
func (l *Limiter) Planned(account string) time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.plans[account]
}

// Wait returns when it is so late.
func Wait(ctx context.Context, clock bot.Clock, at time.Time) error {
	for clock.Now().Before(at) {
		ring, stop := clock.Alarm(at)
		select {
		case <-ring:
			stop()
		case <-ctx.Done():
			stop()
			return &bot.SendError{Kind: bot.Temporary, Err: ctx.Err()}
		}
	}
	return nil
}

func (l *Limiter) later(d time.Duration) error {
	return &bot.SendError{Kind: bot.Throttled, After: d, Err: l.reached}
}

// spot finds what is known of a gate. The lock is held.
func (l *Limiter) spot(g Gate, now time.Time) *spot {
	s := l.spots[g.Key]
	if s == nil {
		l.tidy(now)
		s = &spot{}
		for _, limit := range g.Limits {
			s.limits = append(s.limits, limit.limiter())
		}
		l.spots[g.Key] = s
	}
	for i, limit := range g.Limits {
		if i < len(s.limits) && s.limits[i].Burst() != max(1, limit.Burst) {
			s.limits[i].SetBurstAt(now, max(1, limit.Burst))
		}
	}
	s.used = now
	return s
}

func (l Limit) limiter() *rate.Limiter {
	if l.Second <= 0 {
		return rate.NewLimiter(rate.Inf, max(1, l.Burst))
	}
	return rate.NewLimiter(rate.Limit(l.Second), max(1, l.Burst))
}

// tidy forgets what has been quiet. The lock is held.
func (l *Limiter) tidy(now time.Time) {
	if len(l.spots) < rememberMax {
		return
	}
	for k, s := range l.spots {
		if now.Sub(s.used) > quiet && now.After(s.until) {
			delete(l.spots, k)
		}
	}
}
