package library

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// Routes are the ways to what can be looked up.
func Routes() talk.Routes {
	const may = talk.Inside | talk.Member
	return talk.Routes{
		Presses: map[flows.Verb]talk.Press{
			flows.VerbTerm:    {May: may, Do: func(t *talk.Turn, id string) { showTerm(t, id) }},
			flows.VerbTerms:   {May: may, Do: func(t *talk.Turn, page string) { vocabulary(t, flows.Figure(page)) }},
			flows.VerbLibrary: {May: may, Do: func(t *talk.Turn, arg string) { library(t, readFilter(arg)) }},
			flows.VerbFilter:  {May: may, Do: chooseFilter},
			flows.VerbEntry:   {May: may, Do: showEntry},
			flows.VerbFrame:   {May: may, Do: showFramework},
		},
		Places: map[flows.Verb]talk.Place{
			flows.AtTerm:   {May: talk.Inside, Do: func(t *talk.Turn, _ *form.Question, _ form.Place, id string) { showTerm(t, id) }},
			flows.AtFrames: {May: talk.Inside, Do: func(t *talk.Turn, q *form.Question, _ form.Place, _ string) { frameworksOf(t, q) }},
		},
		Commands: map[parse.Command]talk.Command{
			parse.Term:       {May: may | talk.Room, Do: talk.Leaving(lookUp)},
			parse.Library:    {May: may, Do: talk.Leaving(libraryNamed)},
			parse.Frameworks: {May: may, Do: talk.Leaving(talk.Plain(frameworks))},
		},
	}
}
