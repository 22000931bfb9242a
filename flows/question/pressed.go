package question

import (
	"slices"
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// TakeUp puts the place of an old button on the table when it is still open to
// this person; otherwise it says what became of the question.
func TakeUp(t *talk.Turn, verb flows.Verb, q *form.Question, p form.Place) bool {
	if verb == flows.AtShow || verb == flows.AtReturn || verb == flows.AtOther && delegatedToMe(t, p) != nil {
		return t.Dossier.May(t.Free(), q, p.Path())
	}
	wanted := t.Dossier.Status(p).Open() || t.Dossier.Status(p) == form.Settled && t.Dossier.Answer(p) == nil // left out, but asked for
	if !wanted || !t.Dossier.May(t.Free(), q, p.Path()) {
		oldButton(t, q, p)
		return false
	}
	t.Move(flows.MoveAnswer, flows.Answering)
	t.ExpectNothing()
	t.Session.Place, t.Session.Held, t.Session.Tries, t.Session.Picks, t.Session.Card = p, nil, 0, nil, ""
	t.Session.Revision = 0
	if a := t.Dossier.Answer(p); a != nil {
		t.Session.Revision = a.Revision
	}
	return true
}

// showAgain shows a question again.
func showAgain(t *talk.Turn, q *form.Question, p form.Place, arg string) {
	if arg != flows.ArgHere || t.Event.Kind != flows.Pressed || p != t.Session.Place || t.Session.Card == "" || !t.Dossier.Status(p).Open() && t.Dossier.IsClosed(q.Phase.ID) {
		askChange(t, p)
		return
	}
	table(t, p)
	t.Replace(questionCard(t, q, p))
}

// picked answers with one option, item or number.
func picked(t *talk.Turn, q *form.Question, p form.Place, id string) {
	v := form.Value{Choices: []string{id}}
	if q.Type == form.Scale5 || onScale(q) {
		n, err := strconv.ParseFloat(id, 64)
		if err != nil {
			again(t, q, t.Word("again"))
			return
		}
		v = form.Value{Number: &n}
	}
	answer(t, q, p, v)
}

// toggled ticks or unticks, and shows the card again in place.
func toggled(t *talk.Turn, q *form.Question, p form.Place, id string) {
	picks := slices.DeleteFunc(slices.Clone(t.Session.Picks), func(o string) bool { return o == id })
	if len(picks) == len(t.Session.Picks) {
		if most := q.Most(); most > 0 && len(picks) >= most {
			picks = picks[1:]
		}
		picks = append(picks, id)
	}
	t.Session.Picks = picks
	t.Replace(questionCard(t, q, p))
}

// donePicking takes the ticks, or the list as it is, for the answer.
func donePicking(t *talk.Turn, q *form.Question, p form.Place) {
	if q.Type == form.Repeat {
		doneList(t, q, p)
		return
	}
	if q.Type != form.Multi && q.Type != form.Rank && q.Type != form.Ref {
		again(t, q, t.Word("again"))
		return
	}
	picks := slices.Clone(t.Session.Picks)
	if q.Type != form.Rank {
		picks = inOfferedOrder(t, q, p, picks)
	}
	answer(t, q, p, form.Value{Choices: picks})
}

// inOfferedOrder sorts ticks as they are offered: the order of ticking means
// nothing.
func inOfferedOrder(t *talk.Turn, q *form.Question, p form.Place, picks []string) []string {
	var out []string
	for _, o := range Options(t, q, p) {
		if slices.Contains(picks, o.ID) {
			out = append(out, o.ID)
		}
	}
	return out
}

// leaveOpen declines an optional question, or puts off any other.
func leaveOpen(t *talk.Turn, verb flows.Verb, q *form.Question, p form.Place) {
	a := form.Answer{Place: p, State: form.Unknown, Author: t.Author(), Due: form.Due(t.Event.At)}
	if verb == flows.AtSkip && q.Optional() {
		a = form.Answer{Place: p, State: form.Declined, Author: t.Author()}
	}
	Record(t, a)
	settled(t, q, p)
}

// oldButton says what became of a question whose button was pressed too late.
func oldButton(t *talk.Turn, q *form.Question, p form.Place) {
	lines := []flows.Line{{Style: flows.Heading, Text: t.ShortText(q, p)}}
	a := t.Dossier.Answer(p)
	rows := [][]flows.Button{t.GoHome()}
	switch {
	case !t.Dossier.May(t.Free(), q, p.Path()):
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("old.notyours")})
	case t.Dossier.Relevant(p) != form.Yes:
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("old.closed")})
	case a != nil:
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("old.answered", "by", t.ByWhom(a.Author), "day", form.Day(a.At, t.Lang()))},
			flows.Line{Style: flows.Own, Text: t.Outcome(p)})
		rows = [][]flows.Button{talk.Row(talk.Button(t.Word("change"), flows.PressAt(flows.AtShow, p, "")), talk.Primary(t.Word("goon"), flows.Press(flows.VerbGo)))}
		if t.MayShare(q, p) {
			rows = append(rows, talk.Row(talk.Button(t.Word("peer.share"), flows.Press(flows.VerbPeer, "share", string(p)))))
		}
	}
	t.Say(flows.Card{Lines: lines, Buttons: rows})
}
