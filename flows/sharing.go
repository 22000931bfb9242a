package flows

import (
	"slices"

	"visesbot/flows/form"
)

// sharing shows what the enterprise has released, to whom and since when, and
// lets it take each release back. That needs no phase to be opened again: what
// was released may be taken back at any time.
func (st *step) sharing() {
	if !st.mayAnswer() {
		st.consentFirst()
		return
	}
	released := st.d.Head().Releases
	if len(released) == 0 {
		st.tell(st.word("sharing.none"), st.goHome())
		return
	}
	lines := []Line{{Style: Heading, Text: st.word("sharing.title")}}
	var rows [][]Button
	for _, r := range released {
		part := st.partName(r)
		lines = append(lines, Line{Style: Bullet, Text: st.word("sharing.line", "part", part, "to", st.releasedTo(r), "day", form.Day(r.At, st.lang()))})
		if !outsideRole(st.s.Role) {
			rows = append(rows, row(button(st.word("sharing.back", "part", part), data(vRevoke, r.From, ""))))
		}
	}
	if slices.ContainsFunc(released, ofAnswer) {
		rows = append(rows, row(quiet(st.word("peer.group"), bPeer+"~group")))
	}
	st.say(Card{Lines: lines, Buttons: append(rows, st.goHome())})
}

// ofAnswer tells whether one answer was released, and not an item.
func ofAnswer(r form.Release) bool { return r.Part == string(r.From) }

// partName names what was released: an item, or one answer by its question.
func (st *step) partName(r form.Release) string {
	if q, ok := st.script.Questionnaire.Question(r.From.Question()); ok && ofAnswer(r) {
		return st.shortText(q, r.From)
	}
	return st.named(r.From.Path())
}

// releasedTo says who may see a part: by name, where one was given.
func (st *step) releasedTo(r form.Release) string {
	if r.Name != "" {
		return r.Name
	}
	if ofAnswer(r) {
		return st.word("peer.group")
	}
	return st.d.ShowValue(r.From, form.Value{Choices: []string{r.To}}, st.lang())
}

// revoke takes a release back.
func (st *step) revoke(q *form.Question, p form.Place) {
	if q.Releases == nil && !outsideRole(st.s.Role) && st.unshare(q, p) {
		return
	}
	if q.Releases == nil || !st.d.May(st.free(), q, p.Path()) {
		st.sharing()
		return
	}
	st.d.Put(form.Answer{
		Place: p, State: form.Given, Value: form.Value{Choices: []string{form.ReleasePrivate}}, Author: st.author(),
	})
	st.tell(st.word("sharing.taken", "part", st.named(p.Path())))
	st.sharing()
}
