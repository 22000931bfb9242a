package cycle

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// review shows everything answered in a phase on one card, and what is still
// missing; from there each answer can be changed and the phase be closed.
func review(t *talk.Turn, id string) {
	if !t.MayAnswer() {
		t.Ways.ConsentFirst(t)
		return
	}
	if id == "" {
		id = t.Dossier.Head().Phase
	}
	phase, ok := t.Script.Questionnaire.Phase(id)
	if !ok {
		Home(t)
		return
	}
	t.Move(flows.MoveReview, flows.Reviewing)
	t.ExpectNothing()
	t.Session.Place, t.Session.Focus = "", nil
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("review.title", "phase", phase.Title.In(t.Lang()))}}
	for _, b := range phase.Blocks {
		lines = append(lines, reviewBlock(t, b)...)
	}
	lines = append(lines, beside(t, phase)...)
	t.Say(flows.Card{Lines: append(lines, reviewEnd(t, id)...), Buttons: reviewButtons(t, id)})
}

// reviewBlock is one block of the review: its title and what was answered.
func reviewBlock(t *talk.Turn, b *form.Block) []flows.Line {
	var lines []flows.Line
	t.Dossier.WalkBlock(b, func(at form.Placed) {
		if line, show := reviewLine(t, at); show {
			lines = append(lines, line)
		}
	})
	if len(lines) == 0 {
		return nil
	}
	return append([]flows.Line{{Style: flows.Body, Text: "— " + b.Title.In(t.Lang()) + " —"}}, lines...)
}

func reviewLine(t *talk.Turn, at form.Placed) (flows.Line, bool) {
	if at.Question.Type == form.Calc || at.Answer == nil && !at.Status.Open() {
		return flows.Line{}, false
	}
	if at.Question.Type == form.Consent && string(at.Place.Path()) != t.Session.Respondent {
		return flows.Line{}, false
	}
	if t.Guest() && !t.Dossier.May(t.Free(), at.Question, at.Place.Path()) {
		return flows.Line{}, false
	}
	label := at.Question.Number + " " + at.Question.Short.In(t.Lang())
	if len(at.Question.Loop) > 0 {
		label += " (" + around(t, at, 30) + ")"
	}
	return flows.Line{Style: flows.Bullet, Text: t.Pair(label, reviewAnswer(t, at))}, true
}

// around names the item that an answer stands in.
func around(t *talk.Turn, at form.Placed, most int) string {
	if t.Nameless(at.Place.Path()) {
		return t.Word("colleague")
	}
	return t.NamedWithin(at.Place.Path(), most)
}

func reviewAnswer(t *talk.Turn, at form.Placed) string {
	switch {
	case at.Answer == nil || at.Answer.State == form.Past:
		return "○ " + t.Word("review.open")
	case at.Answer.Archived || at.Status == form.Irrelevant:
		return t.Word("review.archived", "answer", talk.Clip(t.Dossier.Show(at.Answer, t.Lang()), 120)+t.MarkOf(at.Answer))
	case at.Status == form.ToCheck:
		return "⚠ " + t.Word("review.check", "answer", talk.Clip(t.Dossier.Show(at.Answer, t.Lang()), 120)+t.MarkOf(at.Answer))
	}
	return talk.Clip(t.Became(at.Answer), 160) + t.MarkOf(at.Answer) + t.Differing(at.Answer)
}

// reviewEnd says whether the phase can be closed, or what it waits for.
func reviewEnd(t *talk.Turn, id string) []flows.Line {
	if t.Guest() {
		return nil
	}
	lines := signatures(t, id)
	if t.Dossier.IsClosed(id) {
		return append(lines, flows.Line{Style: flows.Hint, Text: t.Word("review.closed")})
	}
	gaps := t.Dossier.Gaps()
	switch {
	case len(gaps) > 0:
		return append(append(lines, flows.Line{Style: flows.Body, Text: t.Word("review.gaps")}), gapLines(t, gaps)...)
	case flows.OutsideRole(t.Session.Role):
		return append(lines, flows.Line{Style: flows.Body, Text: t.Word("sign.look.end")})
	case !t.Dossier.Accompanied():
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("sign.alone")})
	}
	return append(lines, flows.Line{Style: flows.Body, Text: closeOrSign(t, t.Word("review.ready"), t.Word("review.ready.sign"))})
}

func reviewButtons(t *talk.Turn, id string) [][]flows.Button {
	var rows [][]flows.Button
	switch {
	case t.Dossier.IsClosed(id) || t.Guest():
	case flows.OutsideRole(t.Session.Role):
		rows = append(rows, signButtons(t)...)
	case len(t.Dossier.Gaps()) == 0:
		rows = append(rows, talk.Row(talk.Primary(closeLabel(t, id), flows.Press(flows.VerbClose))))
	case t.HasOpen():
		rows = append(rows, talk.Row(talk.Primary(t.Word("goon"), flows.Press(flows.VerbAnswer))))
	}
	rows = append(rows, talk.Row(talk.Button(t.Word("change"), flows.Press(flows.VerbChange))))
	for _, c := range t.Dossier.Head().Closed {
		if c.Phase != id {
			rows = append(rows, talk.Row(talk.Quiet(t.Word("review.phase", "phase", t.PhaseTitle(c.Phase)), flows.Press(flows.VerbReview, c.Phase))))
		}
	}
	return append(rows, talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)), talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater))))
}

// reopen opens a closed phase again, for the reason given.
func reopen(t *talk.Turn, phase, reason string) {
	if _, ok := flows.PhaseAfter(t.Dossier.Head().Phase, flows.PhaseReopen+" "+phase); !ok {
		Home(t)
		return
	}
	t.Dossier.Reopen(phase, talk.Clip(reason, form.MaxText), t.Author())
	notifyAll(t, flows.Note{Kind: flows.NoteReopened, From: t.Session.Respondent, Text: phase})
	t.NotifyStands()
	t.Tell(t.Word("reopened", "phase", t.PhaseTitle(phase)))
	if t.Session.Place != "" {
		t.Ways.AskPlace(t, t.Session.Place)
		return
	}
	review(t, "")
}
