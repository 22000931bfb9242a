package digest

import (
	"context"
	"fmt"

	"visesbot/bot/cohort"
	"visesbot/flows/form"
)

// Lesson is what was followed of the modules in one cohort.
type Lesson struct {
	Cohort  string   `json:"cohort"`
	Name    string   `json:"name"`
	Modules []Module `json:"modules"`
}

// GatherLessons tells what was followed in the cohorts that somebody may see,
// and nothing of what was answered. Cohorts without news are left out.
func GatherLessons(ctx context.Context, s Store, p *cohort.Programme, member string, q Query) (all []Lesson, err error) {
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
			all = append(all, Lesson{c.ID, p.Name(cohort.Cohorts, c.ID), modules})
		}
	}
	return all, nil
}
