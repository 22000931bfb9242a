package flowtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
)

// Left is what a talk leaves behind: all that a store would hold of it, and all
// that the phones show.
type Left struct {
	Now     time.Time    // the moment of the last step
	Dossier form.Changes // every document, as one change from nothing
	Talks   []Talked     // as the transcript names the people
}

// Talked is what is left of one person's conversation.
type Talked struct {
	Person  Person
	Session flows.Session
	Said    []Said               // as it stands on the phone, oldest first
	Timers  map[string]time.Time // that have not fallen due
}

// Said is one thing on a phone: a card of the bot, or what the person typed.
type Said struct {
	At   time.Time
	Card *flows.Card
	Text string
}

// Left gives what is left behind now.
func (p *MemoryPlayer) Left() (Left, error) {
	left := Left{Now: p.now, Dossier: p.docs.all()}
	for _, t := range p.talks {
		told := Talked{Person: t.person, Said: slices.Clone(t.chat), Timers: maps.Clone(t.timers)}
		if t.session != nil {
			if err := json.Unmarshal(t.session, &told.Session); err != nil {
				return left, fmt.Errorf("read the session: %w", err)
			}
		}
		left.Talks = append(left.Talks, told)
	}
	return left, p.docs.err
}

// all are the documents as one change from nothing.
func (d *documents) all() form.Changes {
	head := d.Head()
	head.Version = 1
	c := form.Changes{Head: &head, Answers: d.Answers()}
	for _, k := range slices.Sorted(maps.Keys(d.lists)) {
		l, _ := d.List(k)
		c.Lists = append(c.Lists, *l)
	}
	for _, p := range slices.Sorted(maps.Keys(d.items)) {
		it, _ := d.Item(p)
		c.Items = append(c.Items, *it)
	}
	for _, raw := range d.records {
		r, _ := read[form.Record](d, raw)
		c.Records = append(c.Records, *r)
	}
	for _, raw := range d.shots {
		s, _ := read[form.Snapshot](d, raw)
		c.Snapshots = append(c.Snapshots, *s)
	}
	return c
}
