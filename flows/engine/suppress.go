package engine

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// suppress takes back what would be said to somebody who cannot be written to, and
// what they are reminded of by another app.
func suppress(t *talk.Turn) {
	if t.Session.Away || t.Event.Kind == flows.Timer && elsewhere(t) {
		t.Wishes = slices.DeleteFunc(t.Wishes, func(w flows.Wish) bool { return w.Say != nil })
	}
}

// elsewhere tells whether the person was last seen on another app of theirs.
func elsewhere(t *talk.Turn) bool {
	if !t.Joined() {
		return false
	}
	p := t.Dossier.Person(t.Session.Person)
	return p != nil && len(p.Also) > 0 && p.Address != t.Session.Address
}
