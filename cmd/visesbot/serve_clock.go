package main

import (
	"context"
	"time"

	"visesbot/bot"
)

// setEvery is how often the clock is set by the store's.
const setEvery = 10 * time.Second

// clockOf is the clock that a program on a store goes by: the store's own, where
// several programs share it and each computer's clock may differ; it is kept until
// ctx ends. Where the store does not tell the time now, it is asked again.
func clockOf(ctx context.Context, store bot.Store) bot.Clock {
	shared, ok := store.(bot.Timekeeper)
	if !ok {
		return bot.RealClock{}
	}
	clock := bot.NewStoreClock(bot.RealClock{}, shared)
	_ = clock.Set(ctx)
	go clock.Keep(ctx, setEvery)
	return clock
}
