package terminal

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"

	"visesbot/adapters/adaptertest"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func TestSuite(t *testing.T) {
	adaptertest.Run(t, "terminal", func(t testing.TB) adaptertest.Site { return &site{t: t, typed: make(chan string, 1000)} })
}

// invitation opens the talk.
const invitation = "atelier-9_Z"

// site is a terminal with somebody at the keyboard.
type site struct {
	t     testing.TB
	typed chan string
	runs  int

	mu     sync.Mutex
	screen bytes.Buffer
	shown  []adaptertest.Shown
	start  chan bool // the person wants to see the talk being opened
}

func (s *site) Open(testing.TB) bot.Adapter {
	s.runs++
	s.start = make(chan bool, 1)
	k := &keyboard{typed: s.typed}
	return &open0{s, k, New(Options{
		Lines: k, Out: s, Address: s.Address(), Code: invitation, From: flows.Sender{Name: "Noor", Lang: "nl"},
		Run: fmt.Sprint("run", s.runs), Files: noFiles{}, Echo: true,
	})}
}

func (s *site) Person(n int) adaptertest.Person {
	if n > 0 {
		return nil
	}
	return s
}

// Oddities are lines that say nothing.
func (s *site) Oddities() map[string]func() {
	odd := map[string]func(){}
	for name, line := range map[string]string{
		"an empty line": "", "spaces": " \t ", "a carriage return": "\r", "a file that is not there": "/file /no/such/file", "no file": "/file",
	} {
		odd[name] = func() { s.Say(line) }
	}
	return odd
}

func (s *site) Address() bot.Address { return "terminal:me" }
func (s *site) Say(text string)      { s.typed <- text }

func (s *site) Start(code string) {
	if code != invitation {
		s.t.Errorf("a terminal that opens with %q is not there", code)
	}
	s.start <- true
}

func (s *site) Press(label string) error {
	s.typed <- "[" + label
	return nil
}

func (s *site) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.Write(b)
}

func (s *site) Shown() []adaptertest.Shown {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]adaptertest.Shown{}, s.shown...)
}

// news reads what came onto the screen; what was typed is not what is shown.
func (s *site) news() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.screen.Reset()
	return s.screen.String()
}

// open0 is a terminal that is open: that it says so itself, first of all, is
// seen when the person asks.
type open0 struct {
	s *site
	k *keyboard
	*Terminal
}

func (o *open0) Receive(ctx context.Context, accept bot.Accept) error {
	o.k.ctx = ctx
	var all sync.WaitGroup
	defer all.Wait()
	return o.Terminal.Receive(ctx, func(call context.Context, u bot.Update) error {
		if !u.Start {
			return accept(call, u)
		}
		all.Go(func() {
			select {
			case <-o.s.start:
				_ = accept(ctx, u)
			case <-ctx.Done():
			}
		})
		return nil
	})
}

func (o *open0) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	o.s.news()
	r, err := o.Terminal.Send(ctx, to, m)
	if err == nil {
		seen := onScreen(o.s.news())
		seen.ID = string(r)
		o.s.mu.Lock()
		defer o.s.mu.Unlock()
		o.s.shown = append(o.s.shown, seen)
	}
	return r, err
}

var (
	choiceForm = regexp.MustCompile(`^ *\d+  (.*)$`)
	otherForm  = regexp.MustCompile(`^  /?\d+ `)
	keyForm    = regexp.MustCompile(`^/?\d+ `)
)

// onScreen reads a message off the screen.
func onScreen(text string) (s adaptertest.Shown) {
	for line := range strings.SplitSeq(text, "\n") {
		switch m := choiceForm.FindStringSubmatch(line); {
		case m != nil:
			s.Labels = append(s.Labels, m[1])
		case otherForm.MatchString(line):
			for part := range strings.SplitSeq(strings.TrimSpace(line), "   ") {
				s.Labels = append(s.Labels, keyForm.ReplaceAllString(part, ""))
			}
		default:
			s.Text += line + "\n"
		}
	}
	return s
}

// keyboard gives lines, until whoever sits there goes away.
type keyboard struct {
	ctx   context.Context
	typed chan string
}

func (k *keyboard) Line(string) (string, error) {
	select {
	case line := <-k.typed:
		return line, nil
	case <-k.ctx.Done():
		return "", io.EOF
	}
}

type noFiles struct{}

func (noFiles) PutFile(context.Context, form.File, io.Reader) error { return nil }
