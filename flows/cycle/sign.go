package cycle

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// closePhase is the enterprise's signature below the present phase. It closes
// the phase where no other is waited for.
func closePhase(t *talk.Turn) {
	if !t.MayAnswer() || flows.OutsideRole(t.Session.Role) || t.Guest() {
		Home(t)
		return
	}
	_, first := flows.GateAfter(gate(t), flows.GateSign)
	if first && !t.Dossier.Sign("", t.Author()) {
		review(t, "")
		return
	}
	switch {
	case shut(t):
	case first:
		askSignature(t)
	default:
		signedAlready(t)
	}
}

// shut closes the present phase, if nothing is missing any more, and tells
// everybody.
func shut(t *talk.Turn) bool {
	from := t.Dossier.Head().Phase
	next, ok := flows.PhaseAfter(from, flows.PhaseClose)
	if !ok || !t.Dossier.Close(next, t.Author()) {
		return false
	}
	kind := flows.NoteClosed
	if flows.OutsideRole(t.Session.Role) {
		kind = flows.NoteSigned
	}
	notifyAll(t, flows.Note{Kind: kind, From: t.Session.Respondent, Text: from})
	t.NotifyStands()
	notifyReport(t, "closed~"+from)
	t.Move(flows.MoveRest, flows.Home)
	closedCard(t, t.Word("closed", "phase", t.PhaseTitle(from)))
	return true
}

// closedCard says that a phase is closed, and what comes next.
func closedCard(t *talk.Turn, title string, more ...flows.Line) {
	lines := append([]flows.Line{{Style: flows.Heading, Text: title}}, more...)
	if t.Dossier.Ended() {
		t.Say(flows.Card{Lines: append(lines, endLines(t)...), Buttons: endButtons(t)})
		return
	}
	phase, _ := t.Script.Questionnaire.Phase(t.Dossier.Head().Phase)
	lines = append(lines,
		flows.Line{Style: flows.Body, Text: t.Word("closed.next", "phase", phase.Title.In(t.Lang()))},
		flows.Line{Style: flows.Hint, Text: phase.Intro.In(t.Lang())})
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{talk.Row(talk.Primary(t.Word("goon"), flows.Press(flows.VerbAnswer)), talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater)))}})
}

// notifyAll tells everybody else of the dossier, but for delegates: it is not
// asked of their stakeholder.
func notifyAll(t *talk.Turn, n flows.Note) {
	for _, person := range t.Dossier.Head().People {
		if person.Delegate == "" {
			t.Notify(person.Address, n)
		}
	}
}

// askSignature asks whoever accompanies for their signature.
func askSignature(t *talk.Turn) {
	t.NotifyAccompanists(flows.Note{Kind: flows.NoteSign, From: t.Session.Respondent, Text: t.Dossier.Head().Phase})
	t.NotifyStands()
	t.Move(flows.MoveRest, flows.Home)
	t.ExpectNothing()
	t.Session.Place = ""
	t.Tell(t.Word("sign.waits", "phase", t.PhaseTitle(t.Dossier.Head().Phase)), reviewHome(t))
}

func reviewHome(t *talk.Turn) []flows.Button {
	return talk.Row(talk.Button(t.Word("review"), flows.Press(flows.VerbReview)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)))
}

// signedAlready says who has signed, and from when on nobody else is waited for.
func signedAlready(t *talk.Turn) {
	own := t.Dossier.Signed(false)
	if own == nil {
		review(t, "")
		return
	}
	t.Tell(t.Word("sign.already", "who", t.ByWhom(own.By), "day", form.Day(own.At.In(t.Event.At.Location()), t.Lang()),
		"until", form.Day(own.At.Add(form.SignPatience).In(t.Event.At.Location()), t.Lang())), reviewHome(t))
}

// agree is the signature of whoever accompanies, with or without a reserve.
func agree(t *talk.Turn, reserve string) {
	if !flows.OutsideRole(t.Session.Role) {
		Home(t)
		return
	}
	if !maySign(t) {
		return
	}
	t.Dossier.Sign(talk.Clip(reserve, form.MaxText), t.Author())
	if !shut(t) {
		review(t, "")
	}
}

// maySign tells whether there is something to sign for who accompanies;
// otherwise it says why not.
func maySign(t *talk.Turn) bool {
	switch next, ok := flows.GateAfter(gate(t), flows.GateAgree); {
	case !ok || next != flows.GateClosed:
		t.Tell(t.Word("sign.nothing", "enterprise", t.Dossier.Head().Enterprise.Name), reviewHome(t))
	case len(t.Dossier.Gaps()) > 0:
		review(t, "")
	default:
		return true
	}
	return false
}

// pressedSign takes a press below the review of who accompanies.
func pressedSign(t *talk.Turn, arg string) {
	switch {
	case !flows.OutsideRole(t.Session.Role) || !t.Joined():
		Home(t)
	case arg == "":
		agree(t, "")
	case !maySign(t):
	case arg == flows.SignReserve:
		askRemark(t, flows.ExpectReserve, t.Word("sign.reserve.ask"))
	case arg == flows.SignBack:
		askRemark(t, flows.ExpectSendBack, t.Word("sign.back.ask"))
	}
}

func askRemark(t *talk.Turn, e flows.Expectation, ask string) {
	t.Expect(flows.Expects{Kind: e})
	t.Ask(flows.Card{Input: flows.LineInput, Lines: []flows.Line{{Style: flows.Heading, Text: ask}}, Buttons: [][]flows.Button{reviewHome(t)}})
}

