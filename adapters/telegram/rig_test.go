package telegram_test

import (
	"context"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	"visesbot/flows"
)

// rig is a site with a channel that receives into a list.
type rig struct {
	*site
	channel *telegram.Adapter
	mu      sync.Mutex
	all     []bot.Update
	moved   [][2]bot.Address
	fail    func(bot.Update) error
	stop    func()
}

func newRig(t testing.TB, hooked bool, change ...func(*telegram.Options)) *rig {
	r := &rig{site: newSite(t, hooked, faketelegram.Limits{})}
	r.begin(change...)
	return r
}

// begin lets a channel receive.
func (r *rig) begin(change ...func(*telegram.Options)) {
	t := r.t
	o := r.options()
	o.Rates = telegram.Rates{Second: 1e6, Chat: 1e6, Burst: 1e6, Minute: 1e6}
	o.Moved = func(from, to bot.Address) { r.moved = append(r.moved, [2]bot.Address{from, to}) }
	for _, f := range change {
		f(&o)
	}
	var err error
	if r.channel, err = telegram.New(o); err != nil {
		t.Fatal(err)
	}
	r.site.mu.Lock()
	r.site.channel = r.channel
	r.site.mu.Unlock()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- r.channel.Receive(ctx, r.accept) }()
	r.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(func() { r.stop() })
	r.eventually("it is ready", func() bool { return r.channel.Ready() == nil })
}

func (r *rig) accept(_ context.Context, u bot.Update) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.fail != nil {
		if err := r.fail(u); err != nil {
			return err
		}
	}
	r.all = append(r.all, u)
	return nil
}

func (r *rig) of(a bot.Address) []bot.Update {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(r.all), func(u bot.Update) bool { return u.Address != a })
}

func (r *rig) got(a bot.Address, n int) []bot.Update {
	r.t.Helper()
	r.eventually(strconv.Itoa(n)+" updates", func() bool { return len(r.of(a)) >= n })
	return r.of(a)
}

func (r *rig) eventually(what string, holds func() bool) {
	r.t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if holds() {
			return
		}
	}
	r.t.Fatalf("%s: not within 10 seconds", what)
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

func message(text string, buttons ...flows.Button) bot.Message {
	m := bot.Message{Card: "c1", Lang: "nl", Lines: []flows.Line{{Style: flows.Body, Text: text}}}
	if len(buttons) > 0 {
		m.Buttons = [][]flows.Button{buttons}
	}
	return m
}

func button(label, data string) flows.Button {
	return flows.Button{Label: label, Data: data, Kind: "choice"}
}
