package digest

import (
	"context"
	"fmt"
	"slices"
	"time"

	"visesbot/bot/register"
	"visesbot/bot/rooms/push"
	"visesbot/flows/form"
)

// Taught is what there is to tell a trainer.
type Taught struct {
	Since   time.Time       `json:"since"`
	Until   time.Time       `json:"until"`
	Sent    []push.Standing `json:"sent,omitempty"`    // modules of which something was heard since then
	Lessons []Lesson        `json:"lessons,omitempty"` // what was followed since then, sent or not
}

// Nothing tells whether there is nothing to report.
func (t Taught) Nothing() bool { return len(t.Sent)+len(t.Lessons) == 0 }

// GatherTaught tells how the modules stand that were sent to the cohorts that
// somebody may see, and what was followed there: of other enterprises nothing,
// also where they got the same.
func GatherTaught(ctx context.Context, s Store, p *register.Programme, member string, q Query) (Taught, error) {
	own := map[string]bool{}
	for _, c := range p.CohortsOf(member) {
		for _, e := range c.List("enterprises") {
			own[e] = true
		}
	}
	sent, err := push.Standings(ctx, s, func(enterprise string) bool { return own[enterprise] }, q.Now)
	if err != nil {
		return Taught{}, err
	}
	sent = slices.DeleteFunc(sent, func(x push.Standing) bool { return x.Last.Before(q.Since) })
	lessons, err := GatherLessons(ctx, s, p, member, q)
	return Taught{q.Since, q.Now, sent, lessons}, err
}

// Lesson is what was followed of the modules in one cohort.
type Lesson struct {
	Cohort  string   `json:"cohort"`
	Name    string   `json:"name"`
	Modules []Module `json:"modules"`
}

// GatherLessons tells what was followed in the cohorts that somebody may see,
// and nothing of what was answered. Cohorts without news are left out.
func GatherLessons(ctx context.Context, s Store, p *register.Programme, member string, q Query) (all []Lesson, err error) {
	for _, c := range p.CohortsOf(member) {
		v := View{Now: q.Now, Since: q.Since, Blocks: q.Blocks}
		for _, e := range c.List("enterprises") {
			seen := Seen{ID: e}
			err := s.Latest(ctx, e, func(r form.Record) bool {
				if r.Delivery != nil && !r.At.Before(q.Since) {
					seen.Records = append(seen.Records, r)
				}
				return !r.At.Before(q.Since)
			})
			if err != nil {
				return nil, fmt.Errorf("read what was followed: %w", err)
			}
			v.Seen = append(v.Seen, seen)
		}
		if modules := v.modules(); len(modules) > 0 {
			all = append(all, Lesson{c.ID, p.Name(register.Cohorts, c.ID), modules})
		}
	}
	return all, nil
}
