package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"visesbot/bot"
	"visesbot/flows"
)

// Options are what a terminal is made of. Lines, Out, Address and Run are
// needed.
type Options struct {
	Lines   Lines       // what is typed
	Out     io.Writer   // what is shown
	Address bot.Address // of the one talk
	Code    string      // the invitation that opens it
	From    flows.Sender
	Run     string // tells the updates of this run from those of earlier ones
	Files   Files  // keeps files that are sent; nil: none can be

	Echo  bool       // show what was said, because nobody sees it being typed
	Color bool       // bold and dim
	Width func() int // columns; nil or 0: lines are not wrapped
}

// Lines gives what is typed, line by line, and io.EOF at the end.
type Lines interface {
	Line(prompt string) (string, error)
}

// Terminal is the channel. It has one talk.
type Terminal struct {
	o    Options
	pens pens

	mu      sync.Mutex
	lang    string
	lists   []list // of buttons that were shown, oldest first
	updates int
	shown   int
	failed  error // writing
}

var _ bot.Adapter = (*Terminal)(nil)

// New makes a terminal; nothing is shown or read yet.
func New(o Options) *Terminal {
	return &Terminal{o: o, pens: pensOf(o.Color), lang: o.From.Lang}
}

// Name is the first part of its addresses: "terminal".
func (t *Terminal) Name() string { return "terminal" }

// Capabilities of a terminal: text and buttons without limit, nothing in place,
// and pictures told in words by the terminal itself.
func (t *Terminal) Capabilities() bot.Capabilities {
	return bot.Capabilities{Pictures: true, Files: t.o.Files != nil}
}

// Send shows a message.
func (t *Terminal) Send(_ context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	if to != t.o.Address {
		return "", &bot.SendError{Kind: bot.Permanent, Err: errors.New("nobody is there: this terminal has one talk")}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.lang = m.Lang
	t.remember(m)
	if err := t.write(t.render(m)); err != nil {
		return "", &bot.SendError{Kind: bot.Temporary, Err: err}
	}
	t.shown++
	return bot.Receipt(fmt.Sprintf("%s-%d", t.o.Run, t.shown)), nil
}

func (t *Terminal) write(text string) error {
	if _, err := io.WriteString(t.o.Out, text); err != nil && t.failed == nil {
		t.failed = fmt.Errorf("write to the terminal: %w", err)
	}
	return t.failed
}

// Receive opens the talk and hands on what is typed, until the input or ctx
// ends. Each line is accepted before the next is read.
func (t *Terminal) Receive(ctx context.Context, accept bot.Accept) error {
	if err := t.start(ctx, accept); err != nil && ctx.Err() == nil {
		return err
	}
	for first := true; ; first = false {
		text, err := t.ask(ctx)
		if first && strings.TrimSpace(text) == "/start" {
			continue // it is open
		}
		switch {
		case errors.Is(err, io.EOF) || ctx.Err() != nil:
			return nil
		case err != nil:
			return fmt.Errorf("read what is typed: %w", err)
		}
		stop, err := t.typed(ctx, text, accept)
		if ctx.Err() != nil {
			return nil // whatever was being stored was told to end
		}
		if err != nil || stop {
			return err
		}
		if t.failed != nil {
			return t.failed
		}
	}
}

func (t *Terminal) start(ctx context.Context, accept bot.Accept) error {
	if !t.o.Echo {
		t.explain()
	}
	return accept(ctx, t.update(bot.Update{Start: true, Code: t.o.Code}))
}

// ask waits for a line. A line that is still being typed when ctx ends is left
// to whoever types it.
func (t *Terminal) ask(ctx context.Context) (string, error) {
	type line struct {
		text string
		err  error
	}
	got := make(chan line, 1)
	go func() {
		text, err := t.o.Lines.Line("> ")
		got <- line{text, err}
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case l := <-got:
		return l.text, l.err
	}
}

// update completes what happened: it gets a name of its own.
func (t *Terminal) update(u bot.Update) bot.Update {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.updates++
	u.ID = fmt.Sprintf("%s-%d", t.o.Run, t.updates)
	u.Address, u.From = t.o.Address, t.o.From
	return u
}
