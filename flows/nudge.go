package flows

import "cmp"

// NoteNudge is the kind of the note by which somebody who accompanies the
// enterprise sends a friendly word to its people. Its field from is their name.
const NoteNudge = "nudge"

// NoteStands is the kind of the note by which a conversation tells the programme
// that an enterprise stands elsewhere now.
const NoteStands = OfficePrefix + "digest~changed"

// nudged shows a friendly word from who accompanies. Who has said when to come
// back, or pauses, is left alone; in the quiet hours the reminder of the next
// morning is enough.
func (st *step) nudged(n *Note) {
	if !st.mayAnswer() || outsideRole(st.s.Role) || st.d.Ended() || st.s.Pause != nil || st.s.Promised.After(st.ev.At) {
		return
	}
	e := st.d.Head().Enterprise
	if at := Unasked(st.s, e.Country, st.ev.At); at.After(st.ev.At) {
		st.s.Promised = at
		return
	}
	from := cmp.Or(n.Fields["from"], st.word("accompanist"))
	st.say(Card{
		Lines:   []Line{{Style: Body, Text: st.word("nudge", "from", from, "enterprise", e.Name)}},
		Buttons: [][]Button{row(primary(st.word("goon"), bAnswer)), row(quiet(st.word("later"), bLater), quiet(st.word("home"), bHome))},
	})
}

// tellStands tells the programme that the enterprise stands elsewhere now.
func (st *step) tellStands() {
	st.tellOffice("office:digest-"+st.s.Dossier, NoteStands, nil)
}
