package flows

import (
	"strings"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// The asides: what the next typed text is for, when it is not the answer.
const (
	asideNotApp  = "reason"
	asideComment = "comment"
	asideRename  = "rename:"
	asideReopen  = "reopen:"

	asideCommentOn = "comment:" // and the module
	asideInvite    = "invite:"  // and perhaps the stakeholder
	asideReserve   = "reserve"
	asideSendBack  = "send back"

	asidePark  = "park:" // and the meeting
	asideAsk   = "ask the group"
	asideCard  = "card:"  // and the event, and the kind of card
	asideReply = "reply:" // and the question of the group
)

// pressedAside is everything about a question that does not answer it.
func (st *step) pressedAside(verb string, q *form.Question, p form.Place, arg string) {
	back := row(quiet(st.word("back"), data(vShow, p, here)))
	switch verb {
	case vMore:
		st.offerWays(q, "")
	case vWhy:
		st.why(q, p)
	case vTerm:
		st.showTerm(arg)
	case vFrames:
		st.frameworksOf(q)
	case vNotApp:
		st.s.Asked = asideNotApp
		st.answerTo(Card{Input: LineInput, Lines: []Line{{Style: Heading, Text: st.word("notapp.ask")}}, Buttons: [][]Button{back}})
	case vComment:
		st.askComment(p, arg)
	case vOther:
		st.other(q, p, arg)
	default:
		st.askPlace(p)
	}
}

// offerWays shows every way on from a question: nobody is ever stuck.
func (st *step) offerWays(q *form.Question, because string) {
	p := st.s.Place
	lines := []Line{{Style: Heading, Text: st.shortText(q, p)}}
	if because != "" {
		lines = append([]Line{{Style: Body, Text: because}}, lines...)
	}
	if ex := st.example(q); ex != "" {
		lines = append(lines, Line{Style: Hint, Text: st.word("example", "example", ex)})
	}
	var rows [][]Button
	if because != "" {
		rows = st.answerButtons(q, p)
	}
	rows = append(rows,
		row(button("? "+st.word("why"), data(vWhy, p, ""))),
		row(button(st.word("unknown"), data(vUnknown, p, ""))),
		row(button(st.word("notapp"), data(vNotApp, p, ""))))
	if st.handedToMe(p) != nil {
		rows = append(rows, row(button(st.word("other.cannot"), data(vReturn, p, ""))))
	}
	if mayHand(q) {
		rows = append(rows, row(button(st.word("other"), data(vOther, p, ""))))
	}
	if st.accompanied() {
		rows = append(rows, row(Button{Label: st.word("needhelp"), Data: NeedHelp(p), Kind: "form"}))
	}
	rows = append(rows,
		row(button(st.word("comment"), data(vComment, p, ""))))
	if st.mayShare(q, p) {
		rows = append(rows, row(button(st.word("peer.share"), bPeer+"~share~"+string(p))))
	}
	rows = append(rows,
		row(quiet("‹ "+st.word("back.question"), data(vShow, p, here)), quiet(st.word("later"), bLater)),
		row(quiet(st.word("home"), bHome)))
	st.answerTo(Card{Lines: lines, Buttons: rows})
}

// why tells the purpose of a question and explains its words.
func (st *step) why(q *form.Question, p form.Place) {
	lines := []Line{{Style: Heading, Text: st.word("why")}, {Style: Body, Text: q.Why.In(st.lang())}}
	var rows [][]Button
	for _, id := range st.script.wordsOf(q) {
		if t := st.script.Terms[id]; t != nil {
			rows = append(rows, st.termButton(id))
		}
	}
	rows = append(rows, st.readMore(q.Read)...)
	if st.hasFrameworks(q) {
		rows = append(rows, row(quiet(st.word("frameworks.title"), data(vFrames, p, ""))))
	}
	rows = append(rows, row(primary("‹ "+st.word("back.question"), data(vShow, p, here))))
	st.answerTo(Card{Lines: lines, Buttons: rows})
}

// readAside takes typed text for what was asked beside the question.
func (st *step) readAside() {
	text, _ := parse.Clean(strings.TrimSpace(st.ev.Text))
	aside := st.s.Asked
	if text == "" {
		st.ask(Card{Input: LineInput, Lines: []Line{{Style: Body, Text: st.word("again")}}, Buttons: [][]Button{st.goHome()}})
		return
	}
	st.s.Asked = ""
	q := st.asking()
	switch {
	case st.readSignAside(aside, text) || st.readDayAside(aside) || st.readTogether(aside, text):
	case strings.HasPrefix(aside, asideInvite):
		st.inviteNamed(strings.TrimPrefix(aside, asideInvite), text)
	case aside == asideComment || strings.HasPrefix(aside, asideCommentOn):
		st.readComment(strings.TrimPrefix(aside, asideCommentOn), text)
	case q == nil:
		st.home()
	case aside == asideNotApp:
		st.record(form.Answer{Place: st.s.Place, State: form.NotApplicable, Reason: clip(text, form.MaxText), Author: st.author()})
		st.settled(q, st.s.Place)
	case strings.HasPrefix(aside, asideRename):
		st.rename(q, strings.TrimPrefix(aside, asideRename), text)
	default:
		st.readAnswer()
	}
}

func (st *step) rename(q *form.Question, id, text string) {
	label := strings.Join(strings.Fields(text), " ")
	if len([]rune(label)) > form.MaxLabel {
		st.again(q, st.word("refused."+form.TooLong, "n", "200"))
		return
	}
	st.d.Rename(st.s.Place.Path().Join(id), label, st.author())
	st.askPlace(st.s.Place)
}
