package slack_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/adapters/slack"
	"visesbot/bot"
	"visesbot/flows"
)

// lab is a site with a channel that receives, for what the suite does not ask.
type lab struct {
	*site
	channel *slack.Adapter
	inbox   *inbox
	stop    func()
}

func newLab(t testing.TB, overHTTP bool, change ...func(*slack.Options)) *lab {
	l := &lab{site: newSite(t, overHTTP), inbox: &inbox{}}
	l.receive(change...)
	return l
}

func (l *lab) receive(change ...func(*slack.Options)) {
	o := l.options()
	for _, c := range change {
		c(&o)
	}
	l.channel = l.open(l.t, o)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- l.channel.Receive(ctx, l.inbox.accept) }()
	l.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			l.t.Error(err)
		}
	})
	l.t.Cleanup(l.stop)
}

func (l *lab) eventually(what string, holds func() bool) {
	l.t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if holds() {
			return
		}
	}
	l.t.Fatalf("%s: not within 10 seconds; logged: %s", what, l.log)
}

// got waits for the n-th update.
func (l *lab) got(n int) bot.Update {
	l.t.Helper()
	l.eventually("an update arrives", func() bool { return len(l.inbox.got()) >= n })
	return l.inbox.got()[n-1]
}

func (l *lab) send(p *person, m bot.Message) bot.Receipt {
	l.t.Helper()
	r, err := l.channel.Send(l.t.Context(), p.Address(), m)
	if err != nil {
		l.t.Fatal(err)
	}
	return r
}

// inbox takes updates in.
type inbox struct {
	mu   sync.Mutex
	all  []bot.Update
	slow time.Duration
	fail error
	odd  func(u bot.Update) error
}

func (b *inbox) accept(ctx context.Context, u bot.Update) error {
	b.mu.Lock()
	slow, fail := b.slow, b.fail
	if fail == nil && b.odd != nil {
		fail = b.odd(u)
	}
	b.mu.Unlock()
	select {
	case <-time.After(slow):
	case <-ctx.Done():
		return ctx.Err()
	}
	if fail != nil {
		return fail
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if !slices.ContainsFunc(b.all, func(o bot.Update) bool { return o.ID == u.ID }) {
		b.all = append(b.all, u)
	}
	return nil
}

func (b *inbox) set(slow time.Duration, fail error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.slow, b.fail = slow, fail
}

func (b *inbox) got() []bot.Update {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.all)
}

func texts(all []bot.Update) string {
	var list []string
	for _, u := range all {
		list = append(list, u.Text+u.Press)
	}
	return strings.Join(list, " ")
}

func say(lines ...flows.Line) bot.Message {
	return bot.Message{Card: "c1", Lang: "nl", Lines: lines}
}

func line(s flows.Style, text string) flows.Line { return flows.Line{Style: s, Text: text} }

// longQuestion asks for a long answer, and shows the one given before.
func longQuestion(own string) bot.Message {
	m := say(line(flows.Heading, "Welke maatschappelijke impact streven jullie na?"), line(flows.Own, own))
	m.Input = flows.LongInput
	return m
}
