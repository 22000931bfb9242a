package channels

import (
	"context"
	"fmt"
	"strings"

	"visesbot/bot"
	"visesbot/flows/flowtest"
)

// plain is a channel without limits, on which everything is shown as it is
// meant: what other channels are held against.
type plain struct {
	world  world
	accept chan bot.Accept
	sent   []sent
	acts   int
}

type sent struct {
	to      bot.Address
	message bot.Message
}

func openPlain(w world) platform { return &plain{world: w, accept: make(chan bot.Accept, 1)} }

func (p *plain) adapter() bot.Adapter { return p }
func (p *plain) Name() string         { return "plain" }

func (p *plain) Capabilities() bot.Capabilities {
	return bot.Capabilities{Edits: true, Pictures: true, Files: true}
}

func (p *plain) Receive(ctx context.Context, accept bot.Accept) error {
	p.accept <- accept
	<-ctx.Done()
	return nil
}

func (p *plain) Send(_ context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	p.sent = append(p.sent, sent{to, m})
	if m.Replace != "" {
		return bot.Receipt(m.Replace), nil
	}
	return bot.Receipt(fmt.Sprint(len(p.sent))), nil
}

func (p *plain) start(person string) error {
	return p.bring(person, bot.Update{Start: true, Code: code(person)})
}

func (p *plain) say(person, text string) error { return p.bring(person, bot.Update{Text: text}) }

func (p *plain) press(person, begin string) error {
	for i := len(p.sent) - 1; i >= 0; i-- {
		s := p.sent[i]
		if s.to != p.address(person) || p.replaced(i) {
			continue
		}
		for _, row := range s.message.Buttons {
			for _, b := range row {
				if strings.HasPrefix(b.Label, begin) || strings.HasPrefix(flowtest.Label(b), begin) {
					return p.bring(person, bot.Update{Press: b.Data})
				}
			}
		}
	}
	return fmt.Errorf("there is no button %q", begin)
}

// replaced tells whether a message was edited since, and so stands there no more.
func (p *plain) replaced(i int) bool {
	receipt := p.sent[i].message.Replace
	if receipt == "" {
		receipt = fmt.Sprint(i + 1)
	}
	for _, later := range p.sent[i+1:] {
		if later.message.Replace == receipt {
			return true
		}
	}
	return false
}

func (p *plain) bring(person string, u bot.Update) error {
	p.acts++
	u.ID, u.Address, u.At = fmt.Sprint("u", p.acts), p.address(person), p.world.clock.Now()
	accept := <-p.accept
	p.accept <- accept
	return accept(context.Background(), u)
}

func (p *plain) address(person string) bot.Address { return bot.Address("plain:" + person) }

func (p *plain) look(to bot.Address, _ bot.Receipt) (string, seen, error) {
	m := p.sent[len(p.sent)-1].message
	shown := flowtest.ShownOf(m.Lines, m.Buttons)
	s := seen{text: strings.Join(shown.Lines, "\n"), labels: shown.Buttons}
	if m.Media != nil {
		s.media = []string{m.Media.Alt, m.Media.URL}
	}
	return to.Talk(), s, nil
}
