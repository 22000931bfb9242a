package group

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// sharing shows what the enterprise has released, to whom and since when, and
// lets it take each release back. That needs no phase to be opened again: what
// was released may be taken back at any time.
func sharing(t *talk.Turn) {
	if !t.MayAnswer() {
		t.Ways.ConsentFirst(t)
		return
	}
	released := t.Dossier.Head().Releases
	if len(released) == 0 {
		t.Tell(t.Word("sharing.none"), t.GoHome())
		return
	}
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("sharing.title")}}
	var rows [][]flows.Button
	for _, r := range released {
		part := partName(t, r)
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Word("sharing.line", "part", part, "to", releasedTo(t, r), "day", form.Day(r.At, t.Lang()))})
		if !flows.OutsideRole(t.Session.Role) {
			rows = append(rows, talk.Row(talk.Button(t.Word("sharing.back", "part", part), flows.PressAt(flows.AtRevoke, r.From, ""))))
		}
	}
	if slices.ContainsFunc(released, ofAnswer) {
		rows = append(rows, talk.Row(talk.Quiet(t.Word("peer.group"), flows.Press(flows.VerbPeer, "group"))))
	}
	t.Say(flows.Card{Lines: lines, Buttons: append(rows, t.GoHome())})
}

// ofAnswer tells whether one answer was released, and not an item.
func ofAnswer(r form.Release) bool { return r.Part == string(r.From) }

// partName names what was released: an item, or one answer by its question.
func partName(t *talk.Turn, r form.Release) string {
	if q, ok := t.Script.Questionnaire.Question(r.From.Question()); ok && ofAnswer(r) {
		return t.ShortText(q, r.From)
	}
	return t.Named(r.From.Path())
}

// releasedTo says who may see a part: by name, where one was given.
func releasedTo(t *talk.Turn, r form.Release) string {
	if r.Name != "" {
		return r.Name
	}
	if ofAnswer(r) {
		return t.Word("peer.group")
	}
	return t.Dossier.ShowValue(r.From, form.Value{Choices: []string{r.To}}, t.Lang())
}

// revoke takes a release back.
func revoke(t *talk.Turn, q *form.Question, p form.Place) {
	if q.Releases == nil && !flows.OutsideRole(t.Session.Role) && unshare(t, q, p) {
		return
	}
	if q.Releases == nil || !t.Dossier.May(t.Free(), q, p.Path()) {
		sharing(t)
		return
	}
	t.Dossier.Put(form.Answer{
		Place: p, State: form.Given, Value: form.Value{Choices: []string{form.ReleasePrivate}}, Author: t.Author(),
	})
	t.Tell(t.Word("sharing.taken", "part", t.Named(p.Path())))
	sharing(t)
}
