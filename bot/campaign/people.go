package campaign

import (
	"context"
	"fmt"
	"slices"

	"visesbot/bot"
	"visesbot/bot/cohort"
	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Store is what a push needs to know its people.
type Store interface {
	bot.Store
	cohort.Register
}

// person is somebody that a push goes to.
type person struct {
	address    bot.Address
	enterprise string
	respondent string // empty before consent
	lang       string
}

func (p person) key() string { return key(string(p.address)) }

// audience is all that a push goes to, and the enterprises from which nobody
// came in yet.
type audience struct {
	people []person
	empty  []string
}

// audienceOf finds the people of the enterprises of an order: who answers there,
// not who accompanies. Modules are for everybody, with or without consent.
// Somebody who has two conversations is told in the newer.
func audienceOf(ctx context.Context, s Store, p *cohort.Programme, o Order) (a audience, err error) {
	for _, enterprise := range o.Targets(p) {
		var here []person
		err := office.Look(ctx, s, enterprise, func(d form.Source) error { here = peopleOf(enterprise, d.Head().People); return nil })
		if err != nil {
			return a, fmt.Errorf("find the people of a push: %w", err)
		}
		if len(here) == 0 {
			a.empty = append(a.empty, enterprise)
		}
		a.people = append(a.people, here...)
	}
	return a, nil
}

func peopleOf(enterprise string, all []form.Person) (here []person) {
	for _, one := range all {
		if one.Role == flows.RoleAccompanist || bot.Address(one.Address).Valid() != nil {
			continue
		}
		p := person{bot.Address(one.Address), enterprise, one.Respondent, one.Lang}
		i := slices.IndexFunc(here, func(o person) bool { return o.respondent != "" && o.respondent == p.respondent })
		if i >= 0 {
			here[i] = p
			continue
		}
		here = append(here, p)
	}
	return here
}

// langs counts the languages of an audience, the most frequent first.
func (a audience) langs() []string {
	count := map[string]int{}
	for _, p := range a.people {
		count[p.lang]++
	}
	langs := slices.DeleteFunc(form.Langs(), func(l string) bool { return count[l] == 0 })
	slices.SortStableFunc(langs, func(x, y string) int { return count[y] - count[x] })
	return langs
}

func (a audience) addresses() []bot.Address {
	var all []bot.Address
	for _, p := range a.people {
		all = append(all, p.address)
	}
	return all
}
