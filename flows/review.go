package flows

import (
	"visesbot/flows/form"
)

// review shows everything answered in a phase on one card, and what is still
// missing; from there each answer can be changed and the phase be closed.
func (st *step) review(id string) {
	if !st.mayAnswer() {
		st.consentFirst()
		return
	}
	if id == "" {
		id = st.d.Head().Phase
	}
	phase, ok := st.script.Questionnaire.Phase(id)
	if !ok {
		st.home()
		return
	}
	st.move(moveReview, Reviewing)
	st.s.Place, st.s.Asked, st.s.Focus = "", "", nil
	lines := []Line{{Style: Heading, Text: st.word("review.title", "phase", phase.Title.In(st.lang()))}}
	for _, b := range phase.Blocks {
		lines = append(lines, st.reviewBlock(b)...)
	}
	lines = append(lines, st.beside(phase)...)
	st.say(Card{Lines: append(lines, st.reviewEnd(id)...), Buttons: st.reviewButtons(id)})
}

// reviewBlock is one block of the review: its title and what was answered.
func (st *step) reviewBlock(b *form.Block) []Line {
	var lines []Line
	st.d.WalkBlock(b, func(at form.Placed) {
		if line, show := st.reviewLine(at); show {
			lines = append(lines, line)
		}
	})
	if len(lines) == 0 {
		return nil
	}
	return append([]Line{{Style: Body, Text: "— " + b.Title.In(st.lang()) + " —"}}, lines...)
}

func (st *step) reviewLine(at form.Placed) (Line, bool) {
	if at.Question.Type == form.Calc || at.Answer == nil && !at.Status.Open() {
		return Line{}, false
	}
	if at.Question.Type == form.Consent && string(at.Place.Path()) != st.s.Respondent {
		return Line{}, false
	}
	if st.guest() && !st.d.May(st.free(), at.Question, at.Place.Path()) {
		return Line{}, false
	}
	label := at.Question.Number + " " + at.Question.Short.In(st.lang())
	if len(at.Question.Loop) > 0 {
		label += " (" + st.around(at, 30) + ")"
	}
	return Line{Style: Bullet, Text: st.pair(label, st.reviewAnswer(at))}, true
}

// around names the item that an answer stands in.
func (st *step) around(at form.Placed, most int) string {
	if st.nameless(at.Place.Path()) {
		return st.word("colleague")
	}
	return st.namedWithin(at.Place.Path(), most)
}

func (st *step) reviewAnswer(at form.Placed) string {
	switch {
	case at.Answer == nil || at.Answer.State == form.Past:
		return "○ " + st.word("review.open")
	case at.Answer.Archived || at.Status == form.Irrelevant:
		return st.word("review.archived", "answer", clip(st.d.Show(at.Answer, st.lang()), 120)+st.markOf(at.Answer))
	case at.Status == form.ToCheck:
		return "⚠ " + st.word("review.check", "answer", clip(st.d.Show(at.Answer, st.lang()), 120)+st.markOf(at.Answer))
	}
	return clip(st.became(at.Answer), 160) + st.markOf(at.Answer) + st.differing(at.Answer)
}

// differing shows the answers that stand beside the first.
func (st *step) differing(a *form.Answer) string {
	out := ""
	for _, other := range a.Differs {
		out += " ⇄ " + st.word("review.differs", "who", st.byWhom(other.Author),
			"answer", clip(st.d.ShowValue(a.Place, other.Value, st.lang()), 120)+st.markBy(a.Place, other.Author))
	}
	return out
}

// reviewEnd says whether the phase can be closed, or what it waits for.
func (st *step) reviewEnd(id string) []Line {
	if st.guest() {
		return nil
	}
	lines := st.signatures(id)
	if st.d.IsClosed(id) {
		return append(lines, Line{Style: Hint, Text: st.word("review.closed")})
	}
	gaps := st.d.Gaps()
	switch {
	case len(gaps) > 0:
		return append(append(lines, Line{Style: Body, Text: st.word("review.gaps")}), st.gapLines(gaps)...)
	case outsideRole(st.s.Role):
		return append(lines, Line{Style: Body, Text: st.word("sign.look.end")})
	case !st.d.Accompanied():
		lines = append(lines, Line{Style: Hint, Text: st.word("sign.alone")})
	}
	return append(lines, Line{Style: Body, Text: st.closeOrSign(st.word("review.ready"), st.word("review.ready.sign"))})
}

func (st *step) reviewButtons(id string) [][]Button {
	var rows [][]Button
	switch {
	case st.d.IsClosed(id) || st.guest():
	case outsideRole(st.s.Role):
		rows = append(rows, st.signButtons()...)
	case len(st.d.Gaps()) == 0:
		rows = append(rows, row(primary(st.closeLabel(id), bClose)))
	case st.hasOpen():
		rows = append(rows, row(primary(st.word("goon"), bAnswer)))
	}
	rows = append(rows, row(button(st.word("change"), bChange)))
	for _, c := range st.d.Head().Closed {
		if c.Phase != id {
			rows = append(rows, row(quiet(st.word("review.phase", "phase", st.phaseTitle(c.Phase)), bReview+"~"+c.Phase)))
		}
	}
	return append(rows, row(quiet(st.word("home"), bHome), quiet(st.word("later"), bLater)))
}

// reopen opens a closed phase again, for the reason given.
func (st *step) reopen(phase, reason string) {
	if _, ok := PhaseAfter(st.d.Head().Phase, phaseReopen+" "+phase); !ok {
		st.home()
		return
	}
	st.d.Reopen(phase, clip(reason, form.MaxText), st.author())
	st.tellAll(Note{Kind: noteReopened, From: st.s.Respondent, Text: phase})
	st.tellStands()
	st.tell(st.word("reopened", "phase", st.phaseTitle(phase)))
	if st.s.Place != "" {
		st.askPlace(st.s.Place)
		return
	}
	st.review("")
}