// sendBack gives the phase back to the enterprise, with a remark.
func sendBack(t *talk.Turn, remark string) {
	if !maySign(t) {
		return
	}
	phase := t.Dossier.Head().Phase
	if _, ok := flows.GateAfter(gate(t), flows.GateSendBack); !ok || !t.Dossier.SendBack(talk.Clip(remark, form.MaxText), t.Author()) {
		Home(t)
		return
	}
	notifyAll(t, flows.Note{Kind: flows.NoteSentBack, Text: phase})
	t.NotifyStands()
	t.Tell(t.Word("sign.back.done", "enterprise", t.Dossier.Head().Enterprise.Name, "phase", t.PhaseTitle(phase)), talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
}

// TellLapsed says that the signature does not hold any more.
func TellLapsed(t *talk.Turn) {
	if t.Dossier.Lapsed() {
		t.Tell(t.Word("sign.lapsed", "phase", t.PhaseTitle(t.Dossier.Head().Phase)))
	}
}

// noticeSign shows what another conversation did at the gate.
func noticeSign(t *talk.Turn, n *flows.Note) {
	from := t.From(n)
	phase := t.PhaseTitle(n.Text)
	enterprise := t.Dossier.Head().Enterprise.Name
	switch n.Kind {
	case flows.NoteSign:
		if t.Dossier.Signed(false) == nil || t.Dossier.Head().Phase != n.Text {
			return
		}
		t.Tell(t.Word("told.sign", "from", from, "enterprise", enterprise, "phase", phase),
			talk.Row(talk.Primary(t.Word("sign.look"), flows.Press(flows.VerbReview)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
	case flows.NoteSigned:
		closedCard(t, t.Word("told.signed", "phase", phase), signatures(t, n.Text)...)
	case flows.NoteSentBack:
		sayBack(t, t.Word("told.sentback", "phase", phase), n.Text,
			talk.Row(talk.Primary(t.Word("review"), flows.Press(flows.VerbReview)), talk.Button(t.Word("change"), flows.Press(flows.VerbChange)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
	case flows.NoteReopened:
		sayBack(t, t.Word("told.reopened", "from", from, "phase", phase), n.Text, t.GoHome())
	}
}

// sayBack says that a phase went back, and why.
func sayBack(t *talk.Turn, say, phase string, next []flows.Button) {
	t.Say(flows.Card{Lines: append([]flows.Line{{Style: flows.Body, Text: say}}, lastBack(t, phase)...), Buttons: [][]flows.Button{next}})
}

// lastBack quotes why a phase last went back.
func lastBack(t *talk.Turn, phase string) []flows.Line {
	backs := t.Dossier.Head().Backs
	for i := len(backs) - 1; i >= 0; i-- {
		if backs[i].Phase == phase {
			return []flows.Line{{Style: flows.Own, Text: backs[i].Reason, Lang: backs[i].By.Lang}}
		}
	}
	return nil
}

// signatures says who signed a phase, with what reserve, and why it went back.
func signatures(t *talk.Turn, phase string) []flows.Line {
	head := t.Dossier.Head()
	var lines []flows.Line
	for _, b := range head.Backs {
		if b.Phase != phase {
			continue
		}
		key := "sign.reopened"
		if b.Kind == form.RecordSendBack {
			key = "sign.sentback"
		}
		lines = append(lines, flows.Line{Style: flows.Hint, Lang: b.By.Lang, Text: "↩ " + t.Word(key, "who", t.ByWhom(b.By), "day", dayOf(t, b.At), "reason", b.Reason)})
	}
	for _, s := range signed(t, phase) {
		text := "✓ " + t.Word("sign.by", "who", t.ByWhom(s.By), "day", dayOf(t, s.At))
		if s.Reserve != "" {
			text = "✓ " + t.Word("sign.with", "who", t.ByWhom(s.By), "day", dayOf(t, s.At), "reserve", s.Reserve)
		}
		lines = append(lines, flows.Line{Style: flows.Hint, Text: text})
	}
	return lines
}

func dayOf(t *talk.Turn, at time.Time) string {
	return form.Day(at.In(t.Event.At.Location()), t.Lang())
}

// signed are the signatures below a phase.
func signed(t *talk.Turn, phase string) []form.Sign {
	head := t.Dossier.Head()
	for _, c := range head.Closed {
		if c.Phase == phase {
			return c.Signed
		}
	}
	if head.Phase == phase {
		return head.Signed
	}
	return nil
}

// closeLabel is what the button of the enterprise's signature says.
func closeLabel(t *talk.Turn, phase string) string {
	title := t.PhaseTitle(phase)
	return "✓ " + closeOrSign(t, t.Word("review.close", "phase", title), t.Word("sign.sign", "phase", title))
}

// closeOrSign says what the enterprise's signature does: it closes the phase
// where nobody accompanies, and is one of two where somebody does.
func closeOrSign(t *talk.Turn, closes, signs string) string {
	if t.Dossier.Accompanied() {
		return signs
	}
	return closes
}

// signButtons are those of who accompanies, below the review.
func signButtons(t *talk.Turn) [][]flows.Button {
	if t.Dossier.Signed(false) == nil || len(t.Dossier.Gaps()) > 0 {
		return nil
	}
	return [][]flows.Button{
		talk.Row(talk.Primary("✓ "+t.Word("sign.agree"), flows.Press(flows.VerbSign))),
		talk.Row(talk.Button(t.Word("sign.reserve"), flows.Press(flows.VerbSign, flows.SignReserve))),
		talk.Row(talk.Button("↩ "+t.Word("sign.back"), flows.Press(flows.VerbSign, flows.SignBack))),
	}
}
