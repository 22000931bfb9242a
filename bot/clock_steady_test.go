package bot_test

import (
	"sync"
	"testing"
	"time"

	"visesbot/bot"
)

// jumping is a clock that a test sets to any moment.
type jumping struct {
	mu  sync.Mutex
	now time.Time
}

func (c *jumping) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *jumping) jump(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

func (c *jumping) Alarm(time.Time) (<-chan struct{}, func()) {
	ring := make(chan struct{})
	close(ring)
	return ring, func() {}
}

// The clock goes back an hour while something that people wrote waits, and what
// could not be sent: nobody waits for that hour.
func TestClockGoesBack(t *testing.T) {
	clock := &jumping{now: noon()}
	w := newWorld(t, func(o *bot.Options) {
		o.Clock, o.Retry = clock, bot.Retry{First: time.Second, Most: time.Second, Steps: 3, Reads: 3, Sends: 9}
	})
	down := true
	w.channel.fail = func(bot.Message) error {
		if down {
			return refuse(bot.Temporary, 0)
		}
		return nil
	}
	w.say("test:a", "before")
	w.arrive(bot.Update{Address: "test:a", Text: "waiting"})
	clock.jump(-time.Hour)
	w.say("test:a", "after")
	down = false
	clock.jump(2 * time.Second)
	w.drain()
	w.heard("a: before", "a: waiting", "a: after")
}

// A timer set after the clock went back is for its moment of the world.
func TestTimerAfterTheClockWentBack(t *testing.T) {
	clock := &jumping{now: noon()}
	w := newWorld(t, func(o *bot.Options) { o.Clock = clock })
	w.say("test:a", "hello")
	clock.jump(-time.Hour)
	w.say("test:a", "wait 30m")
	w.heard("a: hello", "a: wait 30m")
	clock.jump(29 * time.Minute)
	w.drain()
	w.heard()
	clock.jump(time.Minute)
	w.drain()
	w.heard("a: time for remind.me")
}
