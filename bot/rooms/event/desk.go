package event

import (
	"maps"
	"slices"
	"strconv"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
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
		if err := do(v, &e, n.Fields); err != nil {
			return err
		}
		v.Post(bot.Address(n.Fields["desk"]), v.ID()+"-show", flows.Note{Kind: office.Press(verb, "show", e.ID)}, v.Now())
		return v.Keep(e.Entry)
	}
	return nil
}

// do is what the organiser has pressed.
func do(v *office.Visit, e *event, f map[string]string) error {
	in, err := signups(v, *e)
	if err != nil {
		return err
	}
	switch act := f["act"]; {
	case act == "send" && e.State() == draft:
		e.Fields["state"], e.Fields["seq"] = announced, "0"
		if err := e.calendars(v); err != nil {
			return err
		}
		return everybody(v, *e, note(*e, flows.EventAnnounced, in))
	case act == "change" && e.State() == announced:
		return changed(v, e, f, in)
	case act == "cancel" && e.State() == announced:
		return off(v, e, in)
	case act == "cards" && e.State() == announced:
		return each(v, *e, in, note(*e, flows.EventCards, in))
	case act == "harvest" && (e.State() == announced || e.State() == harvested):
		return harvest(v, e, in)
	}
	return nil
}

// changed keeps what is new, and tells those who are signed up: they stay so, and
// their calendars follow.
func changed(v *office.Visit, e *event, f map[string]string, in []register.Entry) error {
	for _, field := range append(changeable(), "at", "end") {
		e.Fields[field] = f[field]
	}
	e.Fields["seq"] = strconv.Itoa(e.Sequence() + 1)
	*e = read(e.Entry)
	if err := e.calendars(v); err != nil {
		return err
	}
	n := note(*e, flows.EventChanged, in)
	if err := each(v, *e, in, n); err != nil {
		return err
	}
	return each(v, *e, in, appointment(n, false))
}

// off tells everybody that an event does not take place, and those who are signed
// up with a file that takes it out of their calendars.
func off(v *office.Visit, e *event, in []register.Entry) error {
	e.Fields["state"], e.Fields["seq"] = cancelled, strconv.Itoa(e.Sequence()+1)
	if err := e.calendars(v); err != nil {
		return err
	}
	n := note(*e, flows.EventCancelled, in)
	if err := each(v, *e, in, n); err != nil {
		return err
	}
	if err := each(v, *e, in, appointment(n, true)); err != nil {
		return err
	}
	n.Fields = maps.Clone(n.Fields)
	delete(n.Fields, "file")
	return everybody(v, *e, n, in...)
}

// everybody tells all who are invited, but for those who are signed up among some.
func everybody(v *office.Visit, e event, n flows.Note, but ...register.Entry) error {
	told := map[string]bool{}
	for _, s := range but {
		told[s.ID] = s.Fields["state"] == "in"
	}
	return invited(v, e, func(enterprise string, p form.Person) {
		if !told[e.of(enterprise, p.ID)] {
			n.Dossier = enterprise
			v.Post(bot.Address(p.Address), v.ID()+"-"+n.Kind+enterprise+p.ID, n, v.Now())
		}
	})
}

// each tells all who are signed up, where they were last; an appointment goes to
// all their apps.
func each(v *office.Visit, e event, in []register.Entry, n flows.Note) error {
	now := map[string]form.Person{}
	err := invited(v, e, func(enterprise string, p form.Person) { now[e.of(enterprise, p.ID)] = p })
	for _, s := range in {
		if s.Fields["state"] != "in" {
			continue
		}
		p, here := now[s.ID]
		if !here {
			p.Address = s.Fields["address"]
		}
		n.Dossier = s.Fields["enterprise"]
		for _, at := range apps(p, n) {
			v.Post(bot.Address(at), v.ID()+"-"+n.Kind+s.ID, n, v.Now())
		}
	}
	return err
}

// apps are where somebody is told something: on the app they used last, but of an
// appointment on all of them, as the one that they use then reminds them.
func apps(p form.Person, n flows.Note) []string {
	if n.Kind == flows.NoteAppointment {
		return append([]string{p.Address}, p.Also...)
	}
	return []string{p.Address}
}

// said is what somebody of an enterprise answers, or writes on a card, on
// whichever of their apps.
func said(v *office.Visit, e event, n flows.Note) error {
	var who *form.Person
	err := invited(v, e, func(enterprise string, p form.Person) {
		if enterprise == n.Dossier && p.ID == n.Fields["person"] && (p.Address == n.From || slices.Contains(p.Also, n.From)) {
			who = &p
		}
	})
	if err != nil || who == nil {
		return err
	}
	id := e.of(n.Dossier, n.Fields["person"])
	switch n.Fields["act"] {
	case "in", "out":
		return sign(v, e, n, id, *who)
	case "card":
		return v.Keep(register.Entry{Table: Cards, ID: id + "/" + n.Fields["n"], Fields: map[string]string{
			"enterprise": n.Dossier, "kind": n.Fields["kind"], "text": n.Fields["text"], "lang": n.Fields["lang"], "at": v.Now().UTC().Format("2006-01-02T15:04:05.000Z"),
		}})
	case "share":
		return share(v, id+"/"+n.Fields["n"], n.Fields["share"])
	}
	return nil
}

// sign puts somebody on the list, or takes them off. A place is given to who asks
// first.
func sign(v *office.Visit, e event, n flows.Note, id string, who form.Person) error {
	in, err := signups(v, e)
	if err != nil {
		return err
	}
	tell := func(state, workshop string, in []register.Entry) flows.Note {
		answer := note(e, state, in)
		answer.Fields["for"], answer.Dossier = workshop, n.Dossier
		v.Post(bot.Address(n.From), v.ID()+"-"+state, answer, v.Now())
		return answer
	}
	if e.State() != announced {
		tell(flows.EventCancelled, "", in)
		return nil
	}
	own := register.Entry{Table: Signups, ID: id, Fields: map[string]string{
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
		others := slices.DeleteFunc(slices.Clone(in), func(s register.Entry) bool { return s.ID == id })
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
	wait := appointment(answer, state == flows.EventOut)
	for _, at := range apps(who, wait) {
		v.Post(bot.Address(at), v.ID()+"-appointment", wait, v.Now())
	}
	return v.Keep(own)
}

// share keeps how a card may be shared.
func share(v *office.Visit, id, how string) error {
	all, err := v.Store().Below(v.Ctx, Cards, id)
	at := slices.IndexFunc(all, func(c register.Entry) bool { return c.ID == id })
	if err != nil || at < 0 || !slices.Contains([]string{flows.CardNamed, flows.CardUnnamed, flows.CardKept}, how) {
		return err
	}
	card := all[at]
	card.Fields = maps.Clone(card.Fields)
	card.Fields["share"] = how
	return v.Keep(card)
}
