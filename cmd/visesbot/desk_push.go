package main

import (
	"context"
	"errors"
	"fmt"

	"visesbot/bot/rooms/push"
)

// pushes is the store that is open here, as a push needs it.
func (d *storeDesk) pushes() (push.Store, error) {
	s, ok := d.store.(push.Store)
	if !ok {
		return nil, fmt.Errorf("the store %T cannot keep what is pushed", d.store)
	}
	return s, nil
}

func (d *storeDesk) give(ctx context.Context, o push.Order) (push.Order, push.Reach, error) {
	now, err := inBrussels(d.now())
	if err != nil {
		return o, push.Reach{}, err
	}
	s, err := d.pushes()
	if err != nil {
		return o, push.Reach{}, err
	}
	o, to, err := push.Give(ctx, s, o, now)
	var twice *push.TwiceError
	if errors.As(err, &twice) {
		err = fmt.Errorf("%w: visesbot push --again %s offers it to those who missed it", err, twice.Push.ID)
	}
	return o, to, err
}

func (d *storeDesk) withdraw(ctx context.Context, id string) error {
	s, err := d.pushes()
	if err != nil {
		return err
	}
	return push.Recall(ctx, s, id, d.now())
}

func (d *storeDesk) again(ctx context.Context, id string) (int, error) {
	s, err := d.pushes()
	if err != nil {
		return 0, err
	}
	return push.Again(ctx, s, id, d.now())
}
