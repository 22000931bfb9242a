package meeting

import (
	"maps"
	"slices"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// written is a visit of the mailbox of a meeting: the only place where something
// is written about it.
func written(v *office.Visit) error {
	n := v.Event.Note
	args := append(v.Args(), "")
	m, ok, err := find(v, args[1])
	if err != nil || !ok || n == nil || mailbox(m.ID) != v.Address {
		return err
	}
	m.Fields = maps.Clone(m.Fields)
	if args[0] == "said" {
		return said(v, m, *n)
	}
	if args[0] != "do" {
		return nil
	}
	m.Fields["desk"], m.Fields["member"] = n.Fields["desk"], n.Fields["member"]
	return do(v, m, n.Fields)
}

// do is what a partner has pressed.
func do(v *office.Visit, m meeting, f map[string]string) error {
	switch f["act"] {
	case "send":
		if m.State() != draft {
			return nil
		}
		m.Fields["state"], m.Fields["seq"] = planned, "0"
		return invite(v, m, flows.MeetingInvited)
	case "change":
		return change(v, m, f)
	case "cancel":
		if m.State() != planned {
			return nil
		}
		m.Fields["state"], m.Fields["seq"] = cancelled, count(m.Sequence()+1)
		return invite(v, m, flows.MeetingCancelled)
	case "here":
		return tick(v, m, strings.Fields(f["here"]))
	case "push":
		return push(v, m, flows.Note{Kind: flows.NoteBlock, Text: m.Fields["module"] + "~" + f["block"]}, "run~"+f["step"])
	case "poll":
		m.Fields["poll"] = "open"
		return push(v, m, flows.Note{Kind: flows.NoteLive, Text: m.Fields["module"]}, "poll")
	case "shut":
		return shut(v, m)
	case "park":
		return parks(v, m, f["text"], f["lang"], f["member"])
	case "end":
		return end(v, m, f)
	case "hours":
		return hours(v, m, f)
	}
	return nil
}

// change keeps the new fields, and tells everybody.
func change(v *office.Visit, m meeting, f map[string]string) error {
	if m.State() != planned {
		return nil
	}
	moved := f["at"] != m.Fields["at"]
	for _, field := range append(planFields(), "at", "end", "cohort", "enterprise") {
		m.Fields[field] = f[field]
	}
	m = read(m.Entry)
	m.Fields["seq"] = count(m.Sequence() + 1)
	if moved {
		if err := forget(v, m); err != nil {
			return err
		}
	}
	return invite(v, m, flows.MeetingChanged)
}

// forget lets go of what people answered: it was about another time.
func forget(v *office.Visit, m meeting) error {
	all, err := people(v, m)
	if err != nil {
		return err
	}
	var entries []register.Entry
	for _, p := range all {
		p.Fields = maps.Clone(p.Fields)
		delete(p.Fields, "answer")
		entries = append(entries, p.Entry)
	}
	return v.Keep(entries...)
}

// said is what somebody of an enterprise answers, votes or puts aside.
func said(v *office.Visit, m meeting, n flows.Note) error {
	all, err := people(v, m)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(p person) bool { return p.wrote(n) })
	if at < 0 {
		return nil // was never invited
	}
	p := all[at]
	p.Fields = maps.Clone(p.Fields)
	switch {
	case n.Fields["park"] != "":
		return parks(v, m, n.Fields["park"], n.Fields["lang"], "")
	case n.Fields["vote"] != "":
		return vote(v, m, p, n.Fields["vote"])
	case m.State() != planned:
		return nil
	}
	p.Fields["answer"], p.Fields["answered"] = n.Fields["answer"], v.Now().UTC().Format(time.RFC3339)
	appoint(v, []person{p}, m.Appointment(n.Fields["answer"] == "no"))
	refresh(v, m, "card")
	return v.Keep(p.Entry)
}

// tick notes who is there.
func tick(v *office.Visit, m meeting, here []string) error {
	all, err := people(v, m)
	if err != nil {
		return err
	}
	entries := []register.Entry{m.Entry}
	for _, p := range all {
		p.Fields = maps.Clone(p.Fields)
		delete(p.Fields, "here")
		if slices.Contains(here, p.key()) {
			p.Fields["here"] = "1"
		}
		entries = append(entries, p.Entry)
	}
	refresh(v, m, "card")
	return v.Keep(entries...)
}

// parks keeps a line for the end.
func parks(v *office.Visit, m meeting, text, lang, member string) error {
	refresh(v, m, "card")
	return v.Keep(m.Entry, register.Entry{Table: Parking, ID: m.ID + "/" + v.ID(), Fields: map[string]string{
		"text": text, "lang": lang, "by": member, "at": v.Now().UTC().Format(time.RFC3339Nano),
	}})
}

// parked are the lines put aside, the oldest first.
func parked(v *office.Visit, m meeting) ([]register.Entry, error) {
	all, err := v.Store().Below(v.Ctx, Parking, m.ID+"/")
	slices.SortStableFunc(all, func(a, b register.Entry) int { return strings.Compare(a.Fields["at"], b.Fields["at"]) })
	return all, err
}

// refresh has a card of whoever leads the meeting shown again in place.
func refresh(v *office.Visit, m meeting, what string) {
	v.Post(bot.Address(m.Fields["desk"]), v.ID()+"-fresh", flows.Note{Kind: office.Press(verb, "fresh", m.ID), Text: what}, v.Now())
}

// push brings something to the phones of all who are in the room.
func push(v *office.Visit, m meeting, n flows.Note, card string) error {
	all, err := people(v, m)
	if err != nil {
		return err
	}
	in := room(all)
	each(v, m, in, n, v.Now())
	m.Fields["reached"] = count(len(in))
	refresh(v, m, card)
	return v.Keep(m.Entry)
}

// each posts a note to everybody once.
func each(v *office.Visit, m meeting, to []person, n flows.Note, at time.Time) {
	fields := maps.Clone(n.Fields)
	if fields == nil {
		fields = map[string]string{}
	}
	fields["id"] = m.ID
	for _, p := range to {
		own := n
		own.Fields, own.Dossier = fields, p.Fields["enterprise"]
		v.Post(p.address(), v.ID()+"-"+n.Kind, own, at)
	}
}

// appoint lets people be reminded of a moment, or no longer: on all their apps, as
// the one that they used last reminds them.
func appoint(v *office.Visit, to []person, a *flows.Appointment) {
	for _, p := range to {
		for _, at := range append([]string{p.Fields["address"]}, p.also...) {
			v.Post(bot.Address(at), v.ID()+"-"+flows.NoteAppointment, flows.Note{
				Kind: flows.NoteAppointment, Dossier: p.Fields["enterprise"], Appointment: a,
			}, v.Now())
		}
	}
}
