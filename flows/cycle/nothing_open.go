package cycle

import (
	"slices"
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// NothingOpen tells what happens when this person has answered everything.
func NothingOpen(t *talk.Turn) {
	t.Move(flows.MoveRest, flows.Home)
	t.ExpectNothing()
	t.Session.Place, t.Session.Card, t.Session.Since = "", "", 0
	if flows.OutsideRole(t.Session.Role) && gate(t) == flows.GateSigned {
		review(t, "")
		return
	}
	if flows.OutsideRole(t.Session.Role) {
		t.Tell(t.Word("nothing.accompanist", "enterprise", t.Dossier.Head().Enterprise.Name), talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
		return
	}
	if t.Guest() {
		t.Tell(t.Word("nothing.delegate", "stakeholder", t.Named(t.Session.Delegate)), talk.Row(talk.Button(t.Word("review"), flows.Press(flows.VerbReview)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
		return
	}
	if t.Dossier.Ended() {
		t.Say(flows.Card{Lines: endLines(t), Buttons: endButtons(t)})
		return
	}
	gaps := t.Dossier.Gaps()
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("nothing.title", "phase", t.PhaseTitle(t.Dossier.Head().Phase))}}
	if len(gaps) == 0 {
		lines = append(lines, flows.Line{Style: flows.Body, Text: closeOrSign(t, t.Word("nothing.ready"), t.Word("nothing.ready.sign"))})
	}
	lines = append(lines, gapLines(t, gaps)...)
	if at := t.Ways.NextMoment(t); !at.IsZero() {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("nothing.moment", "day", form.Day(at, t.Lang()))})
	}
	rows := [][]flows.Button{talk.Row(talk.Primary(t.Word("review"), flows.Press(flows.VerbReview)))}
	if needVoters(t, gaps) {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("gap.voters")})
		rows = append(rows, talk.Row(talk.Button(t.Word("invite"), flows.Press(flows.VerbInvite))))
	}
	rows = append(rows, talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)), talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater))))
	t.Say(flows.Card{Lines: lines, Buttons: rows})
	inviteAgreement(t, gaps)
}

// gapLines says what the phase still waits for.
func gapLines(t *talk.Turn, gaps []form.Gap) []flows.Line {
	var lines []flows.Line
	waits := slices.ContainsFunc(gaps, func(g form.Gap) bool { return g.Place != "" })
	for _, g := range gaps {
		switch {
		case g.Pending && waits: // what it waits for is on the list
		case g.Rule != nil:
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: g.Rule.Say.In(t.Lang())})
		case g.Votes != nil && g.Missing > 0:
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Word("gap.votes", "question", g.Votes.Short.In(t.Lang()), "n", strconv.Itoa(g.Missing))})
		case g.Votes != nil:
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Word("gap.outside", "question", g.Votes.Short.In(t.Lang()))})
		default:
			lines = append(lines, gapPlace(t, g.Place))
		}
	}
	if len(lines) > 8 {
		lines = append(lines[:8], flows.Line{Style: flows.Bullet, Text: t.Word("gap.more", "n", strconv.Itoa(len(gaps)-8))})
	}
	return lines
}

func gapPlace(t *talk.Turn, p form.Place) flows.Line {
	q, _ := t.Script.Questionnaire.Question(p.Question())
	say := q.Short.In(t.Lang())
	if at := t.StandsIn(q, p); at != "" {
		say += " (" + at + ")"
	}
	a := t.Dossier.Answer(p)
	switch {
	case q.Calendar != nil && t.Dossier.Status(p) == form.Settled:
		say = t.Word("gap.moment", "question", say)
	case a != nil && a.State == form.Delegated:
		say = t.Word("gap.delegated", "question", say, "to", t.Named(form.Path(a.To)))
	case len(q.For) > 0:
		say = t.Word("gap.role", "question", say)
	}
	return flows.Line{Style: flows.Bullet, Text: say}
}

// inviteAgreement tells those outside the enterprise when only they are waited for.
func inviteAgreement(t *talk.Turn, gaps []form.Gap) {
	for _, g := range gaps {
		q, ok := t.Script.Questionnaire.Question(g.Place.Question())
		if g.Place == "" || !ok || len(q.For) == 0 {
			continue
		}
		for _, person := range t.Dossier.Head().People {
			if flows.OutsideRole(person.Role) {
				t.Notify(person.Address, flows.Note{Kind: flows.NoteAgree, From: t.Session.Respondent})
			}
		}
		return
	}
}
