package flows

import (
	"slices"
	"strings"

	"visesbot/flows/form"
)

// What people think of a question or a module changes the instrument: it is
// kept with the version that they saw.

// askComment asks what somebody thinks of the question on the table.
func (st *step) askComment(p form.Place, verdict string) {
	q, _ := st.script.Questionnaire.Question(p.Question())
	if st.judged(form.Feedback{On: q.ID, Version: q.Version}, verdict) {
		return
	}
	st.s.Asked = asideComment
	back := row(quiet(st.word("back"), data(vShow, p, here)))
	st.answerTo(st.commentCard(func(verdict string) string { return data(vComment, p, verdict) }, back))
}

// commentModule asks what somebody thinks of a module.
func (st *step) commentModule(arg string) {
	id, verdict, _ := strings.Cut(arg, "~")
	m := st.script.module(id)
	switch {
	case m == nil:
		st.home()
	case !st.mayAnswer():
		st.consentFirst()
	case st.judged(form.Feedback{On: m.ID, Version: m.Version}, verdict):
	default:
		st.s.Asked = asideCommentOn + m.ID
		c := st.commentCard(func(verdict string) string { return bComment + "~" + m.ID + "~" + verdict }, st.goHome())
		c.Lines = append([]Line{{Style: Body, Text: m.ID + " · " + m.Title.In(st.lang())}}, c.Lines...)
		st.answerTo(c)
	}
}

func (st *step) commentCard(press func(verdict string) string, back []Button) Card {
	return Card{
		Input: LongInput,
		Lines: []Line{{Style: Heading, Text: st.word("comment.ask")}},
		Buttons: [][]Button{
			row(button(st.word("comment.clear"), press("clear")), button(st.word("comment.unclear"), press("unclear"))),
			row(button(st.word("comment.irrelevant"), press("irrelevant"))),
			row(button(st.word("comment.wording"), press("wording"))),
			back,
		},
	}
}

// judged keeps a verdict, and lets more be said about it; false when it is none.
func (st *step) judged(f form.Feedback, verdict string) bool {
	if !slices.Contains(form.Verdicts(), verdict) {
		return false
	}
	f.Verdict = verdict
	st.keepComment(f)
	st.s.Asked = asideCommentOn + f.On
	back := st.goHome()
	if q := st.asking(); q != nil && q.ID == f.On {
		st.s.Asked = asideComment
		back = row(quiet(st.word("back"), data(vShow, st.s.Place, here)))
	}
	st.answerTo(Card{Input: LongInput, Lines: []Line{{Style: Heading, Text: st.word("comment.more")}}, Buttons: [][]Button{back}})
	return true
}

func (st *step) keepComment(f form.Feedback) {
	f.Content = st.script.Version
	st.d.Comment(f, st.author())
}

// readComment keeps what was typed about a question, or about a module.
func (st *step) readComment(on, text string) {
	text = clip(text, form.MaxLongText)
	if m := st.script.module(on); m != nil {
		st.keepComment(form.Feedback{On: m.ID, Version: m.Version, Text: text})
		st.tell(st.word("comment.thanks"), st.goHome())
		return
	}
	if q := st.asking(); q != nil {
		st.keepComment(form.Feedback{On: q.ID, Version: q.Version, Text: text})
		st.tell(st.word("comment.thanks"))
		st.askPlace(st.s.Place)
		return
	}
	st.home()
}
