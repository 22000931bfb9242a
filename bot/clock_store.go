package bot

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"
)

// Timekeeper is what a store may also be: one with a clock of its own, which all
// programs on it go by.
type Timekeeper interface {
	// Time is what the store's clock says.
	Time(ctx context.Context) (time.Time, error)
}

// StoreClock is the time of a store: programs on computers whose clocks differ
// agree on what is due and on whose lease has ended. Between two askings it goes on
// by what the clock below measures, so that a step of this computer's clock is none
// of it.
type StoreClock struct {
	below Clock
	store Timekeeper
	set   atomic.Pointer[setting]
}

// setting says what the store's clock showed at a moment of the clock below.
type setting struct{ store, below time.Time }

// NewStoreClock makes a clock that [StoreClock.Set] sets; before that it shows the
// time of the clock below.
func NewStoreClock(below Clock, store Timekeeper) *StoreClock {
	c := &StoreClock{below: below, store: store}
	now := below.Now()
	c.set.Store(&setting{store: now, below: now})
	return c
}

// Set asks the store for its time, which is taken to be that of the middle of the
// asking. When the store does not answer, the clock goes on as it was set.
func (c *StoreClock) Set(ctx context.Context) error {
	asked := c.below.Now()
	at, err := c.store.Time(ctx)
	if err != nil {
		return fmt.Errorf("set the clock by the store: %w", err)
	}
	c.set.Store(&setting{store: at, below: asked.Add(c.below.Now().Sub(asked) / 2)})
	return nil
}

// Keep sets the clock again and again until ctx ends.
func (c *StoreClock) Keep(ctx context.Context, every time.Duration) {
	for ctx.Err() == nil {
		ring, stop := c.below.Alarm(c.below.Now().Add(every))
		select {
		case <-ctx.Done():
		case <-ring:
			_ = c.Set(ctx) // it goes on as it was set
		}
		stop()
	}
}

// Now is the store's time.
func (c *StoreClock) Now() time.Time {
	set := c.set.Load()
	return set.store.Add(c.below.Now().Sub(set.below))
}

// Alarm rings at t of the store's time, and possibly before.
func (c *StoreClock) Alarm(t time.Time) (<-chan struct{}, func()) {
	set := c.set.Load()
	return c.below.Alarm(set.below.Add(t.Sub(set.store)))
}
