package officetest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"visesbot/bot"
	"visesbot/flows"
)

// Phones is a channel that keeps what everybody is shown.
type Phones struct {
	mu    sync.Mutex
	shown map[string][]Shown
	all   int
	shut  map[string]bool
	edits map[string]int
}

// Shown is a message that somebody was shown.
type Shown struct {
	bot.Message
	Receipt bot.Receipt
}

func newPhones() *Phones {
	return &Phones{shown: map[string][]Shown{}, shut: map[string]bool{}, edits: map[string]int{}}
}

// Name is "test".
func (p *Phones) Name() string { return "test" }

// Capabilities are those of Slack, more or less.
func (p *Phones) Capabilities() bot.Capabilities {
	return bot.Capabilities{TextMax: 2900, Buttons: 25, Row: 5, LabelMax: 75, Edits: true, Pictures: true, Files: true, Enclosed: 10}
}

// Link opens an invitation.
func (p *Phones) Link(code string) string { return "https://test.example/" + code }

// Receive brings nothing.
func (p *Phones) Receive(ctx context.Context, _ bot.Accept) error { <-ctx.Done(); return nil }

// Send keeps a message, in the place of the one it replaces.
func (p *Phones) Send(_ context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	who := to.Talk()
	if p.shut[who] {
		return "", &bot.SendError{Kind: bot.Permanent, Cause: bot.Blocked, Err: errors.New("blocked")}
	}
	for i, s := range p.shown[who] {
		if m.Replace != "" && string(s.Receipt) == m.Replace {
			p.shown[who][i].Message = m
			p.edits[who]++
			return s.Receipt, nil
		}
	}
	p.all++
	r := bot.Receipt(fmt.Sprintf("m%d", p.all))
	p.shown[who] = append(p.shown[who], Shown{m, r})
	return r, nil
}

// Shown is all that somebody was shown, as it stands now.
func (p *Phones) Shown(who string) []Shown {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]Shown{}, p.shown[who]...)
}

// Last is the text of the last message of somebody, with its buttons.
func (p *Phones) Last(who string) string {
	all := p.Shown(who)
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1].Text()
}

// Text is what a message says, line by line, with its buttons.
func (s Shown) Text() string {
	var text []string
	for _, l := range s.Lines {
		text = append(text, strings.TrimSpace(l.Text+" "+l.URL))
	}
	for _, row := range s.Buttons {
		for _, b := range row {
			text = append(text, "["+b.Label+"]")
		}
	}
	return strings.Join(text, "\n")
}

// Text is what a card says, with its buttons.
func Text(c flows.Card) string {
	return Shown{Message: bot.Message{Lines: c.Lines, Buttons: c.Buttons}}.Text()
}

// Edits counts how often a message of somebody was shown anew in its place.
func (p *Phones) Edits(who string) int { p.mu.Lock(); defer p.mu.Unlock(); return p.edits[who] }

// Forget empties somebody's phone.
func (p *Phones) Forget(who string) { p.mu.Lock(); defer p.mu.Unlock(); p.shown[who] = nil }

// Shut lets somebody block the bot.
func (p *Phones) Shut(who string) { p.mu.Lock(); defer p.mu.Unlock(); p.shut[who] = true }
