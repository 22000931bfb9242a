package bot_test

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"visesbot/bot"
)

func rang(ring <-chan struct{}) bool {
	select {
	case <-ring:
		return true
	default:
		return false
	}
}

func TestMovableClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begin := time.Now()
		c := bot.NewMovableClock(time.Now, time.Hour)
		ring, stop := c.Alarm(begin.Add(3 * time.Hour))
		other, stopOther := c.Alarm(begin.Add(time.Hour))
		defer stop()
		defer stopOther()
		synctest.Wait()
		if rang(ring) || !rang(other) {
			t.Error("the alarms rang wrongly at first")
		}
		c.Move(time.Minute)
		synctest.Wait()
		if !rang(ring) {
			t.Error("nobody was woken by the move")
		}
		ring, stop = c.Alarm(begin.Add(3 * time.Hour))
		defer stop()
		time.Sleep(2*time.Hour - 2*time.Minute)
		if rang(ring) {
			t.Error("it rang too early")
		}
		time.Sleep(2 * time.Minute)
		if !rang(ring) {
			t.Error("it did not ring in time")
		}
		if err := c.Set(begin); err == nil {
			t.Error("the clock was set back")
		}
		if err := c.Set(begin.Add(100 * time.Hour)); err != nil || !c.Now().Equal(begin.Add(100*time.Hour)) {
			t.Errorf("set to %v: %v", c.Now(), err)
		}
		if err := c.Reset(); err != nil || !c.Now().Equal(time.Now()) || c.Ahead() != 0 {
			t.Errorf("reset to %v: %v", c.Now(), err)
		}
	})
}

func TestStoppedAlarms(t *testing.T) {
	c := bot.NewMovableClock(noon, 0)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			for range 20 {
				ring, stop := c.Alarm(noon().Add(time.Hour))
				stop()
				stop()
				c.Move(time.Second)
				_, stop = c.Alarm(c.Now())
				rang(ring)
				stop()
			}
		})
	}
	all.Wait()
	if want := noon().Add(400 * time.Second); !c.Now().Equal(want) {
		t.Errorf("now is %v, want %v", c.Now(), want)
	}
	_, stop := bot.RealClock{}.Alarm(time.Now().Add(time.Hour))
	stop()
	stop()
}
