package telegram

import (
	"context"
	"hash/fnv"
	"sync"
	"time"
)

// longest is how long at most is waited before Telegram is asked again.
const longest = time.Minute

// patientFor is after how many refusals of the token in a row it is believed:
// Telegram refuses a good one now and then.
const patientFor = 6

// trouble says once what keeps updates from being fetched, and waits.
func (a *Adapter) trouble(ctx context.Context, err error, failures int) {
	if ctx.Err() != nil {
		return
	}
	a.ill(err)
	pause := a.pause(failures)
	switch p := problemOf(err); {
	case refused(err):
		if failures == 1 || failures == patientFor {
			a.o.Log.Error("telegram refuses the token: put another one in TELEGRAM_BOT_TOKEN; nothing is received meanwhile")
		}
		if failures >= patientFor {
			pause = min(tokenPause, 300*a.o.Backoff)
		}
	case conflicting(err):
		a.o.Log.Warn("another program reads the updates of this bot, or a webhook was set: stop it; trying again", "error", err)
		pause = max(pause, min(longest, 3*a.o.Backoff))
	case p != nil && p.after > 0:
		pause = max(pause, p.after)
	case failures == 1:
		a.o.Log.Warn("telegram cannot be reached; trying again", "error", err)
	}
	a.rest(ctx, pause)
}

// pause grows with the failures: twice as long each time, and of that between a
// half and a whole, so that many bots do not come back at the same moment.
func (a *Adapter) pause(failures int) time.Duration {
	d := a.o.Backoff << min(failures-1, 10)
	d = min(d, longest)
	sum := fnv.New32a()
	_, _ = sum.Write([]byte{byte(failures), a.o.Token[len(a.o.Token)-1]})
	return d/2 + time.Duration(sum.Sum32()%1000)*d/2000
}

// rest waits, and tells whether that was not cut short.
func (a *Adapter) rest(ctx context.Context, d time.Duration) bool {
	until := a.o.Clock.Now().Add(d)
	for a.o.Clock.Now().Before(until) {
		ring, stop := a.o.Clock.Alarm(until)
		select {
		case <-ring:
			stop()
		case <-ctx.Done():
			stop()
			return false
		}
	}
	return true
}

// once remembers what was said already.
type once struct {
	mu   sync.Mutex
	said map[string]bool
}

const onceMax = 1000

// first tells whether this is new. When too much is remembered, all is
// forgotten.
func (o *once) first(what string) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.said[what] {
		return false
	}
	if o.said == nil || len(o.said) >= onceMax {
		o.said = map[string]bool{}
	}
	o.said[what] = true
	return true
}

// puzzled logs an update that is not understood, once.
func (a *Adapter) puzzled(err error, id int64) {
	a.counts.odd.Add(1)
	if a.odd.first("update " + err.Error()) {
		a.o.Log.Warn("an update is not understood and left out", "update", id, "error", err)
	}
}
