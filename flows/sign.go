package flows

import (
	"strings"
	"time"

	"visesbot/flows/form"
)

// The gate between two phases: the enterprise signs what it answered, whoever
// accompanies it signs too or sends it back, and the phase is closed. Where
// nobody accompanies, the enterprise's own signature is enough.

// gate is where the present phase is.
func (st *step) gate() string {
	switch {
	case st.d.Ended():
		return gateClosed
	case st.d.Signed(false) != nil:
		return gateSigned
	}
	return gateOpen
}

// closePhase is the enterprise's signature below the present phase. It closes
// the phase where no other is waited for.
func (st *step) closePhase() {
	if !st.mayAnswer() || outsideRole(st.s.Role) || st.guest() {
		st.home()
		return
	}
	_, first := GateAfter(st.gate(), gateSign)
	if first && !st.d.Sign("", st.author()) {
		st.review("")
		return
	}
	switch {
	case st.shut():
	case first:
		st.askSignature()
	default:
		st.signedAlready()
	}
}

// shut closes the present phase, if nothing is missing any more, and tells
// everybody.
func (st *step) shut() bool {
	from := st.d.Head().Phase
	next, ok := PhaseAfter(from, phaseClose)
	if !ok || !st.d.Close(next, st.author()) {
		return false
	}
	kind := noteClosed
	if outsideRole(st.s.Role) {
		kind = noteSigned
	}
	st.tellAll(Note{Kind: kind, From: st.s.Respondent, Text: from})
	st.tellStands()
	st.move(moveRest, Home)
	st.closedCard(st.word("closed", "phase", st.phaseTitle(from)))
	return true
}

// closedCard says that a phase is closed, and what comes next.
func (st *step) closedCard(title string, more ...Line) {
	lines := append([]Line{{Style: Heading, Text: title}}, more...)
	if st.d.Ended() {
		st.say(Card{Lines: append(lines, st.endLines()...), Buttons: st.endButtons()})
		return
	}
	phase, _ := st.script.Questionnaire.Phase(st.d.Head().Phase)
	lines = append(lines,
		Line{Style: Body, Text: st.word("closed.next", "phase", phase.Title.In(st.lang()))},
		Line{Style: Hint, Text: phase.Intro.In(st.lang())})
	st.say(Card{Lines: lines, Buttons: [][]Button{row(primary(st.word("goon"), bAnswer), quiet(st.word("later"), bLater))}})
}

// tellAll tells everybody else of the dossier, but for delegates: it is not
// asked of their stakeholder.
func (st *step) tellAll(n Note) {
	for _, person := range st.d.Head().People {
		if person.Delegate == "" {
			st.tellOther(person.Address, n)
		}
	}
}

// tellAccompanists tells those who accompany the enterprise.
func (st *step) tellAccompanists(n Note) {
	for _, person := range st.d.Head().People {
		if outsideRole(person.Role) {
			st.tellOther(person.Address, n)
		}
	}
}

// askSignature asks whoever accompanies for their signature.
func (st *step) askSignature() {
	st.tellAccompanists(Note{Kind: noteSign, From: st.s.Respondent, Text: st.d.Head().Phase})
	st.tellStands()
	st.move(moveRest, Home)
	st.s.Place, st.s.Asked = "", ""
	st.tell(st.word("sign.waits", "phase", st.phaseTitle(st.d.Head().Phase)), st.reviewHome())
}

func (st *step) reviewHome() []Button {
	return row(button(st.word("review"), bReview), quiet(st.word("home"), bHome))
}

// signedAlready says who has signed, and from when on nobody else is waited for.
func (st *step) signedAlready() {
	own := st.d.Signed(false)
	if own == nil {
		st.review("")
		return
	}
	st.tell(st.word("sign.already", "who", st.byWhom(own.By), "day", form.Day(own.At.In(st.ev.At.Location()), st.lang()),
		"until", form.Day(own.At.Add(form.SignPatience).In(st.ev.At.Location()), st.lang())), st.reviewHome())
}

// agree is the signature of whoever accompanies, with or without a reserve.
func (st *step) agree(reserve string) {
	if !outsideRole(st.s.Role) {
		st.home()
		return
	}
	if !st.maySign() {
		return
	}
	st.d.Sign(clip(reserve, form.MaxText), st.author())
	if !st.shut() {
		st.review("")
	}
}

// maySign tells whether there is something to sign for who accompanies;
// otherwise it says why not.
func (st *step) maySign() bool {
	switch gate, ok := GateAfter(st.gate(), gateAgree); {
	case !ok || gate != gateClosed:
		st.tell(st.word("sign.nothing", "enterprise", st.d.Head().Enterprise.Name), st.reviewHome())
	case len(st.d.Gaps()) > 0:
		st.review("")
	default:
		return true
	}
	return false
}

// pressedSign takes a press below the review of who accompanies.
func (st *step) pressedSign(arg string) {
	switch {
	case !outsideRole(st.s.Role) || !st.joined():
		st.home()
	case arg == "":
		st.agree("")
	case !st.maySign():
	case arg == signReserve:
		st.askRemark(asideReserve, st.word("sign.reserve.ask"))
	case arg == signBack:
		st.askRemark(asideSendBack, st.word("sign.back.ask"))
	}
}

