package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/flowtest"
)

// recorder is a channel that writes down the talk it carries, as a transcript
// of one person. The name of the enterprise is left open: a transcript is
// played with another one.
type recorder struct {
	bot.Adapter
	now        func() time.Time
	enterprise string

	mu    sync.Mutex
	file  io.Closer
	out   *bufio.Writer
	last  time.Time
	shown []flows.Button // every button so far
}

func newRecorder(channel bot.Adapter, file io.WriteCloser, in flows.Invite, now func() time.Time) *recorder {
	r := &recorder{
		Adapter: channel, now: now, enterprise: in.Enterprise.Name,
		file: file, out: bufio.NewWriter(file), last: now(),
	}
	if in.Lang != "" {
		r.line("lang: %s", in.Lang)
	}
	r.line("start: %s", r.last.Format(time.RFC3339))
	return r
}

// line writes one line. What cannot be written is noticed by close.
func (r *recorder) line(format string, args ...any) { fmt.Fprintf(r.out, format+"\n", args...) }

// Receive writes down what the person does.
func (r *recorder) Receive(ctx context.Context, accept bot.Accept) error {
	return r.Adapter.Receive(ctx, func(ctx context.Context, u bot.Update) error {
		r.update(u)
		return accept(ctx, u)
	})
}

func (r *recorder) update(u bot.Update) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.now()
	if waited := now.Sub(r.last).Truncate(time.Minute); waited > 0 {
		r.line("+%dm", int(waited.Minutes()))
	}
	r.last = now
	switch {
	case u.Start:
		r.line("> /start")
	case u.Press != "":
		r.line("> [%s]", r.label(u.Press))
	case len(u.Files) > 0:
		r.line("# a file was sent: %s", u.Files[0].Name)
	default:
		r.line("> %s", strings.Join(strings.Fields(u.Text), " "))
	}
}

// label is what stood on the button that sends this.
func (r *recorder) label(press string) string {
	for _, b := range slices.Backward(r.shown) {
		if b.Data == press {
			return b.Label
		}
	}
	return press
}

// Send writes down what the bot says.
func (r *recorder) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	receipt, err := r.Adapter.Send(ctx, to, m)
	if err != nil {
		return receipt, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.shown = append(r.shown, slices.Concat(m.Buttons...)...)
	said := flowtest.ShownOf(m.Lines, m.Buttons).String()
	r.line("bot: %s", strings.ReplaceAll(said, r.enterprise, "..."))
	return receipt, nil
}

// close finishes the file.
func (r *recorder) close() error {
	if err := errors.Join(r.out.Flush(), r.file.Close()); err != nil {
		return fmt.Errorf("write the transcript: %w", err)
	}
	return nil
}
