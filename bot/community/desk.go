package community

import (
	"maps"
	"slices"
	"strconv"

	"visesbot/bot"
	"visesbot/bot/cohort"
	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// written is a visit of the mailbox of an event: the only place where something is
// written about it once it is announced.
func written(v *office.Visit) error {
	n := v.Event.Note
	args := append(v.Args(), "")
	e, ok, err := find(v, args[1])
	if err != nil || !ok || n == nil || mailbox(e.ID) != v.Address {
		return err
	}
	switch args[0] {
	case "said":
		return said(v, e, *n)
	case "do":
		e.Fields = maps.Clone(e.Fields)
		if err := do(v, &e, n.Fields["act"]); err != nil {
			return err
		}
		v.Post(bot.Address(n.Fields["desk"]), v.ID()+"-show", flows.Note{Kind: office.Press(verb, "show", e.ID)}, v.Now())
		return v.Keep(e.Entry)
	}
	return nil
}

// do is what the organiser has pressed.
func do(v *office.Visit, e *event, act string) error {
	in, err := signups(v, *e)
	if err != nil {
		return err
	}
	switch {
	case act == "send" && e.State() == draft:
		e.Fields["state"] = announced
		return everybody(v, *e, note(*e, flows.EventAnnounced, in))
	case act == "cancel" && e.State() == announced:
		e.Fields["state"] = cancelled
		n := note(*e, flows.EventCancelled, in)
		each(v, in, appointment(n, true))
		return everybody(v, *e, n)
	case act == "cards" && e.State() == announced:
		each(v, in, note(*e, flows.EventCards, in))
	case act == "harvest" && (e.State() == announced || e.State() == harvested):
		return harvest(v, e, in)
	}
	return nil
}

// everybody tells all who are invited.
func everybody(v *office.Visit, e event, n flows.Note) error {
	return invited(v, e, func(enterprise string, p form.Person) {
		n.Dossier = enterprise
		v.Post(bot.Address(p.Address), v.ID()+"-"+n.Kind+enterprise+p.ID, n, v.Now())
	})
}

// each tells all who are signed up.
func each(v *office.Visit, in []cohort.Entry, n flows.Note) {
	for _, s := range in {
		if s.Fields["state"] == "in" {
			n.Dossier = s.Fields["enterprise"]
			v.Post(bot.Address(s.Fields["address"]), v.ID()+"-"+n.Kind+s.ID, n, v.Now())
		}
	}
}

// said is what somebody of an enterprise answers, or writes on a card.
func said(v *office.Visit, e event, n flows.Note) error {
	known := false
	err := invited(v, e, func(enterprise string, p form.Person) {
		known = known || enterprise == n.Dossier && p.Address == n.From && p.ID == n.Fields["person"]
	})
	if err != nil || !known {
		return err
	}
	id := e.ID + "/" + n.Dossier + "/" + n.Fields["person"]
	switch n.Fields["act"] {
	case "in", "out":
		return sign(v, e, n, id)
	case "card":
		return v.Keep(cohort.Entry{Table: Cards, ID: id + "/" + n.Fields["n"], Fields: map[string]string{
			"enterprise": n.Dossier, "kind": n.Fields["kind"], "text": n.Fields["text"], "lang": n.Fields["lang"], "at": v.Now().UTC().Format("2006-01-02T15:04:05.000Z"),
		}})
	case "share":
		return share(v, id+"/"+n.Fields["n"], n.Fields["share"])
	}
	return nil
}

// sign puts somebody on the list, or takes them off. A place is given to who asks
// first.
func sign(v *office.Visit, e event, n flows.Note, id string) error {
	in, err := signups(v, e)
	if err != nil {
		return err
	}
	tell := func(state, workshop string, in []cohort.Entry) flows.Note {
		answer := note(e, state, in)
		answer.Fields["for"], answer.Dossier = workshop, n.Dossier
		v.Post(bot.Address(n.From), v.ID()+"-"+state, answer, v.Now())
		return answer
	}
	if e.State() != announced {
		tell(flows.EventCancelled, "", in)
		return nil
	}
	own := cohort.Entry{Table: Signups, ID: id, Fields: map[string]string{
		"enterprise": n.Dossier, "person": n.Fields["person"], "address": n.From, "state": n.Fields["act"], "workshop": n.Fields["workshop"],
	}}
	title := ""
	if wanted := n.Fields["workshop"]; n.Fields["act"] == "in" && wanted != "" {
		at, err := strconv.Atoi(wanted)
		all, _ := e.workshops()
		if err != nil || at < 0 || at >= len(all) {
			return nil
		}
		title = all[at].title
		others := slices.DeleteFunc(slices.Clone(in), func(s cohort.Entry) bool { return s.ID == id })
		if left(e, others)[at] == 0 {
			tell(flows.EventFull, title, in)
			return nil
		}
	}
	state := flows.EventSigned
	if own.Fields["state"] == "out" {
		state = flows.EventOut
	}
	answer := tell(state, title, in)
	v.Post(bot.Address(n.From), v.ID()+"-appointment", appointment(answer, state == flows.EventOut), v.Now())
	return v.Keep(own)
}

// share keeps how a card may be shared.
func share(v *office.Visit, id, how string) error {
	all, err := v.Store().Below(v.Ctx, Cards, id)
	at := slices.IndexFunc(all, func(c cohort.Entry) bool { return c.ID == id })
	if err != nil || at < 0 || !slices.Contains([]string{flows.CardNamed, flows.CardUnnamed, flows.CardKept}, how) {
		return err
	}
	card := all[at]
	card.Fields = maps.Clone(card.Fields)
	card.Fields["share"] = how
	return v.Keep(card)
}
