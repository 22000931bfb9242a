package flowtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"visesbot/flows"
)

// maxEvents is how many steps one act may lead to; more is a loop.
const maxEvents = 1000

// deliver gives somebody an event, and then whatever that leads to.
func (p *MemoryPlayer) deliver(to *talk, ev flows.Event) error {
	p.inbox = append(p.inbox, letter{to, ev})
	for n := 0; len(p.inbox) > 0; n++ {
		if n == maxEvents {
			return fmt.Errorf("the conversations tell each other things without end")
		}
		next := p.inbox[0]
		p.inbox = p.inbox[1:]
		if err := p.step(next.to, next.ev); err != nil {
			return err
		}
	}
	return nil
}

// step takes session and dossier from their stored form, and back.
func (p *MemoryPlayer) step(t *talk, ev flows.Event) error {
	var session flows.Session
	if t.session != nil {
		if err := json.Unmarshal(t.session, &session); err != nil {
			return fmt.Errorf("read the session: %w", err)
		}
	}
	session.Address = t.address
	ev.At, ev.Channel = p.now, p.on.Channel
	ev.Fresh = &flows.Fresh{Code: fmt.Sprintf("CODE-%d", len(p.invites)+1)}
	turn, err := p.engine.Step(session, p.docs, ev)
	if err != nil {
		return err
	}
	if len(turn.Faults) > 0 {
		return fmt.Errorf("a step that is faulty: %s", strings.Join(turn.Faults, "; "))
	}
	if err := p.docs.keep(turn.Changes); err != nil {
		return err
	}
	if t.session, err = json.Marshal(turn.Session); err != nil {
		return fmt.Errorf("write the session: %w", err)
	}
	p.visit(turn)
	return p.carryOut(t, turn.Wishes)
}

// carryOut does what a turn wishes for.
func (p *MemoryPlayer) carryOut(t *talk, wishes []flows.Wish) error {
	for _, w := range wishes {
		switch {
		case w.Say != nil:
			t.show(p.now, *w.Say)
		case w.Wait != nil && w.Wait.At.IsZero():
			delete(t.timers, w.Wait.Name)
		case w.Wait != nil:
			t.timers[w.Wait.Name] = w.Wait.At
		case w.Let != nil:
			p.invites[w.Let.Code] = w.Let.Invite
		case w.Tell != nil:
			if err := p.tell(*w.Tell); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *MemoryPlayer) tell(w flows.Tell) error {
	if strings.HasPrefix(w.To, "office:") {
		return nil // the programme hears it, and nobody is shown anything
	}
	i := slices.IndexFunc(p.talks, func(t *talk) bool { return t.address == w.To })
	if i < 0 {
		return fmt.Errorf("the bot tells %q something, but nobody is there", w.To)
	}
	p.inbox = append(p.inbox, letter{p.talks[i], flows.Event{Kind: flows.Told, Note: &w.Note}})
	return nil
}

// show puts a card on the phone, in the place of the one it replaces.
func (t *talk) show(now time.Time, c flows.Card) {
	t.said = append(t.said, ShownOf(c.Lines, c.Buttons))
	i := slices.IndexFunc(t.chat, func(o Said) bool { return o.Card != nil && o.Card.ID == c.ID })
	if c.Replace && i >= 0 {
		t.chat[i].Card = &c
		return
	}
	t.chat = append(t.chat, Said{At: now, Card: &c})
}

// Advance lets time pass. What falls due on the way happens at its time.
func (p *MemoryPlayer) Advance(d time.Duration) error {
	end := p.now.Add(d)
	for range maxEvents {
		t, name, at := p.nextTimer()
		if t == nil || at.After(end) {
			p.now = end
			return nil
		}
		if at.After(p.now) {
			p.now = at.In(p.now.Location())
		}
		delete(t.timers, name)
		if err := p.deliver(t, flows.Event{Kind: flows.Timer, Timer: name}); err != nil {
			return err
		}
	}
	return fmt.Errorf("timers fall due without end")
}

// nextTimer finds the earliest timer; of equal ones the first by name.
func (p *MemoryPlayer) nextTimer() (first *talk, name string, at time.Time) {
	for _, t := range p.talks {
		for n, due := range t.timers {
			if first == nil || due.Before(at) || (due.Equal(at) && t == first && n < name) {
				first, name, at = t, n, due
			}
		}
	}
	return first, name, at
}

// visit notes which question is on the table, and what was delivered.
func (p *MemoryPlayer) visit(turn flows.Turn) {
	if q := turn.Session.Place.Question(); q != "" {
		p.visited.Questions[q] = true
	}
	for _, r := range turn.Changes.Records {
		if r.Answer != nil {
			p.visited.Questions[r.Answer.Place.Question()] = true
		}
		if r.Delivery != nil {
			p.visited.Blocks[r.Delivery.Module+"/"+r.Delivery.Block] = true
		}
	}
}
