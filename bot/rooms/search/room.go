// Package search is the room in which members of the programme look for
// something: an enterprise, a person, a cohort, a module, a question, a word of
// the vocabulary. Of the register it finds only what somebody sees anyway; of
// dossiers it reads nothing.
package search

import (
	"strings"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/parse"
)

// Room is the room.
type Room struct{}

const (
	verb     = "search"
	mostHits = 8
)

// What is found.
const (
	anEnterprise = "enterprise"
	aPerson      = "person"
	aCohort      = "cohort"
	aModule      = "module"
	aQuestion    = "question"
	aTerm        = "term"
)

// Verb is "search".
func (Room) Verb() string { return verb }

// Commands are what people type before what they look for.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Search} }

// Front offers to look for something.
func (Room) Front(v *office.Visit) ([]flows.Line, [][]flows.Button, error) {
	return nil, [][]flows.Button{{again(v)}}, nil
}

// again is the button that asks what to look for.
func again(v *office.Visit) flows.Button {
	return flows.Button{Label: v.Word("search.button"), Data: office.Press(verb, "for"), Kind: "form"}
}

// Form asks what to look for.
func (Room) Form(v *office.Visit) (bot.Form, bool, error) {
	return bot.Form{
		Title: v.Word("search.title"), Submit: v.Word("search.go"),
		Fields: []bot.Field{{ID: "text", Kind: bot.TextField, Label: v.Word("search.what"), Hint: v.Word("search.hint")}},
	}, v.Arg == "for", nil
}

// Serve looks for what is asked, or shows what was found.
func (r Room) Serve(v *office.Visit) error {
	switch args := v.Args(); {
	case v.Press == "":
		r.find(v, v.Arg)
	case args[0] == "for":
		r.find(v, v.Field("text"))
	case len(args) == 2:
		r.show(v, args[0], args[1])
	default:
		r.find(v, "")
	}
	return nil
}

// find lists at most eight hits.
func (Room) find(v *office.Visit, query string) {
	query = strings.Join(strings.Fields(query), " ")
	if query == "" {
		v.Tell(v.Word("search.how"), []flows.Button{again(v)}, v.Home())
		return
	}
	things := all(v)
	var entries []parse.Entry
	for id, t := range things {
		entries = append(entries, parse.Entry{ID: id, Names: t.names})
	}
	found := parse.NewIndex(ordered(entries)).Search(query)
	if len(found) == 0 {
		v.Tell(v.Word("search.nothing"), []flows.Button{again(v)}, v.Home())
		return
	}
	var rows [][]flows.Button
	for _, f := range found[:min(len(found), mostHits)] {
		t := things[f.ID]
		rows = append(rows, []flows.Button{{Label: t.label, Data: t.press}})
	}
	text := v.Word("search.found")
	if len(found) > mostHits {
		text = v.Word("search.more")
	}
	v.Tell(text, append(rows, []flows.Button{again(v)}, v.Home())...)
}

// show tells of what was found that has no room of its own.
func (r Room) show(v *office.Visit, kind, id string) {
	var c flows.Card
	switch kind {
	case aPerson:
		c = person(v, id)
	case aModule:
		c = module(v, id)
	case aQuestion:
		c = question(v, id)
	case aTerm:
		c = term(v, id)
	}
	if len(c.Lines) == 0 {
		r.find(v, "")
		return
	}
	c.Buttons = append(c.Buttons, []flows.Button{again(v)}, v.Home())
	v.Say(c)
}

// visible tells which cohorts somebody sees, and the enterprises in them.
func visible(v *office.Visit) (cohorts []register.Entry, enterprises map[string]bool) {
	cohorts, enterprises = v.Programme.CohortsOf(v.Member.ID), map[string]bool{}
	for _, c := range cohorts {
		for _, e := range c.List("enterprises") {
			enterprises[e] = true
		}
	}
	return cohorts, enterprises
}
