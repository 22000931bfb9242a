package question

import (
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// askReason asks why a question does not apply.
func askReason(t *talk.Turn, _ *form.Question, p form.Place, _ string) {
	t.Expect(flows.Expects{Kind: flows.ExpectReason})
	t.AnswerTo(flows.Card{
		Input: flows.LineInput, Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("notapp.ask")}},
		Buttons: [][]flows.Button{talk.Row(talk.Quiet(t.Word("back"), flows.PressAt(flows.AtShow, p, flows.ArgHere)))},
	})
}

func moreWays(t *talk.Turn, q *form.Question, _ form.Place, _ string) { offerWays(t, q, "") }

func askAgain(t *talk.Turn, _ *form.Question, p form.Place, _ string) { AskPlace(t, p) }

// offerWays shows every way on from a question: nobody is ever stuck.
func offerWays(t *talk.Turn, q *form.Question, because string) {
	p := t.Session.Place
	lines := []flows.Line{{Style: flows.Heading, Text: t.ShortText(q, p)}}
	if because != "" {
		lines = append([]flows.Line{{Style: flows.Body, Text: because}}, lines...)
	}
	if ex := example(t, q); ex != "" {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("example", "example", ex)})
	}
	var rows [][]flows.Button
	if because != "" {
		rows = answerButtons(t, q, p)
	}
	rows = append(rows,
		talk.Row(talk.Button("? "+t.Word("why"), flows.PressAt(flows.AtWhy, p, ""))),
		talk.Row(talk.Button(t.Word("unknown"), flows.PressAt(flows.AtUnknown, p, ""))),
		talk.Row(talk.Button(t.Word("notapp"), flows.PressAt(flows.AtNotApp, p, ""))))
	if delegatedToMe(t, p) != nil {
		rows = append(rows, talk.Row(talk.Button(t.Word("other.cannot"), flows.PressAt(flows.AtReturn, p, ""))))
	}
	if mayHand(q) {
		rows = append(rows, talk.Row(talk.Button(t.Word("other"), flows.PressAt(flows.AtOther, p, ""))))
	}
	if accompanied(t) {
		rows = append(rows, talk.Row(flows.Button{Label: t.Word("needhelp"), Data: flows.NeedHelp(p), Kind: "form"}))
	}
	rows = append(rows,
		talk.Row(talk.Button(t.Word("comment"), flows.PressAt(flows.AtComment, p, ""))))
	if t.MayShare(q, p) {
		rows = append(rows, talk.Row(talk.Button(t.Word("peer.share"), flows.Press(flows.VerbPeer, "share", string(p)))))
	}
	rows = append(rows,
		talk.Row(talk.Quiet("‹ "+t.Word("back.question"), flows.PressAt(flows.AtShow, p, flows.ArgHere)), talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater))),
		talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
	t.AnswerTo(flows.Card{Lines: lines, Buttons: rows})
}

// accompanied tells whether somebody would hear a call for help: who accompanies
// the enterprise has come in, or the programme knows who does. Whoever accompanies
// it calls nobody.
func accompanied(t *talk.Turn) bool {
	if flows.OutsideRole(t.Session.Role) || !t.Joined() {
		return false
	}
	there := func(p form.Person) bool { return flows.OutsideRole(p.Role) }
	return t.Session.Member != "" || slices.ContainsFunc(t.Dossier.Head().People, there)
}

// why tells the purpose of a question and explains its words.
func why(t *talk.Turn, q *form.Question, p form.Place) {
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("why")}, {Style: flows.Body, Text: q.Why.In(t.Lang())}}
	var rows [][]flows.Button
	for _, id := range t.Script.WordsOf(q) {
		if term := t.Script.Terms[id]; term != nil {
			rows = append(rows, t.TermButton(id))
		}
	}
	rows = append(rows, t.ReadMore(q.Read)...)
	if t.Ways.HasFrameworks(t, q) {
		rows = append(rows, talk.Row(talk.Quiet(t.Word("frameworks.title"), flows.PressAt(flows.AtFrames, p, ""))))
	}
	rows = append(rows, talk.Row(talk.Primary("‹ "+t.Word("back.question"), flows.PressAt(flows.AtShow, p, flows.ArgHere))))
	t.AnswerTo(flows.Card{Lines: lines, Buttons: rows})
}

// rename gives an entry other words.
func rename(t *talk.Turn, q *form.Question, id, text string) {
	label := strings.Join(strings.Fields(text), " ")
	if len([]rune(label)) > form.MaxLabel {
		again(t, q, t.Word("refused."+form.TooLong, "n", "200"))
		return
	}
	t.Dossier.Rename(t.Session.Place.Path().Join(id), label, t.Author())
	AskPlace(t, t.Session.Place)
}
