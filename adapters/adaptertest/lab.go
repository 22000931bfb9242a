package adaptertest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/bot"
)

// lab is a site with a channel that receives, and what it brought.
type lab struct {
	t       testing.TB
	site    Site
	channel bot.Adapter
	inbox   *inbox
	stop    func()
	patient time.Duration
}

func newLab(t testing.TB, site Site, patient time.Duration) *lab {
	return &lab{t: t, site: site, inbox: &inbox{}, stop: func() {}, patient: patient}
}

// open lets the channel receive. Some checks open it later than others.
func (l *lab) open() *lab {
	l.t.Helper()
	if l.channel == nil {
		l.channel = l.site.Open(l.t)
	}
	channel := l.channel
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- channel.Receive(ctx, l.inbox.accept) }()
	l.stop = sync.OnceFunc(func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				l.t.Errorf("Receive ended with %v", err)
			}
		case <-time.After(l.patient):
			l.t.Error("Receive does not end")
		}
		l.channel = nil
	})
	l.t.Cleanup(func() { l.stop() })
	return l
}

// eventually waits until something holds.
func (l *lab) eventually(what string, holds func() bool) {
	l.t.Helper()
	for end := time.Now().Add(l.patient); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if holds() {
			return
		}
	}
	l.t.Fatalf("%s: not within %v", what, l.patient)
}

// got waits for n updates of a person.
func (l *lab) got(p Person, n int) []bot.Update {
	l.t.Helper()
	l.eventually("updates arrive", func() bool { return len(l.inbox.of(p.Address())) >= n })
	return l.inbox.of(p.Address())
}

// send sends a message that has to arrive. A throttled one waits for its turn.
func (l *lab) send(p Person, m bot.Message) bot.Receipt {
	l.t.Helper()
	for range 1000 {
		r, err := l.channel.Send(l.t.Context(), p.Address(), m)
		var s *bot.SendError
		if errors.As(err, &s) && s.Kind == bot.Throttled {
			l.pass(s.After)
			continue
		}
		if err != nil {
			l.t.Fatalf("send: %v", err)
		}
		return r
	}
	l.t.Fatal("throttled without end")
	return ""
}

// pass lets time pass: as the site does it, or by waiting.
func (l *lab) pass(d time.Duration) {
	if s, ok := l.site.(Limited); ok {
		s.Pass(d)
		return
	}
	time.Sleep(min(d, time.Second))
}

// inbox is a store that takes updates in.
type inbox struct {
	mu   sync.Mutex
	all  []bot.Update
	seen []bot.Update // refused ones too
	fail func(u bot.Update) error
	wait func(ctx context.Context, u bot.Update)
}

func (b *inbox) accept(ctx context.Context, u bot.Update) error {
	b.mu.Lock()
	wait, fail := b.wait, b.fail
	b.seen = append(b.seen, u)
	b.mu.Unlock()
	if wait != nil {
		wait(ctx, u)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if fail != nil {
		if err := fail(u); err != nil {
			return err
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.all = append(b.all, u)
	return nil
}

// set changes how the store behaves.
func (b *inbox) set(change func(*inbox)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	change(b)
}

func (b *inbox) of(a bot.Address) []bot.Update {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(b.all), func(u bot.Update) bool { return u.Address != a })
}

// refused gives what was seen of an address, taken or not.
func (b *inbox) offered(a bot.Address) []bot.Update {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(b.seen), func(u bot.Update) bool { return u.Address != a })
}

// unique gives updates by their ids, as a store keeps them.
func unique(all []bot.Update) []bot.Update {
	var kept []bot.Update
	for _, u := range all {
		if !slices.ContainsFunc(kept, func(k bot.Update) bool { return k.ID == u.ID }) {
			kept = append(kept, u)
		}
	}
	return kept
}

func texts(all []bot.Update) string {
	var list []string
	for _, u := range all {
		list = append(list, u.Text+u.Press)
	}
	return strings.Join(list, " ")
}
