package flows

import (
	"slices"
	"strconv"

	"visesbot/flows/form"
)

// goOn takes up the conversation where it stands: the module, or the first
// open question.
func (st *step) goOn() {
	st.s.Since = 0
	if st.s.Module != nil && len(st.s.Focus) == 0 && st.s.Place == "" {
		st.showBlock()
		return
	}
	st.onward()
}

// onward asks the next question, after a breath now and then.
func (st *step) onward() {
	if !st.mayAnswer() {
		st.consentFirst()
		return
	}
	p, open := st.d.Next(st.who())
	switch {
	case !open && len(st.s.Focus) > 0:
		st.exerciseDone()
	case !open:
		st.nothingOpen()
	case len(st.s.Focus) == 0 && st.needsRest():
		st.rest()
	default:
		st.askPlace(p)
	}
}

// left is about how many questions this person still has: those that are open,
// and those that come with what is not named yet.
func (st *step) left() form.Load { return st.d.Load(st.who()) }

// back shows the question answered before, with its answer.
func (st *step) back() {
	if st.s.Mode == Studying && st.s.Module != nil {
		st.previousBlock()
		return
	}
	n := len(st.s.Trail)
	if n == 0 || !st.mayAnswer() {
		st.home()
		return
	}
	p := st.s.Trail[n-1]
	st.s.Trail = append([]form.Place{}, st.s.Trail[:n-1]...)
	if st.d.Relevant(p) != form.Yes {
		st.back()
		return
	}
	st.askPlace(p)
}

// consentFirst explains why questions stay closed without consent.
func (st *step) consentFirst() {
	if st.s.Person == "" {
		st.settledIn()
		return
	}
	if st.s.Consent == "yes" {
		if !st.expected() {
			st.askName()
		}
		return
	}
	rows := [][]Button{row(primary(st.word("consent.yes"), bConsent+"~yes"))}
	if st.s.Mode == Studying {
		rows = append(rows, row(button(st.word("exercise.skip"), bLeave)))
	}
	st.tell(st.word("consent.first"), append(rows, row(quiet(st.word("home"), bHome)))...)
}

// nothingOpen tells what happens when this person has answered everything.
func (st *step) nothingOpen() {
	st.move(moveRest, Home)
	st.s.Place, st.s.Card, st.s.Asked, st.s.Since = "", "", "", 0
	if outsideRole(st.s.Role) && st.gate() == gateSigned {
		st.review("")
		return
	}
	if outsideRole(st.s.Role) {
		st.tell(st.word("nothing.accompanist", "enterprise", st.d.Head().Enterprise.Name), row(quiet(st.word("home"), bHome)))
		return
	}
	if st.guest() {
		st.tell(st.word("nothing.delegate", "stakeholder", st.named(st.s.Delegate)), row(button(st.word("review"), bReview), quiet(st.word("home"), bHome)))
		return
	}
	if st.d.Ended() {
		st.say(Card{Lines: st.endLines(), Buttons: st.endButtons()})
		return
	}
	gaps := st.d.Gaps()
	lines := []Line{{Style: Heading, Text: st.word("nothing.title", "phase", st.phaseTitle(st.d.Head().Phase))}}
	if len(gaps) == 0 {
		lines = append(lines, Line{Style: Body, Text: st.closeOrSign(st.word("nothing.ready"), st.word("nothing.ready.sign"))})
	}
	lines = append(lines, st.gapLines(gaps)...)
	if at := st.nextMoment(); !at.IsZero() {
		lines = append(lines, Line{Style: Hint, Text: st.word("nothing.moment", "day", form.Day(at, st.lang()))})
	}
	rows := [][]Button{row(primary(st.word("review"), bReview))}
	if st.needVoters(gaps) {
		lines = append(lines, Line{Style: Hint, Text: st.word("gap.voters")})
		rows = append(rows, row(button(st.word("invite"), bInvite)))
	}
	rows = append(rows, row(quiet(st.word("home"), bHome), quiet(st.word("later"), bLater)))
	st.say(Card{Lines: lines, Buttons: rows})
	st.inviteAgreement(gaps)
}

// gapLines says what the phase still waits for.
func (st *step) gapLines(gaps []form.Gap) []Line {
	var lines []Line
	waits := slices.ContainsFunc(gaps, func(g form.Gap) bool { return g.Place != "" })
	for _, g := range gaps {
		switch {
		case g.Pending && waits: // what it waits for is on the list
		case g.Rule != nil:
			lines = append(lines, Line{Style: Bullet, Text: g.Rule.Say.In(st.lang())})
		case g.Votes != nil && g.Missing > 0:
			lines = append(lines, Line{Style: Bullet, Text: st.word("gap.votes", "question", g.Votes.Short.In(st.lang()), "n", strconv.Itoa(g.Missing))})
		case g.Votes != nil:
			lines = append(lines, Line{Style: Bullet, Text: st.word("gap.outside", "question", g.Votes.Short.In(st.lang()))})
		default:
			lines = append(lines, st.gapPlace(g.Place))
		}
	}
	if len(lines) > 8 {
		lines = append(lines[:8], Line{Style: Bullet, Text: st.word("gap.more", "n", strconv.Itoa(len(gaps)-8))})
	}
	return lines
}

func (st *step) gapPlace(p form.Place) Line {
	q, _ := st.script.Questionnaire.Question(p.Question())
	say := q.Short.In(st.lang())
	if at := st.standsIn(q, p); at != "" {
		say += " (" + at + ")"
	}
	a := st.d.Answer(p)
	switch {
	case q.Calendar != nil && st.d.Status(p) == form.Settled:
		say = st.word("gap.moment", "question", say)
	case a != nil && a.State == form.Delegated:
		say = st.word("gap.delegated", "question", say, "to", st.named(form.Path(a.To)))
	case len(q.For) > 0:
		say = st.word("gap.role", "question", say)
	}
	return Line{Style: Bullet, Text: say}
}

// inviteAgreement tells those outside the enterprise when only they are waited for.
func (st *step) inviteAgreement(gaps []form.Gap) {
	for _, g := range gaps {
		q, ok := st.script.Questionnaire.Question(g.Place.Question())
		if g.Place == "" || !ok || len(q.For) == 0 {
			continue
		}
		for _, person := range st.d.Head().People {
			if outsideRole(person.Role) {
				st.tellOther(person.Address, Note{Kind: noteAgree, From: st.s.Respondent})
			}
		}
		return
	}
}
