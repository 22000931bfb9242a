package question

import (
	"slices"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// handTime is how long somebody has for a question that was handed to them
// before it is the asker's again as well.
const handTime = 7 * 24 * time.Hour

// delegate gives a question to somebody else.
func delegate(t *talk.Turn, q *form.Question, p form.Place, to string) {
	if to == t.Session.Respondent || t.Dossier.Item(form.Path(to)) == nil {
		AskPlace(t, p)
		return
	}
	if hasLeft(t, form.Path(to)) {
		t.Tell(t.Word("other.left", "to", t.Named(form.Path(to))))
		offerDelegates(t, q, p, "")
		return
	}
	Record(t, form.Answer{Place: p, State: form.Delegated, To: to, Author: t.Author(), Due: t.Morning(t.Event.At.Add(handTime))})
	notifyRespondent(t, to, flows.Note{Kind: flows.NoteHanded, From: t.Session.Respondent, Place: p})
	if t.Dossier.PersonOf(to) == nil && !t.Guest() {
		t.Tell(t.Word("other.notyet", "to", t.Named(form.Path(to))), talk.Row(talk.Button(t.Word("invite"), flows.Press(flows.VerbInvite, to))))
	}
	settled(t, q, p)
}

// hasLeft tells whether a respondent takes no part any more: off the list, gone, or
// the agreement taken back.
func hasLeft(t *talk.Turn, r form.Path) bool {
	if it := t.Dossier.Item(r); it == nil || it.Archived {
		return true
	}
	if p := t.Dossier.PersonOf(string(r)); p != nil && !p.Left.IsZero() {
		return true
	}
	q := talk.ConsentQuestion(t)
	if q == nil || len(q.Loop) == 0 {
		return false
	}
	a := t.Dossier.Answer(form.At(q.ID, r))
	return a != nil && slices.Contains(a.Value.Choices, "no")
}

// giveBack returns a question that was handed to this person, unanswered.
func giveBack(t *talk.Turn, q *form.Question, p form.Place) {
	w := delegatedToMe(t, p)
	if w == nil {
		oldButton(t, q, p)
		return
	}
	returned(t, *w)
	t.Tell(t.Word("other.returned"))
	settled(t, q, p)
}

// returned makes a question the asker's again, or everybody's where the asker
// has left.
func returned(t *talk.Turn, w form.Waiting) {
	if w.From == "" || w.From == t.Session.Respondent || hasLeft(t, form.Path(w.From)) {
		Record(t, form.Answer{Place: w.Place, State: form.Unknown, Due: t.Event.At, Author: t.Author()})
		return
	}
	Record(t, form.Answer{Place: w.Place, State: form.Delegated, To: w.From, Author: t.Author()})
	notifyRespondent(t, w.From, flows.Note{Kind: flows.NoteDeclined, From: t.Session.Respondent, Place: w.Place})
}

// GiveAllBack returns everything that waits for somebody who leaves.
func GiveAllBack(t *talk.Turn) {
	for _, w := range slices.Clone(t.Dossier.Head().Waiting) {
		if w.To != "" && w.To == t.Session.Respondent {
			returned(t, w)
		}
	}
}

// handAllOver hands everything that waits for somebody who leaves to another
// respondent; what that one cannot take goes back to who asked.
func handAllOver(t *talk.Turn, to string) {
	if to == "" || to == t.Session.Respondent || hasLeft(t, form.Path(to)) {
		GiveAllBack(t)
		return
	}
	for _, w := range slices.Clone(t.Dossier.Head().Waiting) {
		if w.To != "" && w.To == t.Session.Respondent {
			Record(t, form.Answer{Place: w.Place, State: form.Delegated, To: to, Author: t.Author(), Due: w.Due})
			notifyRespondent(t, to, flows.Note{Kind: flows.NoteHanded, From: t.Session.Respondent, Place: w.Place})
		}
	}
}

// removed takes somebody out of the dossier: what waits for them goes to the
// respondent named, or back to who asked, and they are told, in one app.
func removed(t *talk.Turn, n *flows.Note) {
	if t.HasLeft() {
		return
	}
	handAllOver(t, n.Fields["to"])
	t.Dossier.Leave(t.Session.Person)
	t.Tell(t.Word("parted", "enterprise", t.Dossier.Head().Enterprise.Name))
}

// delegatedToMe is the entry of a place that waits for this person.
func delegatedToMe(t *talk.Turn, p form.Place) *form.Waiting {
	waiting := t.Dossier.Head().Waiting
	i := slices.IndexFunc(waiting, func(w form.Waiting) bool {
		return w.Place == p && w.To == t.Session.Respondent && w.To != ""
	})
	if i < 0 {
		return nil
	}
	return &waiting[i]
}

// notifyRespondent tells whoever speaks for a respondent, if anybody does.
func notifyRespondent(t *talk.Turn, r string, n flows.Note) {
	if person := t.Dossier.PersonOf(r); person != nil {
		t.Notify(person.Address, n)
	}
}
