package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"visesbot/adapters/sqlite"
	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// The broadcast: so many messages to as many chats, by a platform that takes so
// many a second, with a clock that runs so many times as fast. Meanwhile somebody
// writes every now and then, and once so often, by that clock.
const (
	broadcast = 10_000
	permitted = 30
	hurried   = 5
	asksEvery = 2 * time.Second
)

// hurry lets a clock run faster than the world until ctx ends. It stands still
// while something is due that nobody has begun: then the computer is behind,
// which at this speed is not the bot's fault.
func hurry(ctx context.Context, clock *bot.MovableClock, store bot.Store) {
	for last := time.Now(); ctx.Err() == nil; time.Sleep(time.Millisecond) {
		passed := time.Since(last)
		last = last.Add(passed)
		due, some, err := store.NextDue(ctx)
		if err != nil || some && clock.Now().Sub(due) > 50*time.Millisecond {
			continue
		}
		clock.Move(min(hurried*passed, 50*time.Millisecond))
	}
}

// echo answers whatever is said, and passes on what is pushed.
type echo struct{}

func (echo) Step(s flows.Session, _ form.Source, ev flows.Event) (flows.Turn, error) {
	text := "answer " + ev.Text
	if ev.Kind == flows.Told {
		text = ev.Note.Say.EN
	}
	s.Cards++
	card := &flows.Card{ID: fmt.Sprint("c", s.Cards), Lang: "en", Lines: []flows.Line{{Style: flows.Body, Text: text}}}
	return flows.Turn{Session: s, Wishes: []flows.Wish{{Say: card}}}, nil
}

// hall is a bot, on the real store and channel, in front of a crowd.
type hall struct {
	*testing.B
	clock  *bot.MovableClock
	fake   *faketelegram.Server
	store  *sqlite.Store
	people []*faketelegram.Person
	stop   func()
}

func newHall(b *testing.B) *hall {
	start := time.Now()
	h := &hall{B: b, clock: bot.NewMovableClock(func() time.Time { return start }, 0)}
	h.fake = faketelegram.New(faketelegram.Options{Now: h.clock.Now, Limits: faketelegram.Limits{Second: permitted, Chat: 1, Burst: 3}})
	server := httptest.NewServer(h.fake)
	for i := range broadcast {
		p := h.fake.Person(fmt.Sprint("P", i), "en")
		p.Chat().Opened()
		h.people = append(h.people, p)
	}
	var err error
	if h.store, err = sqlite.Open(filepath.Join(b.TempDir(), "visesbot.db")); err != nil {
		b.Fatal(err)
	}
	channel, err := telegram.New(telegram.Options{
		Token: h.fake.Token(), Endpoint: server.URL, Clock: h.clock, Transport: &http.Transport{MaxIdleConnsPerHost: 20},
	})
	if err != nil {
		b.Fatal(err)
	}
	work, err := bot.New(bot.Options{Store: h.store, Scripts: bot.One(echo{}), Channels: []bot.Adapter{channel}, Clock: h.clock})
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(b.Context())
	all, ctx := errgroup.WithContext(ctx)
	all.Go(func() error { return work.Run(ctx) })
	all.Go(func() error { hurry(ctx, h.clock, h.store); return nil })
	for channel.Ready() != nil {
		time.Sleep(time.Millisecond)
	}
	h.stop = func() {
		cancel()
		if err := all.Wait(); err != nil {
			b.Error(err)
		}
		h.fake.Close()
		server.CloseClientConnections()
		server.Close()
		if err := h.store.Close(); err != nil {
			b.Error(err)
		}
	}
	return h
}

// answered counts the answers in a chat, and wants them in order.
func (h *hall) answered(p *faketelegram.Person) (n int) {
	for _, m := range p.Chat().FromBot() {
		if text, ok := strings.CutPrefix(m.Text, "answer "); ok {
			if text != strconv.Itoa(n) {
				h.Errorf("answer %d is %q", n, text)
			}
			n++
		}
	}
	return n
}

// asks lets somebody ask two things at once, and tells after how long the first
// one was answered.
func (h *hall) asks(p *faketelegram.Person) time.Duration {
	n, begun := h.answered(p), time.Now()
	p.Say(strconv.Itoa(n))
	p.Say(strconv.Itoa(n + 1))
	for h.answered(p) == n && time.Since(begun) < 20*time.Second {
		time.Sleep(500 * time.Microsecond)
	}
	return time.Since(begun)
}

// askUntil lets people ask, now this one and now that.
func (h *hall) askUntil(enough <-chan struct{}) (waits []time.Duration) {
	random := rand.New(rand.NewPCG(1, 2))
	for {
		waits = append(waits, h.asks(h.people[random.IntN(broadcast)]))
		select {
		case <-enough:
			return waits
		case <-time.After(asksEvery / hurried):
		}
	}
}

// sent counts what the platform was given, leaving out what it refused.
func (h *hall) sent() int { return len(h.fake.Calls("sendMessage")) - h.fake.Refused() }

// BenchmarkBroadcast measures what docs/performance.md states of it.
func BenchmarkBroadcast(b *testing.B) {
	for b.Loop() {
		h := newHall(b)
		push := bot.Push{ID: "all", Note: flows.Note{Kind: flows.NotePushed, Say: form.Text{EN: "hello all"}}, At: h.clock.Now()}
		for _, p := range h.people {
			push.To = append(push.To, bot.Address(fmt.Sprint("telegram:", p.ID())))
		}
		begun := h.clock.Now()
		if err := push.Post(b.Context(), h.store); err != nil {
			b.Fatal(err)
		}
		enough, waits := make(chan struct{}), make(chan []time.Duration, 1)
		go func() { waits <- h.askUntil(enough) }()
		for h.told() < broadcast {
			time.Sleep(50 * time.Millisecond)
		}
		took := h.clock.Now().Sub(begun)
		close(enough)
		h.report(took, <-waits)
		h.stop()
	}
}

// told counts those who were told.
func (h *hall) told() int { return h.sent() - h.replies() }

func (h *hall) replies() int {
	n := 0
	for _, c := range h.fake.Calls("sendMessage") {
		if strings.HasPrefix(c.Params["text"], "answer ") {
			n++
		}
	}
	return n
}

func (h *hall) report(took time.Duration, waits []time.Duration) {
	slices.Sort(waits)
	if n := h.fake.Refused(); n > 0 {
		h.Errorf("%d messages were refused as too many", n)
	}
	for i, p := range h.people {
		told := 0
		for _, m := range p.Chat().FromBot() {
			if m.Text == "hello all" {
				told++
			}
		}
		if told != 1 {
			h.Fatalf("person %d was told %d times", i, told)
		}
		h.answered(p)
	}
	h.ReportMetric(100*float64(h.sent())/(permitted*took.Seconds()), "%_of_permitted")
	h.ReportMetric(float64(h.fake.Refused()), "429s")
	h.ReportMetric(float64(len(waits)), "answers")
	h.ReportMetric(float64(waits[len(waits)/2].Microseconds())/1000, "ms_median_answer")
	h.ReportMetric(float64(waits[len(waits)*99/100].Microseconds())/1000, "ms_p99_answer")
}
