package bottest

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/flows/flowtest"
)

// phones is a channel with a phone for everybody. It can do what a card may
// ask for, so that what is shown is what was meant.
type phones struct {
	chats map[bot.Address][]bot.Message // as they look, oldest first
	said  map[bot.Address][]flowtest.Shown
	sent  int
	at    map[bot.Receipt]int // where in its chat a message stands
}

func newPhones() *phones {
	return &phones{
		chats: map[bot.Address][]bot.Message{}, said: map[bot.Address][]flowtest.Shown{}, at: map[bot.Receipt]int{},
	}
}

func (p *phones) Name() string { return "phone" }

func (p *phones) Capabilities() bot.Capabilities {
	return bot.Capabilities{Edits: true, Pictures: true, Files: true}
}

// Receive has nothing to bring: people act by way of the player.
func (p *phones) Receive(ctx context.Context, _ bot.Accept) error {
	<-ctx.Done()
	return nil
}

func (p *phones) Send(_ context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	p.said[to] = append(p.said[to], flowtest.ShownOf(m.Lines, m.Buttons))
	if at, ok := p.at[bot.Receipt(m.Replace)]; ok {
		p.chats[to][at] = m
		return bot.Receipt(m.Replace), nil
	}
	p.sent++
	receipt := bot.Receipt(fmt.Sprintf("r%d", p.sent))
	p.at[receipt] = len(p.chats[to])
	p.chats[to] = append(p.chats[to], m)
	return receipt, nil
}

func (p *phones) take(a bot.Address) []flowtest.Shown {
	said := p.said[a]
	p.said[a] = nil
	return said
}

// button finds a label by how it begins, on the newest message that has it.
func (p *phones) button(a bot.Address, label string) (string, bool) {
	for _, m := range slices.Backward(p.chats[a]) {
		for _, b := range slices.Concat(m.Buttons...) {
			if begins(flowtest.Label(b), label) || begins(b.Label, label) {
				return b.Data, true
			}
		}
	}
	return "", false
}

func begins(label, with string) bool { return strings.HasPrefix(plain(label), plain(with)) }

func plain(s string) string { return strings.Join(strings.Fields(s), " ") }
