package bot

import (
	"context"
	"time"
)

// Clock is the time that a bot lives in. It is safe for use by many
// goroutines.
type Clock interface {
	Now() time.Time
	// Alarm gives a channel that is closed when t has come, and possibly before:
	// whoever waits looks at Now again. Stop lets go of an alarm; it may be
	// called more than once.
	Alarm(t time.Time) (ring <-chan struct{}, stop func())
}

// RealClock is the time of the world, read in the zone of this computer.
type RealClock struct{}

// Now is the present time.
func (RealClock) Now() time.Time { return time.Now() }

// Alarm rings at t.
func (RealClock) Alarm(t time.Time) (<-chan struct{}, func()) { return ringAfter(time.Until(t)) }

func ringAfter(d time.Duration) (<-chan struct{}, func()) {
	ring := make(chan struct{})
	timer := time.AfterFunc(d, func() { close(ring) })
	return ring, func() { timer.Stop() }
}

// rest waits in the time of a clock, until ctx ends at most.
func rest(ctx context.Context, clock Clock, d time.Duration) {
	ring, stop := clock.Alarm(clock.Now().Add(d))
	defer stop()
	select {
	case <-ctx.Done():
	case <-ring:
	}
}
