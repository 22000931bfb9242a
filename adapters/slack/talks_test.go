package slack_test

import (
	"context"
	"sync"

	"visesbot/bot"
)

// talks are how conversations stand: the same for everybody.
type talks struct {
	mu    sync.Mutex
	draft string
	table string
	met   bool
}

func (t *talks) Draft(context.Context, bot.Address) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.draft, nil
}

func (t *talks) Table(context.Context, bot.Address) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.table, nil
}

func (t *talks) Met(context.Context, bot.Address) (bool, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.met, nil
}

func (t *talks) turn(table string, met bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.table, t.met = table, met
}
