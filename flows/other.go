package flows

import (
	"visesbot/flows/form"
)

// other hands a question to somebody else: first asks to whom, then does it.
func (st *step) other(q *form.Question, p form.Place, to string) {
	if !mayHand(q) {
		st.askPlace(p)
		return
	}
	if to != "" {
		st.hand(q, p, to)
		return
	}
	c, adds, ok := st.script.Questionnaire.Respondents()
	if !ok {
		st.askPlace(p)
		return
	}
	var rows [][]Button
	for _, r := range st.d.Items(c, "") {
		if string(r) != st.s.Respondent && !st.hasLeft(r) {
			rows = append(rows, row(button(st.named(r), data(vOther, p, string(r)))))
		}
	}
	say := "other.whom"
	if len(rows) == 0 {
		say = "other.nobody"
		rows = append(rows, row(button(st.word("other.add"), data(vShow, form.Place(adds.ID), ""))))
	}
	rows = append(rows, row(quiet("‹ "+st.word("back.question"), data(vShow, p, here))))
	st.answerTo(Card{Lines: []Line{{Style: Heading, Text: st.word(say)}}, Buttons: rows})
}

// mayHand tells whether a question may be handed on: not one that everybody
// answers for themselves, nor one that is kept for a role.
func mayHand(q *form.Question) bool { return q.Respond != form.Each && len(q.For) == 0 }

// The notes that conversations of one dossier send each other.
const (
	noteHanded    = "handed"    // a question for you
	noteReturned  = "returned"  // your question was answered
	noteDeclined  = "declined"  // your question comes back without an answer
	noteTaken     = "taken"     // a question that was passed to you is answered
	noteOverruled = "overruled" // another answer stands where yours did, or beside it
	noteClosed    = "closed"    // a phase was closed
	noteCycle     = "cycle"     // the next cycle has begun
	noteContent   = "content"   // the dossier was taken up by a newer content
	noteAgree     = "agree"     // everything is answered: your agreement is wanted
	noteSign      = "sign"      // the enterprise signed: your signature is wanted
	noteSigned    = "signed"    // who accompanies signed: a phase is closed
	noteSentBack  = "sent back" // or sent it back
	noteReopened  = "reopened"  // a phase was opened again
	noteUnreached = "unreached" // somebody of the enterprise gets no messages any more
	noteSilent    = "silent"    // somebody of the enterprise does not react to reminders
	notePaused    = "paused"    // somebody of the enterprise wants none for a long time
)

func (st *step) tellOther(address string, n Note) {
	if address != "" && address != st.s.Address {
		n.Dossier = st.s.Dossier
		st.wishes = append(st.wishes, Wish{Tell: &Tell{To: address, Note: n}})
	}
}

// noteReturn tells whoever handed a question over that it is answered.
func (st *step) noteReturn(a form.Answer) {
	for _, w := range st.d.Head().Waiting {
		if w.Place == a.Place && w.To != "" && w.To != st.s.Respondent && a.State == form.Given {
			st.tellRespondent(w.To, Note{Kind: noteTaken, From: st.s.Respondent, Place: a.Place})
		}
		if w.Place != a.Place || w.To != st.s.Respondent || w.From == "" || a.State == form.Delegated {
			continue
		}
		st.tellRespondent(w.From, Note{Kind: noteReturned, From: st.s.Respondent, Place: a.Place})
	}
}

// told shows what another conversation had to tell. It never takes the
// question on the table away.
func (st *step) told() {
	n := st.ev.Note
	if n == nil || st.toldPoll(n) || !st.joined() {
		return
	}
	if n.Kind == NoteUndelivered {
		st.undelivered(n.Text)
		return
	}
	if n.Kind == NoteAppointment {
		st.appointed(n.Appointment)
		return
	}
	if mayWait(n) && !st.mayWrite() {
		st.keepLetter(*n)
		return
	}
	menu := st.s.Menu
	defer func() { st.s.Menu = menu }()
	from := st.named(form.Path(n.From))
	if from == "" {
		from = st.word("colleague")
	}
	switch n.Kind {
	case noteHanded:
		st.toldHanded(n, st.word("told.handed", "from", from), row(quiet(st.word("other.cannot"), data(vReturn, n.Place, ""))))
	case noteDeclined:
		st.toldHanded(n, st.word("told.declined", "from", from), row(button(st.word("other"), data(vOther, n.Place, ""))))
	case noteTaken:
		st.toldPlace(n, st.word("told.taken", "from", from), st.word("goon"), st.outcome(n.Place))
	case noteOverruled:
		st.toldPlace(n, st.word("told.overruled", "from", from), st.word("change"), st.overruled(n.Place))
	case noteReturned:
		a := st.d.Answer(n.Place)
		if a == nil {
			return
		}
		st.toldPlace(n, st.word("told.returned", "from", from), st.word("change"), st.outcome(n.Place))
	case noteClosed:
		st.tell(st.word("told.closed", "from", from, "phase", st.phaseTitle(n.Text)), st.goHome())
	case noteSign, noteSigned, noteSentBack, noteReopened:
		st.toldSign(n, from)
	default:
		st.toldNews(n, from)
	}
}

// toldNews shows what concerns the enterprise as a whole.
func (st *step) toldNews(n *Note, from string) {
	switch n.Kind {
	case noteCycle:
		st.tell(st.word("told.cycle", "from", from), st.goHome())
	case noteContent:
		st.tell(st.word("told.content", "enterprise", st.d.Head().Enterprise.Name, "version", n.Text), st.goHome())
	case noteAnswered:
		st.toldAnswer(n, from)
	case notePathChanged:
		st.toldPath()
	case NotePath:
		st.pathOrdered(n.Text)
	case NotePushed:
		st.pushed(n)
	case noteSilent, notePaused:
		st.toldSilence(n)
	case NoteNudge:
		st.nudged(n)
	case NoteMeeting, NoteBlock, NoteLive, NoteResult:
		st.toldMeeting(n)
	case NotePeers:
		st.toldPeers(n)
	case NoteEvent:
		st.toldEvent(n)
	case noteUnreached:
		st.tell(st.unreached(n), st.goHome())
	case noteOpened:
		st.woken()
	case noteAgree:
		if _, open := st.d.Next(st.who()); open {
			st.tell(st.word("told.agree", "enterprise", st.d.Head().Enterprise.Name), st.goHome())
		}
	}
}

func (st *step) toldPlace(n *Note, say, act, shown string) {
	q, ok := st.script.Questionnaire.Question(n.Place.Question())
	if !ok {
		return
	}
	lines := []Line{{Style: Body, Text: say}, {Style: Heading, Text: st.shortText(q, n.Place)}}
	if shown != "" {
		lines = append(lines, Line{Style: Own, Text: shown})
	}
	st.say(Card{Lines: lines, Buttons: [][]Button{
		row(primary(act, data(vShow, n.Place, "")), quiet(st.word("home"), bHome)),
	}})
}

func (st *step) phaseTitle(id string) string {
	if p, ok := st.script.Questionnaire.Phase(id); ok {
		return p.Title.In(st.lang())
	}
	return id
}

// overruled shows the answer that stands, and those beside it.
func (st *step) overruled(p form.Place) string {
	if a := st.d.Answer(p); a != nil {
		return st.outcome(p) + st.differing(a)
	}
	return ""
}
