package lifetime

import (
	"context"
	"fmt"
	"slices"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// phones is the channel: it is as narrow as the narrowest of the platforms, shows
// nothing that does not fit, and writes down when it was sent.
type phones struct {
	w     *witness
	clock bot.Clock
	sent  int
	known map[bot.Receipt]bool
	wrong []string
	react func(who *person, about *witnessed) // to what was not asked for
}

// limits are those of a platform.
func limits() bot.Capabilities {
	return bot.Capabilities{TextMax: 3000, CaptionMax: 1000, Buttons: 40, Row: 5, LabelMax: 60, Edits: true, Pictures: true, Files: true}
}

func (p *phones) Name() string                   { return "phone" }
func (p *phones) Capabilities() bot.Capabilities { return limits() }

func (p *phones) Receive(ctx context.Context, _ bot.Accept) error {
	<-ctx.Done()
	return nil
}

// Send shows a message, if it can be shown.
func (p *phones) Send(_ context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	who := p.w.people[to]
	p.judge(who, to, m)
	if about := p.unasked(who, m); about != nil && about.sent.IsZero() {
		about.sent = p.clock.Now().In(who.zone)
		p.react(who, about)
	}
	if m.Replace != "" {
		return bot.Receipt(m.Replace), nil
	}
	p.sent++
	r := bot.Receipt(fmt.Sprint("m", p.sent))
	p.known[r] = true
	who.newest = append(who.newest, m)
	who.newest = who.newest[max(0, len(who.newest)-4):]
	return r, nil
}

// unasked finds what a message belongs to that nobody asked for then.
func (p *phones) unasked(who *person, m bot.Message) *witnessed {
	for _, x := range slices.Backward(p.w.all) {
		switch {
		case x.at.Before(p.clock.Now().Add(-time.Hour)):
			return nil
		case x.who == who && x.card == m.Card:
			return x
		}
	}
	return nil
}

func (p *phones) judge(who *person, to bot.Address, m bot.Message) {
	length := bot.Length(m.Lines)
	buttons := slices.Concat(m.Buttons...)
	can := limits()
	switch {
	case who == nil:
		p.wrong = append(p.wrong, fmt.Sprintf("nobody is called %s", to))
	case length == 0 || length > can.TextMax:
		p.wrong = append(p.wrong, fmt.Sprintf("a message of %d characters to %s", length, to))
	case len(buttons) > can.Buttons || slices.ContainsFunc(buttons, func(b flows.Button) bool { return b.Data == "" || len(b.Data) > 64 }):
		p.wrong = append(p.wrong, fmt.Sprintf("buttons that do not fit, to %s: %v", to, buttons))
	case m.Replace != "" && !p.known[bot.Receipt(m.Replace)]:
		p.wrong = append(p.wrong, fmt.Sprintf("%s is edited, which %s never got", m.Replace, to))
	}
}
