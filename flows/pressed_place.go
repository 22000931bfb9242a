package flows

import (
	"slices"
	"strconv"

	"visesbot/flows/form"
)

// pressedAt takes a press to its place: the question on the table, one that is
// open although it is not on the table, or one long answered.
func (st *step) pressedAt(verb string, p form.Place, arg string) {
	if !st.settledIn() {
		return
	}
	if verb == vFollow {
		st.followed(p, arg)
		return
	}
	q, ok := st.script.Questionnaire.Question(p.Question())
	if !ok || !st.mayAnswer() || !st.d.Has(p) {
		st.say(Card{Lines: []Line{{Style: Body, Text: st.word("old.gone")}}, Buttons: [][]Button{st.goHome()}})
		return
	}
	switch verb {
	case vMoment:
		st.takeMoment(q, p, arg)
		return
	case vRevoke:
		st.revoke(q, p)
		return
	}
	if p != st.s.Place || st.s.Mode != Answering {
		if !st.takeUp(verb, q, p) {
			return
		}
	}
	st.pressedQuestion(verb, q, p, arg)
}

// takeUp puts the place of an old button on the table when it is still open to
// this person; otherwise it says what became of the question.
func (st *step) takeUp(verb string, q *form.Question, p form.Place) bool {
	if verb == vShow || verb == vReturn || verb == vOther && st.handedToMe(p) != nil {
		return st.d.May(st.free(), q, p.Path())
	}
	wanted := st.d.Status(p).Open() || st.d.Status(p) == form.Settled && st.d.Answer(p) == nil // left out, but asked for
	if !wanted || !st.d.May(st.free(), q, p.Path()) {
		st.oldButton(q, p)
		return false
	}
	st.move(moveAnswer, Answering)
	st.s.Place, st.s.Asked, st.s.Held, st.s.Tries, st.s.Picks, st.s.Card = p, "", nil, 0, nil, ""
	st.s.Revision = 0
	if a := st.d.Answer(p); a != nil {
		st.s.Revision = a.Revision
	}
	return true
}

// free is the person with nothing kept from them by an exercise.
func (st *step) free() form.Who {
	w := st.who()
	w.Only = nil
	return w
}

func (st *step) pressedQuestion(verb string, q *form.Question, p form.Place, arg string) {
	if (verb == vSkip || verb == vUnknown || verb == vNotApp || verb == vOther) && st.frozen(q, p, form.Value{}) {
		return
	}
	switch verb {
	case vPick:
		st.picked(q, p, arg)
	case vToggle:
		st.toggled(q, p, arg)
	case vDone:
		st.donePicking(q, p)
	case vYes:
		st.confirmed(q, p, arg)
	case vTake, vMine, vDiffer:
		st.choose(q, p, verb)
	case vShow:
		st.showAgain(q, p, arg)
	case vReturn:
		st.giveBack(q, p)
	case vVersion:
		st.version(q, p)
	case vKeep:
		st.keepFormer(q, p)
	case vSkip, vUnknown:
		st.leaveOpen(verb, q, p)
	case vRemove, vReally, vRename, vSplit, vIdeas:
		st.pressedList(verb, q, p, arg)
	default:
		st.pressedAside(verb, q, p, arg)
	}
}

// here says that a button which leads back to a question stands on the card of
// that question: it is shown there, and not below.
const here = "here"

// showAgain shows a question again.
func (st *step) showAgain(q *form.Question, p form.Place, arg string) {
	if arg != here || st.ev.Kind != Pressed || p != st.s.Place || st.s.Card == "" || !st.d.Status(p).Open() && st.d.IsClosed(q.Phase.ID) {
		st.askChange(p)
		return
	}
	st.table(p)
	st.replace(st.questionCard(q, p))
}

// picked answers with one option, item or number.
func (st *step) picked(q *form.Question, p form.Place, id string) {
	v := form.Value{Choices: []string{id}}
	if q.Type == form.Scale5 || onScale(q) {
		n, err := strconv.ParseFloat(id, 64)
		if err != nil {
			st.again(q, st.word("again"))
			return
		}
		v = form.Value{Number: &n}
	}
	st.answer(q, p, v)
}

// toggled ticks or unticks, and shows the card again in place.
func (st *step) toggled(q *form.Question, p form.Place, id string) {
	picks := slices.DeleteFunc(slices.Clone(st.s.Picks), func(o string) bool { return o == id })
	if len(picks) == len(st.s.Picks) {
		if most := q.Most(); most > 0 && len(picks) >= most {
			picks = picks[1:]
		}
		picks = append(picks, id)
	}
	st.s.Picks = picks
	st.replace(st.questionCard(q, p))
}

// donePicking takes the ticks, or the list as it is, for the answer.
func (st *step) donePicking(q *form.Question, p form.Place) {
	if q.Type == form.Repeat {
		st.doneList(q, p)
		return
	}
	if q.Type != form.Multi && q.Type != form.Rank && q.Type != form.Ref {
		st.again(q, st.word("again"))
		return
	}
	picks := slices.Clone(st.s.Picks)
	if q.Type != form.Rank {
		picks = st.inOfferedOrder(q, p, picks)
	}
	st.answer(q, p, form.Value{Choices: picks})
}

// inOfferedOrder sorts ticks as they are offered: the order of ticking means
// nothing.
func (st *step) inOfferedOrder(q *form.Question, p form.Place, picks []string) []string {
	var out []string
	for _, o := range st.options(q, p) {
		if slices.Contains(picks, o.ID) {
			out = append(out, o.ID)
		}
	}
	return out
}

// leaveOpen declines an optional question, or puts off any other.
func (st *step) leaveOpen(verb string, q *form.Question, p form.Place) {
	a := form.Answer{Place: p, State: form.Unknown, Author: st.author(), Due: form.Due(st.ev.At)}
	if verb == vSkip && q.Optional() {
		a = form.Answer{Place: p, State: form.Declined, Author: st.author()}
	}
	st.record(a)
	st.settled(q, p)
}

// oldButton says what became of a question whose button was pressed too late.
func (st *step) oldButton(q *form.Question, p form.Place) {
	lines := []Line{{Style: Heading, Text: st.shortText(q, p)}}
	a := st.d.Answer(p)
	rows := [][]Button{st.goHome()}
	switch {
	case !st.d.May(st.free(), q, p.Path()):
		lines = append(lines, Line{Style: Body, Text: st.word("old.notyours")})
	case st.d.Relevant(p) != form.Yes:
		lines = append(lines, Line{Style: Body, Text: st.word("old.closed")})
	case a != nil:
		lines = append(lines, Line{Style: Body, Text: st.word("old.answered", "by", st.byWhom(a.Author), "day", form.Day(a.At, st.lang()))},
			Line{Style: Own, Text: st.outcome(p)})
		rows = [][]Button{row(button(st.word("change"), data(vShow, p, "")), primary(st.word("goon"), bGo))}
		if st.mayShare(q, p) {
			rows = append(rows, row(button(st.word("peer.share"), bPeer+"~share~"+string(p))))
		}
	}
	st.say(Card{Lines: lines, Buttons: rows})
}

func (st *step) goHome() []Button {
	return row(primary(st.word("goon"), bGo), quiet(st.word("home"), bHome))
}
