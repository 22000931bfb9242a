package register

import (
	"context"
	"fmt"
	"slices"
)

// Addresses is the table of conversations: under MEMBER/ADDRESS, the address at
// which somebody of the register is reached, with the channel, the language and
// when they came in.
const Addresses = "addresses"

// Settings is the table of what the programme is set to, by the name of the
// setting: its value.
const (
	Settings      = "settings"
	SettingIntake = "intake" // open or closed: may somebody without an invitation ask to take part
)

// The roles of a programme that the office knows.
const (
	Accompanist = "accompanist"
	Trainer     = "trainer"
	Researcher  = "researcher"
	Coordinator = "coordinator"
	Financier   = "financier"
	Staff       = "staff"
	Delegate    = "delegate"
)

// Programme is the register as it is at one moment, ready to be asked.
type Programme struct {
	by map[string][]Entry // by table, by ID
}

// loaded are the tables that a programme is made of.
func loaded() []string {
	return []string{Partners, Targets, Federations, Enterprises, People, Cohorts}
}

// Loaded tells whether a programme knows what is in a table.
func Loaded(table string) bool { return slices.Contains(loaded(), table) }

// Load reads the register of a programme.
func Load(ctx context.Context, r Register) (*Programme, error) {
	p := &Programme{by: map[string][]Entry{}}
	for _, table := range loaded() {
		entries, err := r.Entries(ctx, table)
		if err != nil {
			return nil, fmt.Errorf("read the register: %w", err)
		}
		p.by[table] = entries
	}
	return p, nil
}

// Of makes a programme of the entries of a register, which are ordered by table
// and ID.
func Of(entries []Entry) *Programme {
	p := &Programme{by: map[string][]Entry{}}
	for _, e := range entries {
		p.by[e.Table] = append(p.by[e.Table], e)
	}
	return p
}

// All gives the entries of a table, by ID.
func (p *Programme) All(table string) []Entry { return p.by[table] }

// Find gives an entry by its ID; false when there is none.
func (p *Programme) Find(table, id string) (Entry, bool) {
	at, found := slices.BinarySearchFunc(p.by[table], id, func(e Entry, id string) int { return compareID(e.ID, id) })
	if !found {
		return Entry{Table: table, ID: id, Fields: map[string]string{}}, false
	}
	return p.by[table][at], true
}

// Name is what people call an entry: its name, or else its id.
func (p *Programme) Name(table, id string) string {
	if e, ok := p.Find(table, id); ok && e.Fields["name"] != "" {
		return e.Fields["name"]
	}
	return id
}

// PartnerOf is the partner that an enterprise belongs to: by its federation, or
// else the one that brought it; empty where the register says neither.
func (p *Programme) PartnerOf(enterprise string) string {
	e, _ := p.Find(Enterprises, enterprise)
	if f, ok := p.Find(Federations, e.Fields["federation"]); ok {
		return f.Fields["partner"]
	}
	return e.Fields["partner"]
}

// CohortOf is the cohort that an enterprise is in; false when it is in none.
func (p *Programme) CohortOf(enterprise string) (Entry, bool) {
	for _, c := range p.by[Cohorts] {
		if slices.Contains(c.List("enterprises"), enterprise) {
			return c, true
		}
	}
	return Entry{}, false
}

// CohortsOf are the cohorts that somebody may see: an accompanist those that
// name them; a trainer those of which an accompanist is of the same partner; a
// coordinator all; anybody else none.
func (p *Programme) CohortsOf(member string) (own []Entry) {
	who, ok := p.Who(member)
	if !ok {
		return nil
	}
	for _, c := range p.by[Cohorts] {
		if p.sees(who, c) {
			own = append(own, c)
		}
	}
	return own
}

func (p *Programme) sees(who, c Entry) bool {
	switch who.Fields["role"] {
	case Coordinator:
		return true
	case Accompanist:
		return slices.Contains(c.List("accompanists"), who.ID)
	case Trainer:
		return slices.ContainsFunc(c.List("accompanists"), func(id string) bool {
			a, _ := p.Who(id)
			return a.Fields["partner"] != "" && a.Fields["partner"] == who.Fields["partner"]
		})
	}
	return false
}

// Sees tells whether somebody may see a cohort, or an enterprise in one.
func (p *Programme) Sees(member, cohort string) bool {
	return slices.ContainsFunc(p.CohortsOf(member), func(c Entry) bool { return c.ID == cohort })
}

// Accompanies tells whether somebody may open the dossier of an enterprise: an
// accompanist of its cohort. What it answers is shown to nobody else.
func (p *Programme) Accompanies(member, enterprise string) bool {
	c, ok := p.CohortOf(enterprise)
	who, _ := p.Who(member)
	return ok && who.Fields["role"] == Accompanist && p.sees(who, c)
}

// AnswersFor tells whether somebody answers for a pool: who accompanies, trains or
// does research for a partner of that pool, and whoever coordinates. They follow
// it as a whole.
func (p *Programme) AnswersFor(member, pool string) bool {
	who, _ := p.Who(member)
	switch who.Fields["role"] {
	case Coordinator:
		return slices.Contains(Pools(), pool)
	case Accompanist, Trainer, Researcher:
		partner, _ := p.Find(Partners, who.Fields["partner"])
		return slices.Contains(partner.List("pools"), pool)
	}
	return false
}

// Who is somebody who takes part now; false for who is unknown, and for who has
// left: nothing may be open to them, and their fields are not given.
func (p *Programme) Who(member string) (Entry, bool) {
	e, ok := p.Find(People, member)
	if !ok || e.Fields[Left] == "yes" {
		return Entry{Table: People, ID: member, Fields: map[string]string{}}, false
	}
	return e, true
}

// Belongs tells whether somebody is of an enterprise: its staff, or a delegate of a
// group that it has named. Where the register does not say of which, the dossier does.
func (p *Programme) Belongs(member, enterprise string) bool {
	who, _ := p.Who(member)
	role, of := who.Fields["role"], who.Fields["enterprise"]
	return (role == Staff || role == Delegate) && (of == "" || of == enterprise)
}

// Accompanists are those who accompany an enterprise, and take part now.
func (p *Programme) Accompanists(enterprise string) []string {
	c, _ := p.CohortOf(enterprise)
	return slices.DeleteFunc(c.List("accompanists"), func(id string) bool { return !p.Accompanies(id, enterprise) })
}

func compareID(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
