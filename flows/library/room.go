package library

import (
	"visesbot/flows"
	"visesbot/flows/talk"
)

// explainToRoom says what a word means, for everybody to read. There is nothing
// to press: a button would lead to what is somebody's own.
func explainToRoom(t *talk.Turn, query string) {
	if t.Session.Lang == "" {
		t.Session.Lang = t.Event.Person.Lang
	}
	found := searchTerms(t, query)
	var exact []string
	for _, f := range found {
		if f.Exact {
			exact = append(exact, f.ID)
		}
	}
	switch {
	case query == "":
		t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: t.Word("term.how")}}})
	case len(found) == 0:
		t.Say(flows.Card{Lines: unknownTerm(t, query)})
	case len(exact) == 1 || len(found) == 1:
		t.Say(flows.Card{Lines: termLines(t, t.Script.Terms[found[0].ID])})
	default:
		lines := []flows.Line{{Style: flows.Heading, Text: t.Word("term.which")}}
		for _, id := range idsOf(found[:min(len(found), mostHits)]) {
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.TermName(t.Script.Terms[id])})
		}
		t.Say(flows.Card{Lines: lines})
	}
}
