package main

import (
	"context"
	"sync/atomic"

	"visesbot/bot"
	"visesbot/bot/office"
)

// lateForms are those of an office that is opened after the page.
type lateForms struct{ of atomic.Pointer[office.Office] }

// Form gives the form that a button opens.
func (f *lateForms) Form(ctx context.Context, a bot.Address, press string) (bot.Form, error) {
	if o := f.of.Load(); o != nil {
		return o.Form(ctx, a, press)
	}
	return bot.Form{}, bot.ErrNotFound
}
