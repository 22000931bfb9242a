package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"visesbot/bot"
	"visesbot/bot/campaign"
	"visesbot/bot/cohort"
)

// pushStore is a store that is open here, as a push needs it.
type pushStore struct {
	bot.Store
	cohort.Register
}

func (d *storeDesk) give(ctx context.Context, o campaign.Order) (campaign.Order, int, error) {
	now, err := inBrussels(d.now())
	if err != nil {
		return o, 0, err
	}
	o, n, err := campaign.Give(ctx, pushStore{d.store, d.register}, o, now)
	var twice *campaign.TwiceError
	if errors.As(err, &twice) {
		err = fmt.Errorf("%w: visesbot push --again %s offers it to those who missed it", err, twice.Push.ID)
	}
	return o, n, err
}

func (d *storeDesk) withdraw(ctx context.Context, push string) error {
	return campaign.Recall(ctx, pushStore{d.store, d.register}, push, d.now())
}

func (d *storeDesk) again(ctx context.Context, push string) (int, error) {
	return campaign.Again(ctx, pushStore{d.store, d.register}, push, d.now())
}

// inBrussels is a moment as the clocks of the programme show it.
func inBrussels(t time.Time) (time.Time, error) {
	zone, err := time.LoadLocation("Europe/Brussels")
	return t.In(zone), err
}
