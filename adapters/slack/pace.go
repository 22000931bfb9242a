package slack

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"visesbot/bot"
)

// Rates are how many calls a minute are made at most, by method, for one
// workspace. Of a method that is not in it, a call is made whenever wanted.
type Rates map[string]float64

// inChannel is the rate of messages in one channel.
const inChannel = "channel"

// DefaultRates are a little below the tiers that Slack publishes: 20, 50 and
// 100 a minute. Of chat.postMessage it says one a second in a channel, and
// several hundred a minute in a workspace.
func DefaultRates() Rates {
	return Rates{
		inChannel: 60, "chat.postMessage": 240, "chat.postEphemeral": 80, "chat.update": 40,
		"conversations.open": 40, "users.info": 80,
		"views.open": 80, "views.update": 80, "views.publish": 80,
		"files.getUploadURLExternal": 80, "files.completeUploadExternal": 80,
	}
}

// patience is how long a call waits for its turn by itself; for longer it is
// put back, so that it keeps nobody else waiting.
const patience = 300 * time.Millisecond

// forget is how long something has to be quiet to be forgotten, and rememberMax
// how much is remembered before that is looked at.
const (
	forget      = 5 * time.Minute
	rememberMax = 10_000
)

// spot is what has a limit of its own: a method in a workspace, or a channel.
type spot struct{ team, what string }

// pace keeps to the limits, and to the pauses that Slack asks for.
type pace struct {
	clock bot.Clock
	rates Rates

	mu    sync.Mutex
	spots map[spot]*turn
	bulk  map[string]time.Time // by workspace, the last moment given to a message to many
}

// turn is when the next call may be made.
type turn struct {
	limit *rate.Limiter
	until time.Time // Slack asked for silence
	used  time.Time
}

func newPace(clock bot.Clock, r Rates) *pace {
	return &pace{clock: clock, rates: r, spots: map[spot]*turn{}}
}

// wait returns when a call may be made, or a Throttled error when that takes
// longer than most. The channel may be empty.
func (p *pace) wait(ctx context.Context, most time.Duration, team, method, channel string) error {
	if isBulk(ctx) {
		most = 0
		if err := p.spare(team, method); err != nil {
			return err
		}
	}
	at, err := p.reserve(most, team, method, channel)
	if err != nil {
		return err
	}
	for {
		if !p.clock.Now().Before(at) {
			return nil
		}
		ring, stop := p.clock.Alarm(at)
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
func (p *pace) reserve(most time.Duration, team, method, channel string) (time.Time, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock.Now()
	turns := []*turn{p.turn(spot{team, method}, p.rates[method], now)}
	if channel != "" {
		turns = append(turns, p.turn(spot{team, channel}, p.rates[inChannel], now))
	}
	delay := time.Duration(0)
	for _, t := range turns {
		delay = max(delay, t.until.Sub(now))
	}
	if delay > 0 {
		return now, later(delay)
	}
	var taken []*rate.Reservation
	for _, t := range turns {
		r := t.limit.ReserveN(now, 1)
		taken = append(taken, r)
		delay = max(delay, r.DelayFrom(now))
	}
	if delay <= most {
		return now.Add(delay), nil
	}
	for _, r := range taken {
		r.CancelAt(now)
	}
	return now, later(delay)
}

func later(d time.Duration) error {
	return &bot.SendError{Kind: bot.Throttled, After: d, Err: errors.New("the limits of Slack are reached")}
}

// turn finds what is known of a spot. The lock is held.
func (p *pace) turn(s spot, minute float64, now time.Time) *turn {
	t := p.spots[s]
	if t == nil {
		p.tidy(now)
		t = &turn{limit: limiter(minute)}
		p.spots[s] = t
	}
	t.used = now
	return t
}

// limiter lets through so many a minute, and a short burst: an answer is often
// two messages.
func limiter(minute float64) *rate.Limiter {
	if minute <= 0 {
		return rate.NewLimiter(rate.Inf, 1)
	}
	return rate.NewLimiter(rate.Limit(minute/60), max(3, int(minute/8)-5))
}

// tidy forgets what has been quiet. The lock is held.
func (p *pace) tidy(now time.Time) {
	if len(p.spots) < rememberMax {
		return
	}
	for s, t := range p.spots {
		if now.Sub(t.used) > forget && now.After(t.until) {
			delete(p.spots, s)
		}
	}
}

// pause makes nobody call for as long as Slack asks: for a channel when one is
// given, else for the method.
func (p *pace) pause(team, method, channel string, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock.Now()
	what, minute := method, p.rates[method]
	if channel != "" {
		what, minute = channel, p.rates[inChannel]
	}
	p.turn(spot{team, what}, minute, now).until = now.Add(d)
}
