package search

import (
	"cmp"
	"slices"
	"strconv"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

func line(s flows.Style, text string) flows.Line { return flows.Line{Style: s, Text: text} }

// person tells who somebody is, and lets them be written to by who accompanies
// their enterprise.
func person(v *office.Visit, id string) (c flows.Card) {
	p, ok := v.Programme.Find(register.People, id)
	cohorts, seen := visible(v)
	enterprise := p.Fields["enterprise"]
	if !ok || !seen[enterprise] && !colleague(cohorts, id) {
		return c
	}
	c.Lines = []flows.Line{line(flows.Heading, cmp.Or(p.Fields["name"], id)), line(flows.Body, v.Word("search.role."+p.Fields["role"]))}
	if enterprise == "" {
		return c
	}
	c.Lines = append(c.Lines, line(flows.Body, v.Programme.Name(register.Enterprises, enterprise)))
	if v.Programme.Accompanies(v.Member.ID, enterprise) {
		c.Buttons = [][]flows.Button{{
			{Label: v.Word("search.write"), Data: office.Press("thread", "to", enterprise), Kind: "form"},
			{Label: v.Word("search.open"), Data: office.Press("cohort", "open", enterprise)},
		}}
	}
	return c
}

// module tells what a module is about.
func module(v *office.Visit, id string) (c flows.Card) {
	at := slices.IndexFunc(v.Script.Modules, func(m *flows.Module) bool { return m.ID == id })
	if at < 0 {
		return c
	}
	m := v.Script.Modules[at]
	c.Lines = []flows.Line{line(flows.Heading, m.ID+" · "+m.Title.In(v.Lang))}
	if goals := m.Goals.In(v.Lang); goals != "" {
		c.Lines = append(c.Lines, line(flows.Body, goals))
	}
	c.Lines = append(c.Lines, line(flows.Hint, v.Word("search.minutes", "n", strconv.Itoa(m.Minutes))))
	if v.Session.Dossier != "" {
		c.Buttons = [][]flows.Button{{{Label: v.Word("search.follow"), Data: "learn~" + id}}}
	}
	return c
}

// question tells what a question asks and why, as it stands before anything was
// answered.
func question(v *office.Visit, id string) (c flows.Card) {
	q, ok := v.Script.Questionnaire.Question(id)
	if !ok {
		return c
	}
	c.Lines = []flows.Line{line(flows.Heading, q.Number), line(flows.Body, gaps(q.Text.In(v.Lang)))}
	for _, more := range []string{q.Help.In(v.Lang), q.Why.In(v.Lang)} {
		if more != "" {
			c.Lines = append(c.Lines, line(flows.Hint, gaps(more)))
		}
	}
	return c
}

// term explains a word.
func term(v *office.Visit, id string) (c flows.Card) {
	t := v.Script.Terms[id]
	if t == nil {
		return c
	}
	c.Lines = []flows.Line{line(flows.Heading, t.Name(v.Lang, "")), line(flows.Body, t.Meaning.In(v.Lang))}
	for _, lang := range []string{"fr", "nl", "en"} {
		if lang != v.Lang {
			c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: t.Label.In(lang), Lang: lang})
		}
	}
	return c
}
