package bot

import (
	"context"
	"sync"
	"time"
)

// Leaser is what a store may also be: one whose claims can be given back and
// drawn out. Without it a claim ends when its lease does.
type Leaser interface {
	// Release gives a claim back undone: its job can be claimed at once, in its
	// old place. A claim that is over is left alone.
	Release(ctx context.Context, c Claim) error
	// Renew draws a claim's lease out, or gives ErrLeaseLost when it is over.
	Renew(ctx context.Context, c Claim, until time.Time) error
}

// Prober is what a store may also be: one that tries whether it can keep
// anything at the moment.
type Prober interface {
	// Probe writes something of no meaning, and gives what went wrong.
	Probe(ctx context.Context) error
}

// inHand are the claims that are being worked on.
type inHand struct {
	mu  sync.Mutex
	all map[Address]Claim
}

func (h *inHand) take(c Claim) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.all == nil {
		h.all = map[Address]Claim{}
	}
	h.all[c.Address] = c
}

func (h *inHand) leave(c Claim) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.all[c.Address].Fence == c.Fence {
		delete(h.all, c.Address)
	}
}

// until gives the claims whose lease ends before a moment.
func (h *inHand) until(t time.Time) []Claim {
	h.mu.Lock()
	defer h.mu.Unlock()
	var all []Claim
	for _, c := range h.all {
		if c.Until.Before(t) {
			all = append(all, c)
		}
	}
	return all
}

// renewals is how many times a lease is drawn out in its length: two may fail.
const renewals = 4

// renew draws out the leases of what is in hand, until ctx ends. So they can be
// short: what a program that is gone held is free soon.
func (b *Bot) renew(ctx context.Context) {
	every := b.o.Lease / renewals
	for ctx.Err() == nil {
		b.drawOut(ctx, b.o.Lease-every/2)
		b.rest(ctx, every)
	}
}

// drawOut draws out the leases that end within a while. It comes before every
// claim, too: when the clock went forward by a step, what is in hand is not taken
// for what was left.
func (b *Bot) drawOut(ctx context.Context, within time.Duration) {
	s, ok := b.o.Store.(Leaser)
	if !ok {
		return
	}
	now := b.work.Now()
	for _, c := range b.inHand.until(now.Add(within)) {
		c.Until = now.Add(b.o.Lease)
		if err := s.Renew(ctx, c, c.Until); err == nil {
			b.inHand.renewed(c)
		}
	}
}

// renewed notes the new end of a lease, where the claim is in hand still.
func (h *inHand) renewed(c Claim) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.all[c.Address].Fence == c.Fence {
		h.all[c.Address] = c
	}
}

// release gives back a claim that nothing came of, also when the work was told to
// end.
func (b *Bot) release(ctx context.Context, c Claim) {
	s, ok := b.o.Store.(Leaser)
	if !ok {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), b.o.Grace)
	defer cancel()
	if err := s.Release(ctx, c); err != nil {
		b.o.Log.Warn("a claim could not be given back; it ends with its lease", "job", c.Job.ID, "error", err)
	}
}
