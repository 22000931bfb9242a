package office

import (
	"context"

	"visesbot/bot/register"
)

// edition is the register as it was at a number that its store gave.
type edition struct {
	number    uint64
	programme *register.Programme
}

// programme is the register now. It is read again only after it was changed,
// where the store can tell; the number is asked first, so that what changes
// while it is read is read again. Visits share it: nobody writes into it.
func (f *Office) programme(ctx context.Context) (*register.Programme, error) {
	told, ok := f.o.Store.(register.Edited)
	if !ok {
		return register.Load(ctx, f.o.Store)
	}
	number := told.Edition()
	if last := f.known.Load(); last != nil && last.number == number {
		return last.programme, nil
	}
	p, err := register.Load(ctx, f.o.Store)
	if err == nil {
		f.known.Store(&edition{number, p})
	}
	return p, err
}
