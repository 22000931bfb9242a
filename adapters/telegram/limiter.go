package telegram

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"visesbot/bot"
)

// Rates are how much is sent or edited at most.
type Rates struct {
	Second float64 // messages a second over all chats
	Chat   float64 // a second in one chat, in the long run
	Burst  int     // at once in one chat
	Minute float64 // a minute in one group
}

// DefaultRates are what Telegram publishes, with a little to spare in groups.
// Short bursts in one chat are let through, and an answer is often two messages.
func DefaultRates() Rates { return Rates{Second: 30, Chat: 1, Burst: 4, Minute: 18} }

// patience is how long a sending waits for its turn by itself; for longer it is
// put back, so that it keeps nobody else waiting.
const patience = time.Second

// forget is how long a chat has to be quiet to be forgotten, and rememberMax
// how many are remembered before that is looked at.
const (
	forget      = 5 * time.Minute
	rememberMax = 10_000
)

// limiter keeps to the limits of the account and of each chat, and to the pauses
// that Telegram asks for.
type limiter struct {
	clock bot.Clock
	rates Rates

	mu    sync.Mutex
	all   *rate.Limiter
	chats map[int64]*pace
	until time.Time // the account has to be silent
	bulk  time.Time // the last moment that was given to a message to many
}

// pace is one chat's.
type pace struct {
	limits []*rate.Limiter
	until  time.Time
	used   time.Time
}

func newLimiter(clock bot.Clock, r Rates) *limiter {
	return &limiter{
		clock: clock, rates: r, chats: map[int64]*pace{},
		all: rate.NewLimiter(rate.Limit(r.Second), burst(r)),
	}
}

// burst is how much may be sent at once.
func burst(r Rates) int { return max(1, int(r.Second/10)) }

// wait returns when a message may go to a chat, or says how long that takes.
func (l *limiter) wait(ctx context.Context, chat int64) error {
	if isBulk(ctx) {
		return l.spare(chat)
	}
	at, err := l.reserve(chat)
	if err != nil {
		return err
	}
	for {
		now := l.clock.Now()
		if !now.Before(at) {
			return nil
		}
		ring, stop := l.clock.Alarm(at)
		select {
		case <-ring:
			stop()
		case <-ctx.Done():
			stop()
			return &bot.SendError{Kind: bot.Temporary, Err: ctx.Err()}
		}
	}
}

// reserve takes the next free moment, if that is soon.
func (l *limiter) reserve(chat int64) (time.Time, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock.Now()
	p := l.pace(chat, now)
	if pause := max(p.until.Sub(now), l.until.Sub(now)); pause > 0 {
		return now, later(pause)
	}
	l.widen(now)
	var taken []*rate.Reservation
	delay := time.Duration(0)
	for _, limit := range append([]*rate.Limiter{l.all}, p.limits...) {
		r := limit.ReserveN(now, 1)
		taken = append(taken, r)
		delay = max(delay, r.DelayFrom(now))
	}
	if delay <= patience {
		return now.Add(delay), nil
	}
	for _, r := range taken {
		r.CancelAt(now)
	}
	return now, later(delay)
}

// busy tells whether a chat has to wait before anything more is sent there.
func (l *limiter) busy(chat int64) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock.Now()
	p := l.pace(chat, now)
	for _, limit := range p.limits {
		if limit.TokensAt(now) < 1 {
			return true
		}
	}
	return p.until.After(now) || l.until.After(now)
}

func later(d time.Duration) error {
	return &bot.SendError{Kind: bot.Throttled, After: d, Err: errors.New("the limits of Telegram are reached")}
}

// pace finds what is known of a chat. The lock is held.
func (l *limiter) pace(chat int64, now time.Time) *pace {
	p := l.chats[chat]
	if p == nil {
		l.tidy(now)
		p = &pace{limits: []*rate.Limiter{rate.NewLimiter(rate.Limit(l.rates.Chat), max(1, l.rates.Burst))}}
		if chat < 0 {
			p.limits = append(p.limits, rate.NewLimiter(rate.Limit(l.rates.Minute/60), max(1, int(l.rates.Minute))))
		}
		l.chats[chat] = p
	}
	p.used = now
	return p
}

// tidy forgets the chats that have been quiet. The lock is held.
func (l *limiter) tidy(now time.Time) {
	if len(l.chats) < rememberMax {
		return
	}
	for chat, p := range l.chats {
		if now.Sub(p.used) > forget && now.After(p.until) {
			delete(l.chats, chat)
		}
	}
}

// pause keeps a chat silent for as long as Telegram asks; and everybody, when it
// asks so for two chats at a time: then it is the account that wrote too much.
func (l *limiter) pause(chat int64, d time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock.Now()
	for other, p := range l.chats {
		if other != chat && p.until.After(now) {
			l.until = now.Add(d)
		}
	}
	l.pace(chat, now).until = now.Add(d)
}
