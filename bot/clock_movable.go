package bot

import (
	"errors"
	"sync"
	"time"
)

// MovableClock runs as fast as another one, and can be set ahead of it: three
// days pass in a moment. It wakes everybody who waits when it is moved.
type MovableClock struct {
	now func() time.Time

	mu    sync.Mutex
	ahead time.Duration
	moved chan struct{} // closed at the next move
}

// NewMovableClock makes a clock that is ahead of now. With a now that always
// gives the same moment it stands still until it is moved, which is what tests
// want.
func NewMovableClock(now func() time.Time, ahead time.Duration) *MovableClock {
	return &MovableClock{now: now, ahead: ahead, moved: make(chan struct{})}
}

// Now is the time shown, in the zone of the clock below.
func (c *MovableClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now().Add(c.ahead)
}

// Ahead tells how far the clock was moved, so that it can be set again later.
func (c *MovableClock) Ahead() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ahead
}

// Move sets the clock forward by d; it does not go backwards.
func (c *MovableClock) Move(d time.Duration) { c.move(max(0, d)) }

// Set moves the clock forward to a moment.
func (c *MovableClock) Set(to time.Time) error {
	d := to.Sub(c.Now())
	if d < 0 {
		return errors.New("the clock cannot be set back: choose a later moment")
	}
	c.move(d)
	return nil
}

// Reset goes back to the time of the clock below. Whatever was planned by the
// moved time comes when that time has come again.
func (c *MovableClock) Reset() error {
	c.move(-c.Ahead())
	return nil
}

func (c *MovableClock) move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ahead += d
	close(c.moved)
	c.moved = make(chan struct{})
}

// Alarm rings when the clock says t, and whenever it is moved.
func (c *MovableClock) Alarm(t time.Time) (<-chan struct{}, func()) {
	c.mu.Lock()
	moved, wait := c.moved, t.Sub(c.now().Add(c.ahead))
	c.mu.Unlock()
	ring, done := make(chan struct{}), make(chan struct{})
	timer := time.NewTimer(wait)
	go func() {
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-moved:
		case <-done:
			return
		}
		close(ring)
	}()
	return ring, sync.OnceFunc(func() { close(done) })
}
