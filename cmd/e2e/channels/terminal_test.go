package channels

import (
	"bytes"
	"context"
	"io"
	"regexp"
	"strings"
	"sync"

	"visesbot/adapters/terminal"
	"visesbot/bot"
	"visesbot/flows"
)

// onTerminal are people who sit at a terminal each.
type onTerminal struct {
	people map[string]*desk
	ready  chan struct{} // closed when the channel receives
	ctx    context.Context
	accept bot.Accept
	work   sync.WaitGroup
}

// desk is one terminal, with what stands on its screen.
type desk struct {
	*terminal.Terminal
	typed chan string

	mu     sync.Mutex
	screen bytes.Buffer
	read   int // what of it was read
}

func openTerminal(w world) platform {
	p := &onTerminal{people: map[string]*desk{}, ready: make(chan struct{})}
	for _, person := range w.people {
		d := &desk{typed: make(chan string)}
		d.Terminal = terminal.New(terminal.Options{
			Lines: d, Out: d, Address: bot.Address("terminal:" + person.Name), Code: code(person.Name), Run: person.Name,
			From: flows.Sender{Name: person.Name, Lang: person.Lang}, Files: w.store, Echo: true,
		})
		p.people[person.Name] = d
	}
	w.t.Cleanup(func() {
		for _, d := range p.people {
			close(d.typed)
		}
	})
	return p
}

// Line waits for what is typed.
func (d *desk) Line(string) (string, error) {
	line, ok := <-d.typed
	if !ok {
		return "", io.EOF
	}
	return line, nil
}

func (d *desk) Write(b []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.screen.Write(b)
}

// news is what came onto the screen since it was read last.
func (d *desk) news() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := d.screen.String()
	text := all[d.read:]
	d.read = len(all)
	return text
}

func (p *onTerminal) adapter() bot.Adapter           { return p }
func (p *onTerminal) Name() string                   { return "terminal" }
func (p *onTerminal) Capabilities() bot.Capabilities { return p.people["me"].Capabilities() }

func (p *onTerminal) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	return p.people[to.Talk()].Send(ctx, to, m)
}

func (p *onTerminal) Receive(ctx context.Context, accept bot.Accept) error {
	p.ctx, p.accept = ctx, accept
	close(p.ready)
	<-ctx.Done()
	p.work.Wait()
	return nil
}

func (p *onTerminal) start(person string) error {
	<-p.ready
	p.work.Go(func() { _ = p.people[person].Receive(p.ctx, p.accept) })
	return nil
}

func (p *onTerminal) say(person, text string) error { return p.enter(person, text) }

func (p *onTerminal) press(person, begin string) error { return p.enter(person, "["+begin) }

// enter types a line. What the terminal echoes is not what the bot says.
func (p *onTerminal) enter(person, text string) error {
	d := p.people[person]
	d.news()
	d.typed <- text
	return nil
}

func (p *onTerminal) look(to bot.Address, _ bot.Receipt) (string, seen, error) {
	return to.Talk(), onScreen(p.people[to.Talk()].news()), nil
}

var (
	echoed = regexp.MustCompile(`(?s)\A> .*?\n\n`)
	choice = regexp.MustCompile(`^ *\d+  (.*)$`)
	others = regexp.MustCompile(`^  /?\d+ `)
	number = regexp.MustCompile(`^/?\d+ `)
)

// onScreen reads what a terminal shows of one message.
func onScreen(text string) (s seen) {
	for line := range strings.SplitSeq(echoed.ReplaceAllString(text, ""), "\n") {
		switch m := choice.FindStringSubmatch(line); {
		case m != nil:
			s.labels = append(s.labels, m[1])
		case others.MatchString(line):
			for part := range strings.SplitSeq(strings.TrimSpace(line), "   ") {
				s.labels = append(s.labels, number.ReplaceAllString(part, ""))
			}
		default:
			s.text += line + "\n"
		}
	}
	return s
}
