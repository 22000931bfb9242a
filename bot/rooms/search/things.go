package search

import (
	"cmp"
	"slices"
	"strings"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// thing is something that can be found.
type thing struct {
	names []string
	label string
	press string
}

// all is what the visitor may find, by a name that sorts them: the register
// first, then the content.
func all(v *office.Visit) map[string]thing {
	found := map[string]thing{}
	registered(v, found)
	for _, m := range v.Script.Modules {
		found["4 "+m.ID] = thing{append(inAll(m.Title), m.ID), m.ID + " · " + m.Title.In(v.Lang), office.Press(verb, aModule, m.ID)}
	}
	for _, q := range v.Script.Questionnaire.Questions() {
		label := q.Number + " · " + clipped(gaps(q.Text.In(v.Lang)))
		found["5 "+q.ID] = thing{append(inAll(q.Text), q.Number, q.ID), label, office.Press(verb, aQuestion, q.ID)}
	}
	for _, t := range v.Script.Terms {
		found["6 "+t.ID] = thing{t.Names(), "📖 " + t.Name(v.Lang, ""), office.Press(verb, aTerm, t.ID)}
	}
	return found
}

// registered adds what the visitor sees of it.
func registered(v *office.Visit, found map[string]thing) {
	cohorts, seen := visible(v)
	for _, c := range cohorts {
		found["2 "+c.ID] = thing{[]string{c.ID, c.Fields["name"]}, cmp.Or(c.Fields["name"], c.ID), office.Press("cohort", "show", c.ID)}
		for _, id := range c.List("enterprises") {
			name := v.Programme.Name(register.Enterprises, id)
			press := office.Press("cohort", "show", c.ID)
			if v.Programme.Accompanies(v.Member.ID, id) {
				press = office.Press("cohort", "open", id)
			}
			found["1 "+id] = thing{[]string{id, name}, name, press}
		}
	}
	for _, p := range v.Programme.All(register.People) {
		e := p.Fields["enterprise"]
		if !seen[e] && !colleague(cohorts, p.ID) {
			continue
		}
		label := cmp.Or(p.Fields["name"], p.ID)
		if e != "" {
			label += " · " + v.Programme.Name(register.Enterprises, e)
		}
		found["3 "+p.ID] = thing{[]string{p.ID, p.Fields["name"]}, label, office.Press(verb, aPerson, p.ID)}
	}
}

// colleague tells whether somebody accompanies one of the cohorts.
func colleague(cohorts []register.Entry, member string) bool {
	return slices.ContainsFunc(cohorts, func(c register.Entry) bool { return slices.Contains(c.List("accompanists"), member) })
}

// ordered puts entries in the order in which equals are listed.
func ordered(entries []parse.Entry) []parse.Entry {
	slices.SortFunc(entries, func(a, b parse.Entry) int { return strings.Compare(a.ID, b.ID) })
	return entries
}

// inAll is a text in all languages.
func inAll(t form.Text) (all []string) {
	for _, lang := range form.Langs() {
		all = append(all, gaps(t.In(lang)))
	}
	return all
}

// gaps shows a text as it stands before anything was answered.
func gaps(text string) string {
	for {
		before, rest, open := strings.Cut(text, "{")
		_, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			return text
		}
		text = before + "…" + after
	}
}

// clipped is a text as it stands on a button.
func clipped(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return s
}
