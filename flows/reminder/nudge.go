package reminder

import (
	"cmp"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// nudged shows a friendly word from who accompanies. Who has said when to come
// back, or pauses, is left alone; in the quiet hours the reminder of the next
// morning is enough.
func nudged(t *talk.Turn, n *flows.Note) {
	if !t.MayAnswer() || flows.OutsideRole(t.Session.Role) || t.Dossier.Ended() || t.Session.Pause != nil || t.Session.Promised.After(t.Event.At) {
		return
	}
	e := t.Dossier.Head().Enterprise
	if at := flows.Unasked(t.Session, e.Country, t.Event.At); at.After(t.Event.At) {
		t.Session.Promised = at
		return
	}
	from := cmp.Or(n.Fields["from"], t.Word("accompanist"))
	t.Say(flows.Card{
		Lines:   []flows.Line{{Style: flows.Body, Text: t.Word("nudge", "from", from, "enterprise", e.Name)}},
		Buttons: [][]flows.Button{talk.Row(talk.Primary(t.Word("goon"), flows.Press(flows.VerbAnswer))), talk.Row(talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)))},
	})
}
