package question

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// another is somebody else's answer that came after this person saw the place.
func another(t *talk.Turn, p form.Place, v form.Value) *form.Answer {
	a := t.Dossier.Answer(p)
	if a == nil || a.Archived || a.State != form.Given {
		return nil
	}
	if a.Revision == t.Session.Revision && t.Session.Place == p && !t.Guest() {
		return nil
	}
	if a.Author.Person == t.Session.Person || sameValue(a.Value, v) {
		return nil
	}
	return a
}

func sameValue(a, b form.Value) bool {
	sameNumber := (a.Number == nil) == (b.Number == nil) && (a.Number == nil || *a.Number == *b.Number)
	return sameNumber && a.Text == b.Text && a.Unit == b.Unit && a.Date.Equal(b.Date) && a.Until.Equal(b.Until) &&
		slices.Equal(a.Choices, b.Choices) && slices.Equal(a.Files, b.Files)
}

// offerConflict shows both answers and lets the second person choose.
func offerConflict(t *talk.Turn, q *form.Question, p form.Place, mine form.Value, theirs *form.Answer) {
	t.Session.Held, t.Session.Place, t.Session.Revision = &mine, p, theirs.Revision
	dispute(t, flows.Dispute{Place: p, Mine: mine, Seen: theirs.Value})
	who := t.ByWhom(theirs.Author)
	rows := [][]flows.Button{talk.Row(talk.Button(t.Word("conflict.take", "who", who), flows.PressAt(flows.AtTake, p, "")))}
	if !t.Guest() { // a delegate's answer stands beside the enterprise's, never in its place
		rows = append(rows, talk.Row(talk.Button(t.Word("conflict.keep"), flows.PressAt(flows.AtMine, p, ""))))
	}
	rows = append(rows, talk.Row(talk.Button(t.Word("conflict.differ"), flows.PressAt(flows.AtDiffer, p, ""))))
	if t.Session.Card != "" && t.Event.Kind == flows.Pressed { // the choice stands below, where one looks
		t.Replace(flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.ShortText(q, p)}}})
	}
	t.Ask(flows.Card{
		Lines: []flows.Line{
			{Style: flows.Heading, Text: t.ShortText(q, p)},
			{Style: flows.Body, Text: t.Word("conflict", "who", who)},
			ownLine(t, flows.Own, t.Dossier.Show(theirs, t.Lang()), theirs),
			{Style: flows.Hint, Text: t.Word("conflict.mine")},
			{Style: flows.Own, Text: t.Dossier.ShowValue(p, mine, t.Lang())},
		},
		Buttons: rows,
	})
}

// choose settles a conflict.
func choose(t *talk.Turn, q *form.Question, p form.Place, verb flows.Verb) {
	d := disputed(t, p)
	if d == nil {
		oldButton(t, q, p)
		return
	}
	held := d.Mine
	theirs := t.Dossier.Answer(p)
	if verb == flows.AtMine && theirs != nil && !sameValue(theirs.Value, d.Seen) && !sameValue(theirs.Value, held) {
		t.Tell(t.Word("conflict.moved", "who", t.ByWhom(theirs.Author)))
		offerConflict(t, q, p, held, theirs)
		return
	}
	undispute(t, p)
	t.Session.Place, t.Session.Held = p, nil
	switch verb {
	case flows.AtMine:
		if t.Guest() {
			AskPlace(t, p)
			return
		}
		if theirs != nil {
			t.Session.Revision = theirs.Revision
		}
		notifyOverruled(t, p)
		answer(t, q, p, held)
		return
	case flows.AtDiffer:
		notifyOverruled(t, p)
		t.Dossier.Differ(p, held, t.Author())
	}
	settled(t, q, p)
}

// maxDisputes bounds how many choices wait in a conversation.
const maxDisputes = 20

// dispute keeps an answer that met another's until the person has chosen.
func dispute(t *talk.Turn, d flows.Dispute) {
	undispute(t, d.Place)
	all := append(t.Session.Conflicts, d)
	t.Session.Conflicts = all[max(0, len(all)-maxDisputes):]
}

func undispute(t *talk.Turn, p form.Place) {
	t.Session.Conflicts = slices.DeleteFunc(slices.Clone(t.Session.Conflicts), func(d flows.Dispute) bool { return d.Place == p })
}

// disputed is the choice that waits at a place. Sessions of before hold only the one
// on the table.
func disputed(t *talk.Turn, p form.Place) *flows.Dispute {
	if i := slices.IndexFunc(t.Session.Conflicts, func(d flows.Dispute) bool { return d.Place == p }); i >= 0 {
		d := t.Session.Conflicts[i]
		return &d
	}
	if t.Session.Held == nil || t.Session.Place != p {
		return nil
	}
	d := flows.Dispute{Place: p, Mine: *t.Session.Held}
	if a := t.Dossier.Answer(p); a != nil {
		d.Seen = a.Value
	}
	return &d
}

// offerDispute shows a choice that waits once more, if it still is one.
func offerDispute(t *talk.Turn, q *form.Question, p form.Place, _ string) {
	d, theirs := disputed(t, p), t.Dossier.Answer(p)
	if d == nil || theirs == nil || theirs.Archived || sameValue(theirs.Value, d.Mine) {
		undispute(t, p)
		oldButton(t, q, p)
		return
	}
	t.Move(flows.MoveAnswer, flows.Answering)
	t.Session.Card = ""
	offerConflict(t, q, p, d.Mine, theirs)
}

// notifyOverruled tells whoever answered before that another answer stands there
// now, or beside theirs.
func notifyOverruled(t *talk.Turn, p form.Place) {
	a := t.Dossier.Answer(p)
	if a == nil {
		return
	}
	if first := t.Dossier.Person(a.Author.Person); first != nil {
		t.Notify(first.Address, flows.Note{Kind: flows.NoteOverruled, From: t.Session.Respondent, Place: p})
	}
}
