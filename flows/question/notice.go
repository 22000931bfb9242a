package question

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// noticeHanded shows a question that a colleague handed over.
func noticeHanded(t *talk.Turn, n *flows.Note) {
	noticeDelegated(t, n, t.Word("told.handed", "from", t.From(n)), talk.Row(talk.Quiet(t.Word("other.cannot"), flows.PressAt(flows.AtReturn, n.Place, ""))))
}

// noticeDeclined shows a question that comes back without an answer.
func noticeDeclined(t *talk.Turn, n *flows.Note) {
	noticeDelegated(t, n, t.Word("told.declined", "from", t.From(n)), talk.Row(talk.Button(t.Word("other"), flows.PressAt(flows.AtOther, n.Place, ""))))
}

// noticeTaken tells that a question which was passed to this person is answered.
func noticeTaken(t *talk.Turn, n *flows.Note) {
	noticePlace(t, n, t.Word("told.taken", "from", t.From(n)), t.Word("goon"), t.Outcome(n.Place))
}

// noticeOverruled shows the answer that stands, and those beside it.
func noticeOverruled(t *talk.Turn, n *flows.Note) {
	shown := ""
	if a := t.Dossier.Answer(n.Place); a != nil {
		shown = t.Outcome(n.Place) + t.Differing(a)
	}
	noticePlace(t, n, t.Word("told.overruled", "from", t.From(n)), t.Word("change"), shown)
}

// noticeReturned shows the answer to a question that this person handed over.
func noticeReturned(t *talk.Turn, n *flows.Note) {
	if t.Dossier.Answer(n.Place) != nil {
		noticePlace(t, n, t.Word("told.returned", "from", t.From(n)), t.Word("change"), t.Outcome(n.Place))
	}
}

// noticeAnswer shows what was answered to somebody who has to know.
func noticeAnswer(t *talk.Turn, n *flows.Note) {
	q, ok := t.Script.Questionnaire.Question(n.Place.Question())
	a := t.Dossier.Answer(n.Place)
	if !ok || a == nil || a.State != form.Given || a.Archived {
		return
	}
	t.Say(flows.Card{
		Lines: []flows.Line{
			{Style: flows.Body, Text: t.Word("tells.answered", "from", t.From(n), "enterprise", t.Dossier.Head().Enterprise.Name)},
			{Style: flows.Heading, Text: t.ShortText(q, n.Place)},
			ownLine(t, flows.Own, t.Dossier.Show(a, t.Lang()), a),
		},
		Buttons: [][]flows.Button{talk.Row(talk.Quiet(t.Word("review"), flows.Press(flows.VerbReview)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)))},
	})
}

func noticePlace(t *talk.Turn, n *flows.Note, say, act, shown string) {
	q, ok := t.Script.Questionnaire.Question(n.Place.Question())
	if !ok {
		return
	}
	lines := []flows.Line{{Style: flows.Body, Text: say}, {Style: flows.Heading, Text: t.ShortText(q, n.Place)}}
	if shown != "" {
		lines = append(lines, flows.Line{Style: flows.Own, Text: shown})
	}
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{
		talk.Row(talk.Primary(act, flows.PressAt(flows.AtShow, n.Place, "")), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))),
	}})
}

// noticeDelegated shows a question that is this person's to answer now, with
// another way out beside it.
func noticeDelegated(t *talk.Turn, n *flows.Note, say string, out []flows.Button) {
	q, ok := t.Script.Questionnaire.Question(n.Place.Question())
	if !ok {
		return
	}
	t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: say}, {Style: flows.Heading, Text: t.ShortText(q, n.Place)}}, Buttons: [][]flows.Button{
		talk.Row(talk.Primary(t.Word("told.answer"), flows.PressAt(flows.AtShow, n.Place, ""))), out, talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))),
	}})
}
