package bot

import (
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
)

// raw begins the name of a message that is known by its receipt alone.
const raw = "="

// missed tells whether something was written for what is not there any more: for
// a question that has changed, or in a thread that is not known or belongs to an
// earlier card. A command is one wherever it is written.
func missed(c Claim, ev flows.Event, under Receipt) bool {
	if ev.Kind != flows.Said || ev.Person.Talk != "" || strings.HasPrefix(strings.TrimSpace(ev.Text), "/") {
		return false
	}
	switch {
	case ev.For != "":
		return ev.For != c.Session.Table()
	case under == "":
		return false
	case ev.Under == "":
		return true
	}
	card, _, _ := strings.Cut(ev.Under, "-")
	return !Lasting(ev.Under) && c.Session.Desk == nil && card != c.Session.Card
}

// given notes which message gave an answer, so that the message may be corrected.
// An answer that came by other means is no message's any more.
func given(c Claim, ev flows.Event, session flows.Session, changes form.Changes) map[string]Receipt {
	var own []string
	for _, a := range changes.Answers {
		if key := answered + undotted(session.Dossier+"~"+string(a.Place)); a.Author.Person == session.Person && keyable(key) {
			own = append(own, key)
		}
	}
	all := map[string]Receipt{}
	for _, key := range own {
		switch {
		case len(own) == 1 && ev.Ref != "" && changes.Answers[0].State == form.Given:
			all[key] = Receipt(ev.Ref)
		case c.Receipts[key] != "":
			all[key] = ""
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// undotted is a place as it may stand in a key, without its dots.
func undotted(s string) string { return strings.ReplaceAll(s, ".", "!") }

// answeredBy finds the dossier and the place that a message answered last;
// empty when it answered none, or something else came after it.
func answeredBy(c Claim, ref string) string {
	for key, r := range c.Receipts {
		if place, ok := strings.CutPrefix(key, answered); ok && ref != "" && string(r) == ref {
			return strings.ReplaceAll(place, "!", ".")
		}
	}
	return ""
}
