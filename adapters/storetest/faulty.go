package storetest

import (
	"context"
	"errors"
	"io"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// errCrash is what a program that is no more would get from its store.
var errCrash = errors.New("storetest: crashed here")

// faulty is a store that stops at its k-th call: before it, or after it is
// done and before the caller hears of it. From then on nothing gets through.
type faulty struct {
	Store
	left    int  // calls until the crash
	after   bool // the last call is still carried out
	crashed bool
	last    string // the call at which it crashed
}

// call carries out one call, or crashes.
func (f *faulty) call(name string, do func() error) error {
	if f.crashed {
		return errCrash
	}
	f.left--
	if f.left >= 0 {
		return do()
	}
	f.crashed, f.last = true, name
	if f.after {
		_ = do()
	}
	return errCrash
}

func (f *faulty) Enqueue(ctx context.Context, a bot.Address, jobs ...bot.Job) error {
	return f.call("enqueue", func() error { return f.Store.Enqueue(ctx, a, jobs...) })
}

func (f *faulty) Claim(ctx context.Context, now time.Time, lease time.Duration) (c bot.Claim, err error) {
	err = f.call("claim", func() (err error) {
		c, err = f.Store.Claim(ctx, now, lease)
		return err
	})
	return c, err
}

func (f *faulty) Dossier(ctx context.Context, c bot.Claim, id string) (v bot.View, err error) {
	err = f.call("dossier", func() (err error) {
		v, err = f.Store.Dossier(ctx, c, id)
		return err
	})
	if err != nil && v != nil { // it was given, and whoever asked has gone
		v.Close()
		v = nil
	}
	return v, err
}

func (f *faulty) Commit(ctx context.Context, c bot.Claim, o bot.Outcome) error {
	return f.call("commit "+string(c.Job.Kind), func() error { return f.Store.Commit(ctx, c, o) })
}

func (f *faulty) NextDue(ctx context.Context) (due time.Time, some bool, err error) {
	err = f.call("next due", func() (err error) {
		due, some, err = f.Store.NextDue(ctx)
		return err
	})
	return due, some, err
}

func (f *faulty) PutInvite(ctx context.Context, code string, i flows.Invite) error {
	return f.call("put invite", func() error { return f.Store.PutInvite(ctx, code, i) })
}

func (f *faulty) PutFile(ctx context.Context, x form.File, body io.Reader) error {
	return f.call("put file", func() error { return f.Store.PutFile(ctx, x, body) })
}
