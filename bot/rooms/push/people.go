package push

import (
	"context"
	"fmt"
	"slices"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Store is what a push needs to know its people. Both stores are one.
type Store interface {
	bot.Store
	bot.Talks
	register.Register
	// Sessions gives every conversation; see [bot.Mailboxes].
	Sessions(ctx context.Context, each func(bot.Address, flows.Session) error) error
}

// person is somebody that a push goes to.
type person struct {
	address    bot.Address
	enterprise string
	respondent string // empty before consent
	lang       string
	role       string
	country    string // of the enterprise
}

func (p person) key() string { return key(string(p.address)) }

// agreed tells whether somebody may be sent a message: who has agreed that
// answers are kept, or accompanies.
func (p person) agreed() bool { return p.respondent != "" || p.role == flows.RoleAccompanist }

// audience is all that a push goes to, the enterprises from which nobody came in
// yet, and how many are left out: of a message, who has not agreed that answers
// are kept; of conversations that were named, those in which nobody came in.
type audience struct {
	people            []person
	empty             []string
	silent, strangers int
}

// audienceOf finds the people of an order: who answers in its enterprises, not who
// accompanies, unless it says otherwise. Modules are for everybody, with or
// without consent, messages are not. Somebody who has two conversations is told
// in the newer.
func audienceOf(ctx context.Context, s Store, p *register.Programme, o Order) (a audience, err error) {
	targets := o.Targets(p)
	if o.Everyone {
		if targets, err = everywhere(ctx, s); err != nil {
			return a, err
		}
	}
	for _, enterprise := range targets {
		if err := a.enterprise(ctx, s, o, enterprise); err != nil {
			return a, err
		}
	}
	if err := a.named(ctx, s, o); err != nil {
		return a, err
	}
	a.people = once(a.people)
	if o.Message() {
		all := len(a.people)
		a.people = slices.DeleteFunc(a.people, func(p person) bool { return !p.agreed() })
		a.silent = all - len(a.people)
	}
	return a, nil
}

// enterprise adds the people of one.
func (a *audience) enterprise(ctx context.Context, s Store, o Order, id string) error {
	var here []person
	err := office.Look(ctx, s, id, func(d form.Source) error { here = peopleOf(d.Head(), id, o); return nil })
	if err != nil {
		return fmt.Errorf("find the people of a push: %w", err)
	}
	if len(here) == 0 {
		a.empty = append(a.empty, id)
	}
	a.people = append(a.people, here...)
	return nil
}

// named adds those whose conversations are named.
func (a *audience) named(ctx context.Context, s Store, o Order) error {
	for _, to := range o.To {
		talk, err := s.Session(ctx, bot.Address(to))
		if err != nil {
			return fmt.Errorf("find the people of a push: %w", err)
		}
		if talk.Dossier == "" || talk.Person == "" {
			a.strangers++
			continue
		}
		a.people = append(a.people, person{bot.Address(to), talk.Dossier, talk.Respondent, talk.Lang, talk.Role, ""})
	}
	return nil
}

// everywhere are all dossiers that somebody takes part in.
func everywhere(ctx context.Context, s Store) (all []string, err error) {
	err = s.Sessions(ctx, func(_ bot.Address, talk flows.Session) error {
		if talk.Dossier != "" && talk.Person != "" {
			all = append(all, talk.Dossier)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("find the people of a push: %w", err)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

func peopleOf(h form.Head, enterprise string, o Order) (here []person) {
	for _, one := range h.People {
		if !o.wants(one.Role) || bot.Address(one.Address).Valid() != nil {
			continue
		}
		p := person{bot.Address(one.Address), enterprise, one.Respondent, one.Lang, one.Role, h.Enterprise.Country}
		i := slices.IndexFunc(here, func(o person) bool { return o.respondent != "" && o.respondent == p.respondent })
		if i >= 0 {
			here[i] = p
			continue
		}
		here = append(here, p)
	}
	return here
}

// once leaves each conversation there once: who accompanies is in several
// dossiers.
func once(all []person) []person {
	seen := map[bot.Address]bool{}
	return slices.DeleteFunc(all, func(p person) bool {
		again := seen[p.address]
		seen[p.address] = true
		return again
	})
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
