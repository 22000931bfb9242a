package question

import (
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// What people think of a question or a module changes the instrument: it is
// kept with the version that they saw.

// askComment asks what somebody thinks of the question on the table.
func askComment(t *talk.Turn, q *form.Question, p form.Place, verdict string) {
	if judged(t, form.Feedback{On: q.ID, Version: q.Version}, verdict) {
		return
	}
	t.Expect(flows.Expects{Kind: flows.ExpectComment})
	back := talk.Row(talk.Quiet(t.Word("back"), flows.PressAt(flows.AtShow, p, flows.ArgHere)))
	t.AnswerTo(commentCard(t, func(verdict string) string { return flows.PressAt(flows.AtComment, p, verdict) }, back))
}

// commentModule asks what somebody thinks of a module.
func commentModule(t *talk.Turn, arg string) {
	id, verdict, _ := strings.Cut(arg, "~")
	m := t.Script.Module(id)
	switch {
	case m == nil:
		t.Ways.Home(t)
	case !t.MayAnswer():
		t.Ways.ConsentFirst(t)
	case judged(t, form.Feedback{On: m.ID, Version: m.Version}, verdict):
	default:
		t.Expect(flows.Expects{Kind: flows.ExpectOn, Arg: m.ID})
		c := commentCard(t, func(verdict string) string { return flows.Press(flows.VerbComment, m.ID, verdict) }, t.GoHome())
		c.Lines = append([]flows.Line{{Style: flows.Body, Text: m.ID + " · " + m.Title.In(t.Lang())}}, c.Lines...)
		t.AnswerTo(c)
	}
}

func commentCard(t *talk.Turn, press func(verdict string) string, back []flows.Button) flows.Card {
	return flows.Card{
		Input: flows.LongInput,
		Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("comment.ask")}},
		Buttons: [][]flows.Button{
			talk.Row(talk.Button(t.Word("comment.clear"), press("clear")), talk.Button(t.Word("comment.unclear"), press("unclear"))),
			talk.Row(talk.Button(t.Word("comment.irrelevant"), press("irrelevant"))),
			talk.Row(talk.Button(t.Word("comment.wording"), press("wording"))),
			back,
		},
	}
}

// judged keeps a verdict, and lets more be said about it; false when it is none.
func judged(t *talk.Turn, f form.Feedback, verdict string) bool {
	if !slices.Contains(form.Verdicts(), verdict) {
		return false
	}
	f.Verdict = verdict
	keepComment(t, f)
	t.Expect(flows.Expects{Kind: flows.ExpectOn, Arg: f.On})
	back := t.GoHome()
	if q := t.Asking(); q != nil && q.ID == f.On {
		t.Expect(flows.Expects{Kind: flows.ExpectComment})
		back = talk.Row(talk.Quiet(t.Word("back"), flows.PressAt(flows.AtShow, t.Session.Place, flows.ArgHere)))
	}
	t.AnswerTo(flows.Card{Input: flows.LongInput, Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("comment.more")}}, Buttons: [][]flows.Button{back}})
	return true
}

func keepComment(t *talk.Turn, f form.Feedback) {
	f.Content = t.Script.Version
	t.Dossier.Comment(f, t.Author())
}

// readComment keeps what was typed about a question, or about a module.
func readComment(t *talk.Turn, on, text string) {
	text = talk.Clip(text, form.MaxLongText)
	if m := t.Script.Module(on); m != nil {
		keepComment(t, form.Feedback{On: m.ID, Version: m.Version, Text: text})
		t.Tell(t.Word("comment.thanks"), t.GoHome())
		return
	}
	if q := t.Asking(); q != nil {
		keepComment(t, form.Feedback{On: q.ID, Version: q.Version, Text: text})
		t.Tell(t.Word("comment.thanks"))
		AskPlace(t, t.Session.Place)
		return
	}
	t.Ways.Home(t)
}