func (st *step) askRemark(aside, ask string) {
	st.s.Asked = aside
	st.ask(Card{Input: LineInput, Lines: []Line{{Style: Heading, Text: ask}}, Buttons: [][]Button{st.reviewHome()}})
}

// sendBack gives the phase back to the enterprise, with a remark.
func (st *step) sendBack(remark string) {
	if !st.maySign() {
		return
	}
	phase := st.d.Head().Phase
	if _, ok := GateAfter(st.gate(), gateSendBack); !ok || !st.d.SendBack(clip(remark, form.MaxText), st.author()) {
		st.home()
		return
	}
	st.tellAll(Note{Kind: noteSentBack, Text: phase})
	st.tellStands()
	st.tell(st.word("sign.back.done", "enterprise", st.d.Head().Enterprise.Name, "phase", st.phaseTitle(phase)), row(quiet(st.word("home"), bHome)))
}

// tellLapsed says that the signature does not hold any more.
func (st *step) tellLapsed() {
	if st.d.Lapsed() {
		st.tell(st.word("sign.lapsed", "phase", st.phaseTitle(st.d.Head().Phase)))
	}
}

// toldSign shows what another conversation did at the gate.
func (st *step) toldSign(n *Note, from string) {
	phase := st.phaseTitle(n.Text)
	enterprise := st.d.Head().Enterprise.Name
	switch n.Kind {
	case noteSign:
		if st.d.Signed(false) == nil || st.d.Head().Phase != n.Text {
			return
		}
		st.tell(st.word("told.sign", "from", from, "enterprise", enterprise, "phase", phase),
			row(primary(st.word("sign.look"), bReview), quiet(st.word("home"), bHome)))
	case noteSigned:
		st.closedCard(st.word("told.signed", "phase", phase), st.signatures(n.Text)...)
	case noteSentBack:
		st.sayBack(st.word("told.sentback", "phase", phase), n.Text,
			row(primary(st.word("review"), bReview), button(st.word("change"), bChange), quiet(st.word("home"), bHome)))
	case noteReopened:
		st.sayBack(st.word("told.reopened", "from", from, "phase", phase), n.Text, st.goHome())
	}
}

// sayBack says that a phase went back, and why.
func (st *step) sayBack(say, phase string, next []Button) {
	st.say(Card{Lines: append([]Line{{Style: Body, Text: say}}, st.lastBack(phase)...), Buttons: [][]Button{next}})
}

// lastBack quotes why a phase last went back.
func (st *step) lastBack(phase string) []Line {
	backs := st.d.Head().Backs
	for i := len(backs) - 1; i >= 0; i-- {
		if backs[i].Phase == phase {
			return []Line{{Style: Own, Text: backs[i].Reason, Lang: backs[i].By.Lang}}
		}
	}
	return nil
}

// signatures says who signed a phase, with what reserve, and why it went back.
func (st *step) signatures(phase string) []Line {
	head := st.d.Head()
	var lines []Line
	for _, b := range head.Backs {
		if b.Phase != phase {
			continue
		}
		key := "sign.reopened"
		if b.Kind == form.RecordSendBack {
			key = "sign.sentback"
		}
		lines = append(lines, Line{Style: Hint, Lang: b.By.Lang, Text: "↩ " + st.word(key, "who", st.byWhom(b.By), "day", st.dayOf(b.At), "reason", b.Reason)})
	}
	for _, s := range st.signed(phase) {
		text := "✓ " + st.word("sign.by", "who", st.byWhom(s.By), "day", st.dayOf(s.At))
		if s.Reserve != "" {
			text = "✓ " + st.word("sign.with", "who", st.byWhom(s.By), "day", st.dayOf(s.At), "reserve", s.Reserve)
		}
		lines = append(lines, Line{Style: Hint, Text: text})
	}
	return lines
}

func (st *step) dayOf(t time.Time) string { return form.Day(t.In(st.ev.At.Location()), st.lang()) }

// signed are the signatures below a phase.
func (st *step) signed(phase string) []form.Sign {
	head := st.d.Head()
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

// readSignAside takes what was typed for a remark at the gate, and tells whether it was one.
func (st *step) readSignAside(aside, text string) bool {
	switch {
	case aside == asideReserve:
		st.agree(text)
	case aside == asideSendBack:
		st.sendBack(text)
	case strings.HasPrefix(aside, asideReopen):
		st.reopen(strings.TrimPrefix(aside, asideReopen), text)
	default:
		return false
	}
	return true
}

// closeLabel is what the button of the enterprise's signature says.
func (st *step) closeLabel(phase string) string {
	title := st.phaseTitle(phase)
	return "✓ " + st.closeOrSign(st.word("review.close", "phase", title), st.word("sign.sign", "phase", title))
}

// closeOrSign says what the enterprise's signature does: it closes the phase
// where nobody accompanies, and is one of two where somebody does.
func (st *step) closeOrSign(closes, signs string) string {
	if st.d.Accompanied() {
		return signs
	}
	return closes
}

// signButtons are those of who accompanies, below the review.
func (st *step) signButtons() [][]Button {
	if st.d.Signed(false) == nil || len(st.d.Gaps()) > 0 {
		return nil
	}
	return [][]Button{
		row(primary("✓ "+st.word("sign.agree"), bSign)),
		row(button(st.word("sign.reserve"), bSign+"~"+signReserve)),
		row(button("↩ "+st.word("sign.back"), bSign+"~"+signBack)),
	}
}
