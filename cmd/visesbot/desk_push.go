package main

import (
	"context"
	"errors"
	"fmt"

	"visesbot/bot/campaign"
)

// pushes is the store that is open here, as a push needs it.
func (d *storeDesk) pushes() (campaign.Store, error) {
	s, ok := d.store.(campaign.Store)
	if !ok {
		return nil, fmt.Errorf("the store %T cannot keep what is pushed", d.store)
	}
	return s, nil
}

func (d *storeDesk) give(ctx context.Context, o campaign.Order) (campaign.Order, campaign.Reach, error) {
	now, err := inBrussels(d.now())
	if err != nil {
		return o, campaign.Reach{}, err
	}
	s, err := d.pushes()
	if err != nil {
		return o, campaign.Reach{}, err
	}
	o, to, err := campaign.Give(ctx, s, o, now)
	var twice *campaign.TwiceError
	if errors.As(err, &twice) {
		err = fmt.Errorf("%w: visesbot push --again %s offers it to those who missed it", err, twice.Push.ID)
	}
	return o, to, err
}

func (d *storeDesk) withdraw(ctx context.Context, push string) error {
	s, err := d.pushes()
	if err != nil {
		return err
	}
	return campaign.Recall(ctx, s, push, d.now())
}

func (d *storeDesk) again(ctx context.Context, push string) (int, error) {
	s, err := d.pushes()
	if err != nil {
		return 0, err
	}
	return campaign.Again(ctx, s, push, d.now())
}
