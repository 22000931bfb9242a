package library

import (
	"strings"

	"visesbot/flows/talk"
)

// lookUp explains the word that somebody asks for, or offers what may be meant.
func lookUp(t *talk.Turn, query string) {
	if t.InGroup() {
		explainToRoom(t, query)
		return
	}
	if strings.TrimSpace(query) == "" {
		vocabulary(t, 0)
		return
	}
	found := searchTerms(t, query)
	exact := 0
	for _, f := range found {
		if f.Exact {
			exact++
		}
	}
	switch {
	case len(found) == 0:
		termUnknown(t, query)
	case exact == 1 || len(found) == 1:
		showTerm(t, found[0].ID, idsOf(found[1:])...)
	default:
		offerTerms(t, t.Word("term.which"), idsOf(found))
	}
}
