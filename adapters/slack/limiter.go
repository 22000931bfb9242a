package slack

import (
	"context"
	"time"

	"visesbot/bot"
	"visesbot/bot/limiter"
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
		"conversations.open": 40, "users.info": 80, "files.info": 40,
		"views.open": 80, "views.update": 80, "views.publish": 80,
		"files.getUploadURLExternal": 80, "files.completeUploadExternal": 80,
	}
}

// patience is how long a call waits for its turn by itself; for longer it is
// put back, so that it keeps nobody else waiting.
const patience = 300 * time.Millisecond

// rememberMax is how much of a kind is remembered at once.
const rememberMax = 10_000

// spot is what a workspace has: a method, a picture.
type spot struct{ team, what string }

// gates are what a call has to pass: its method in the workspace, and the channel
// where it has a limit of its own.
func (r Rates) gates(team, method, channel string) []limiter.Gate {
	all := []limiter.Gate{r.gate(team, method, r[method])}
	if channel != "" {
		all = append(all, r.gate(team, channel, r[inChannel]))
	}
	return all
}

// gate lets through so many a minute, and a short burst: an answer is often two
// messages.
func (r Rates) gate(team, what string, minute float64) limiter.Gate {
	return limiter.Gate{
		Key:    limiter.Key{Account: team, Name: what},
		Limits: []limiter.Limit{{Second: minute / 60, Burst: max(3, int(minute/8)-5)}},
	}
}

// waitTurn returns when a call may be made, or a Throttled error when that takes
// longer than most. A call for what goes to many waits for nothing, and leaves a
// third of what may be sent at once for answers.
func (c *connection) waitTurn(ctx context.Context, most time.Duration, team, method, channel string) error {
	gates, now := c.o.Rates.gates(team, method, channel), c.o.Clock.Now()
	if isBulk(ctx) {
		most = 0
		if err := c.limits.Spare(now, 1+float64(gates[0].Limits[0].Burst)/3, gates[0]); err != nil {
			return err
		}
	}
	at, err := c.limits.Reserve(now, most, gates...)
	if err != nil {
		return err
	}
	return limiter.Wait(ctx, c.o.Clock, at)
}

// pauseCalls makes nobody call for as long as Slack asks: for a channel when one
// is given, else for the method.
func (c *connection) pauseCalls(team, method, channel string, d time.Duration) {
	gates := c.o.Rates.gates(team, method, channel)
	c.limits.Pause(c.o.Clock.Now(), d, gates[len(gates)-1])
}

var _ bot.Planner = (*Adapter)(nil)

// Plan takes moments for messages to many, as fast as each workspace takes them.
func (c *connection) Plan(now, until time.Time, to []bot.Address) []time.Time {
	every := time.Duration(0)
	if minute := c.o.Rates["chat.postMessage"]; minute > 0 {
		every = time.Duration(float64(time.Minute) / minute)
	}
	var all []time.Time
	for _, a := range to {
		at, _ := placeOf(a) // what is no address fails when it is sent to
		next, ok := c.limits.Plan(at.team, now, until, every)
		if !ok {
			break
		}
		all = append(all, next)
	}
	return all
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
