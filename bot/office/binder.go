package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/parse"
)

const registerVerb = "bind"

// binder is the room in which the programme hears who is who.
type binder struct{}

func (binder) Verb() string              { return registerVerb }
func (binder) Commands() []parse.Command { return nil }

// Serve notes which conversation somebody has; who has no dossier is welcomed
// here, and gets a seat in each dossier that they accompany.
func (r binder) Serve(v *Visit) error {
	if in := v.Event.Invite; in != nil {
		v.Session.Member = in.Member
		v.Member, _ = v.Programme.Who(in.Member)
		v.Session.Lang = cmp.Or(v.Session.Lang, in.Lang, v.Member.Fields["language"], v.Event.Person.Lang, "en")
		v.Lang = v.Session.Lang
		if err := r.note(v, in.Member, v.Address, v.Lang); err != nil {
			return err
		}
		return front{v.f}.Serve(v)
	}
	n := v.Event.Note
	if n == nil {
		return nil
	}
	return r.note(v, n.Fields["member"], bot.Address(n.Fields["address"]), n.Fields["lang"])
}

func (binder) note(v *Visit, member string, a bot.Address, lang string) error {
	who, _ := v.Programme.Find(register.People, member)
	for _, r := range v.f.o.Rooms {
		if g, ok := r.(Greeter); ok && g.Greets(who) != "" {
			v.Post(a, "greet-"+r.Verb()+"-"+v.job, flows.Note{Kind: g.Greets(who)}, v.Now())
		}
	}
	return v.Keep(register.Entry{Table: register.Addresses, ID: member + "/" + string(a), Fields: map[string]string{
		"member": member, "address": string(a), "channel": a.Channel(), "lang": lang, "since": v.Now().UTC().Format(time.RFC3339),
	}})
}

// seen notes that a member of several conversations is in this one now: what the
// programme has to tell them goes there.
func (r binder) seen(v *Visit) error {
	switch v.Event.Kind {
	case flows.Said, flows.Pressed, flows.Started:
	default:
		return nil
	}
	if v.Member.ID == "" {
		return nil
	}
	at, err := v.Reached(v.Member.ID)
	if err != nil || len(at) < 2 || at[0] == v.Address {
		return err
	}
	return r.note(v, v.Member.ID, v.Address, v.Lang)
}

// Reached are the conversations of a member, the one they came in by last
// first.
func Reached(ctx context.Context, r register.Register, member string) ([]bot.Address, error) {
	entries, err := r.Below(ctx, register.Addresses, member+"/")
	if err != nil {
		return nil, fmt.Errorf("read where somebody is reached: %w", err)
	}
	slices.SortStableFunc(entries, func(a, b register.Entry) int { return cmp.Compare(b.Fields["since"], a.Fields["since"]) })
	var all []bot.Address
	for _, e := range entries {
		if e.Fields["gone"] == "" {
			all = append(all, bot.Address(e.Fields["address"]))
		}
	}
	return all, nil
}

// Seat gives the visitor a seat in a dossier that they accompany, and goes there:
// the talk is about it from now on.
func (v *Visit) Seat(enterprise string) {
	v.Session.Role = flows.RoleAccompanist
	if s, moved := v.Session.WithSeat(enterprise).Seated(enterprise); moved {
		v.Session = s
	}
}
