package bot_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"visesbot/bot"
)

// serverTime is a store's clock.
type serverTime func() (time.Time, error)

func (s serverTime) Time(context.Context) (time.Time, error) { return s() }

// Two computers whose clocks are five minutes apart agree on the time of their
// store, and go on when it does not tell it.
func TestStoreClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		away := false
		server := serverTime(func() (time.Time, error) {
			if away {
				return time.Time{}, errors.New("it is away")
			}
			return time.Now().Add(time.Hour).Round(0), nil
		})
		begun := time.Now()
		var clocks []*bot.StoreClock
		for _, apart := range []time.Duration{0, 5 * time.Minute} {
			c := bot.NewStoreClock(bot.NewMovableClock(time.Now, apart), server)
			if err := c.Set(t.Context()); err != nil {
				t.Fatal(err)
			}
			clocks = append(clocks, c)
		}
		away = true
		time.Sleep(time.Minute)
		for i, c := range clocks {
			if err := c.Set(t.Context()); err == nil {
				t.Error("the store is away, and nothing is said")
			}
			if got := c.Now().Sub(begun); got != time.Hour+time.Minute {
				t.Errorf("clock %d shows %v", i, got)
			}
			ring, stop := c.Alarm(c.Now().Add(time.Second))
			time.Sleep(time.Second)
			synctest.Wait()
			select {
			case <-ring:
			default:
				t.Errorf("clock %d does not ring", i)
			}
			stop()
			begun = begun.Add(time.Second)
		}
	})
}
