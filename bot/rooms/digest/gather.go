package digest

import (
	"context"
	"fmt"
	"slices"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/bot/rooms/thread"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Store is what a digest is read from. Both stores are one.
type Store interface {
	bot.Store
	bot.Standings
	register.Register
}

// Query says what is asked of a store; it can be sent to another program.
type Query struct {
	Asks   Asks           `json:"asks"`
	Blocks map[string]int `json:"blocks"` // of each module
	Phases []string       `json:"phases"`
	Now    time.Time      `json:"now"`
	Since  time.Time      `json:"since"`
}

// QueryOf asks about the time from since until now, by the content that is
// served.
func QueryOf(s *flows.Script, now, since time.Time) Query {
	q := Query{Asks: AsksOf(s.Questionnaire), Blocks: map[string]int{}, Now: now, Since: since}
	for _, p := range s.Questionnaire.Phases {
		q.Phases = append(q.Phases, p.ID)
	}
	for _, m := range s.Modules {
		q.Blocks[m.ID] = len(m.Blocks)
	}
	return q
}

// Gather makes the digest of a cohort. It claims nothing and changes nothing.
func Gather(ctx context.Context, s Store, p *register.Programme, id string, q Query) (Digest, error) {
	c, ok := p.Find(register.Cohorts, id)
	if !ok {
		return Digest{}, fmt.Errorf("no cohort is called %q: %w", id, bot.ErrNotFound)
	}
	v := View{
		Cohort: id, Name: p.Name(register.Cohorts, id), Now: q.Now, Since: q.Since, Checks: q.Asks.Checks, Blocks: q.Blocks,
	}
	for _, enterprise := range c.List("enterprises") {
		seen, err := see(ctx, s, p, enterprise, q)
		if err != nil {
			return Digest{}, err
		}
		v.Seen = append(v.Seen, seen)
	}
	meetings, err := s.Entries(ctx, register.Meetings)
	if err != nil {
		return Digest{}, fmt.Errorf("read the meetings of a cohort: %w", err)
	}
	for _, m := range meetings {
		if m.Fields["cohort"] == id && m.Fields["state"] == register.Planned {
			v.Meetings = append(v.Meetings, m.Moment("at"))
		}
	}
	return Compute(v), nil
}

// see reads one enterprise: its head, its newest records, and of its answers only
// those that are new and that a digest looks at.
func see(ctx context.Context, s Store, p *register.Programme, id string, q Query) (Seen, error) {
	seen := Seen{ID: id, Name: p.Name(register.Enterprises, id)}
	if err := seen.register(ctx, s, p); err != nil {
		return seen, err
	}
	var news []form.Place // of which something was answered
	err := s.Latest(ctx, id, func(r form.Record) bool {
		if r.Kind == form.RecordAnswer && r.Answer != nil && !r.At.Before(q.Since) && q.Asks.about(r.Answer.Place) && !slices.Contains(news, r.Answer.Place) {
			news = append(news, r.Answer.Place)
		}
		return seen.record(r, q.Since)
	})
	if err != nil {
		return seen, fmt.Errorf("read the records of a dossier: %w", err)
	}
	known := seen
	known.Helps = slices.Clip(known.Helps) // what is added by one look is not there for the next
	err = office.Look(ctx, s, id, func(src form.Source) error {
		fresh := known
		fresh.Head = src.Head()
		if fresh.Head.Phase != "" {
			for _, p := range news {
				if a, ok := src.Answer(p); ok {
					fresh.answer(*a, q.Asks, q.Since)
				}
			}
			fresh.chosen(src, q.Asks, q.Since)
		}
		seen = fresh
		return nil
	})
	if err != nil {
		return seen, err
	}
	return seen, nil
}

// register reads what the register holds about an enterprise.
func (s *Seen) register(ctx context.Context, r register.Register, p *register.Programme) error {
	hours, err := r.Below(ctx, register.Hours, s.ID+"/")
	if err != nil {
		return fmt.Errorf("read hours of guidance: %w", err)
	}
	helps, err := r.Below(ctx, thread.Calls, s.ID+"/")
	if err != nil {
		return fmt.Errorf("read calls for help: %w", err)
	}
	e, _ := p.Find(register.Enterprises, s.ID)
	s.facts(e, hours, helps)
	return nil
}
