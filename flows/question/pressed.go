package question

import (
	"slices"
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// Pressed takes a press to its place: the question on the table, one that is
// open although it is not on the table, or one long answered.
func Pressed(t *talk.Turn, verb string, p form.Place, arg string) {
	if !t.Ways.SettledIn(t) {
		return
	}
	if verb == flows.AtFollow {
		t.Ways.Followed(t, p, arg)
		return
	}
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok || !t.MayAnswer() || !t.Dossier.Has(p) {
		t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: t.Word("old.gone")}}, Buttons: [][]flows.Button{t.GoHome()}})
		return
	}
	switch verb {
	case flows.AtMoment:
		t.Ways.TakeMoment(t, q, p, arg)
		return
	case flows.AtUnknown:
		if arg == flows.ArgBack {
			takeBack(t, q, p)
			return
		}
	case flows.AtRevoke:
		t.Ways.Revoke(t, q, p)
		return
	}
	if p != t.Session.Place || t.Session.Mode != flows.Answering {
		if !takeUp(t, verb, q, p) {
			return
		}
	}
	pressedQuestion(t, verb, q, p, arg)
}

// takeUp puts the place of an old button on the table when it is still open to
// this person; otherwise it says what became of the question.
func takeUp(t *talk.Turn, verb string, q *form.Question, p form.Place) bool {
	if verb == flows.AtShow || verb == flows.AtReturn || verb == flows.AtOther && delegatedToMe(t, p) != nil {
		return t.Dossier.May(t.Free(), q, p.Path())
	}
	wanted := t.Dossier.Status(p).Open() || t.Dossier.Status(p) == form.Settled && t.Dossier.Answer(p) == nil // left out, but asked for
	if !wanted || !t.Dossier.May(t.Free(), q, p.Path()) {
		oldButton(t, q, p)
		return false
	}
	t.Move(flows.MoveAnswer, flows.Answering)
	t.Session.Place, t.Session.Asked, t.Session.Held, t.Session.Tries, t.Session.Picks, t.Session.Card = p, "", nil, 0, nil, ""
	t.Session.Revision = 0
	if a := t.Dossier.Answer(p); a != nil {
		t.Session.Revision = a.Revision
	}
	return true
}

func pressedQuestion(t *talk.Turn, verb string, q *form.Question, p form.Place, arg string) {
	if (verb == flows.AtSkip || verb == flows.AtUnknown || verb == flows.AtNotApp || verb == flows.AtOther) && frozen(t, q, p, form.Value{}) {
		return
	}
	switch verb {
	case flows.AtPick:
		picked(t, q, p, arg)
	case flows.AtToggle:
		toggled(t, q, p, arg)
	case flows.AtDone:
		donePicking(t, q, p)
	case flows.AtWords:
		keepWords(t, q, p, arg)
	case flows.AtYes:
		confirmed(t, q, p, arg)
	case flows.AtTake, flows.AtMine, flows.AtDiffer:
		choose(t, q, p, verb)
	case flows.AtShow:
		showAgain(t, q, p, arg)
	case flows.AtReturn:
		giveBack(t, q, p)
	case flows.AtVersion:
		version(t, q, p)
	case flows.AtKeep:
		keepEarlier(t, q, p)
	case flows.AtSkip, flows.AtUnknown:
		leaveOpen(t, verb, q, p)
	case flows.AtRemove, flows.AtReally, flows.AtRename, flows.AtSplit, flows.AtIdeas:
		pressedList(t, verb, q, p, arg)
	default:
		pressedBeside(t, verb, q, p, arg)
	}
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
func leaveOpen(t *talk.Turn, verb string, q *form.Question, p form.Place) {
	a := form.Answer{Place: p, State: form.Unknown, Author: t.Author(), Due: form.Due(t.Event.At)}
	if verb == flows.AtSkip && q.Optional() {
		a = form.Answer{Place: p, State: form.Declined, Author: t.Author()}
	}
	Record(t, a)
	Settled(t, q, p)
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
		rows = [][]flows.Button{talk.Row(talk.Button(t.Word("change"), flows.PressAt(flows.AtShow, p, "")), talk.Primary(t.Word("goon"), flows.VerbGo))}
		if t.MayShare(q, p) {
			rows = append(rows, talk.Row(talk.Button(t.Word("peer.share"), flows.VerbPeer+"~share~"+string(p))))
		}
	}
	t.Say(flows.Card{Lines: lines, Buttons: rows})
}
