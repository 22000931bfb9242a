package flowtest

import (
	"slices"
	"strings"
	"time"

	"visesbot/flows/form"
)

// header reads "lang: nl", "start: 2026-03-02T09:00:00+01:00", "role:
// accompanist", "people: anna, bert (accompanist, fr)" and "enterprise: La
// Passerelle".
func (p *parser) header(key, value string) {
	me := &p.t.People[0]
	switch key {
	case "lang":
		if !slices.Contains(form.Langs(), value) {
			p.wrong("%q is no language: write one of %s", value, strings.Join(form.Langs(), ", "))
		}
		p.t.Lang, me.Lang = value, value
	case "role":
		me.Role = value
	case "start":
		at, err := time.Parse(time.RFC3339, value)
		if err != nil {
			p.wrong("%q is no moment: write it like 2026-03-02T09:00:00+01:00", value)
			return
		}
		p.t.Start = at
	case "people":
		p.people(value)
	case "enterprise":
		p.t.Enterprise.Name = value
	default:
		p.wrong("there is no header %q: write lang, start, role, people or enterprise", key)
	}
}

// people reads names, each perhaps with a role and a language in brackets.
func (p *parser) people(value string) {
	for value != "" {
		var one, inside string
		one, value = cutPerson(value)
		name, inside, _ := strings.Cut(one, "(")
		person := Person{Name: strings.TrimSpace(name), Lang: p.t.Lang}
		for _, word := range strings.Split(strings.TrimSuffix(strings.TrimSpace(inside), ")"), ",") {
			switch word = strings.TrimSpace(word); {
			case slices.Contains(form.Langs(), word):
				person.Lang = word
			case word != "":
				person.Role = word
			}
		}
		if _, taken := p.t.Person(person.Name); taken || person.Name == "" || person.Name == "bot" {
			p.wrong("%q cannot be somebody's name here: it is empty or taken", person.Name)
			continue
		}
		p.t.People = append(p.t.People, person)
	}
}

// cutPerson cuts at the first comma that stands outside brackets.
func cutPerson(s string) (first, rest string) {
	depth := 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ',' && depth <= 0:
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}
