package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows/form"
)

// demoMember is the id of somebody on the page in the register of a round.
func demoMember(chat string, round int) string { return chat + "-" + strconv.Itoa(round) }

// demoRegister is the fictional programme of one round: a cohort of five, of
// which the enterprise on the page is the first, the two people on the phones, and
// the partner's accompanist.
func demoRegister(e form.Enterprise, pool, lang string, people [3]string, round int) []register.Entry {
	n := "-" + strconv.Itoa(round)
	staff := func(chat, name string) register.Entry {
		return demoEntry(register.People, demoMember(chat, round), "name", name, "role", register.Staff, "language", lang, "enterprise", e.ID)
	}
	all := []register.Entry{
		demoEntry(register.Partners, "partner"+n, "name", "Partner (fictional)", "country", "BE", "status", "operator", "pools", pool),
		demoEntry(register.Enterprises, e.ID, "name", e.Name, "country", e.Country, "language", lang, "pool", pool, "hours", "12", "partner", "partner"+n),
		staff("staff", people[0]), staff("colleague", people[1]),
		demoEntry(register.People, demoMember("partner", round), "name", people[2], "role", register.Accompanist, "language", lang, "partner", "partner"+n),
	}
	members := []string{e.ID}
	for _, x := range demoExtras() {
		members = append(members, x.enterprise(round))
		all = append(all, demoEntry(register.Enterprises, x.enterprise(round), "name", x.called(), "country", "BE",
			"language", x.lang, "pool", x.pool, "hours", "12", "partner", "partner"+n))
		for _, p := range x.people {
			all = append(all, demoEntry(register.People, x.member(p[0], round), "name", p[1], "role", register.Staff, "language", x.lang, "enterprise", x.enterprise(round)))
		}
	}
	return append(all, demoEntry(register.Cohorts, "cohort"+n, "name", "Groupe Horizon · Groep Horizon", "languages", "fr;nl",
		"enterprises", strings.Join(members, ";"), "accompanists", demoMember("partner", round)))
}

func demoEntry(table, id string, pairs ...string) register.Entry {
	e := register.Entry{Table: table, ID: id, Fields: map[string]string{"id": id}}
	for i := 0; i+1 < len(pairs); i += 2 {
		e.Fields[pairs[i]] = pairs[i+1]
	}
	return e
}

// putRegister keeps the programme of a round.
func putRegister(ctx context.Context, store bot.Store, entries []register.Entry) error {
	r, ok := store.(register.Register)
	if !ok {
		return nil
	}
	if err := r.PutEntries(ctx, entries...); err != nil {
		return fmt.Errorf("keep the programme of the demo: %w", err)
	}
	return nil
}
