package stored

import (
	"context"
	"fmt"

	"visesbot/bot"
)

// screen is a channel that keeps what is shown, and to whom.
type screen struct {
	name  string
	shown map[bot.Address][]bot.Message
	sent  int
}

func newScreen(name string) *screen {
	return &screen{name: name, shown: map[bot.Address][]bot.Message{}}
}

func (s *screen) Name() string { return s.name }

func (s *screen) Capabilities() bot.Capabilities {
	return bot.Capabilities{TextMax: 2900, Buttons: 25, Row: 5, LabelMax: 75, Edits: true, Pictures: true, Files: true, Enclosed: 10}
}

func (s *screen) Receive(ctx context.Context, _ bot.Accept) error { <-ctx.Done(); return nil }

func (s *screen) Send(_ context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	s.shown[to] = append(s.shown[to], m)
	s.sent++
	return bot.Receipt(fmt.Sprintf("new%d", s.sent)), nil
}

// take gives how many messages came since the last call.
func (s *screen) take(who bot.Address) int {
	n := len(s.shown[who])
	delete(s.shown, who)
	return n
}
