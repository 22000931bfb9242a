package library

import (
	"cmp"
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// frameworks shows, to who asks for it, what other frameworks call the question
// on the table; without one, which frameworks there are.
func frameworks(t *talk.Turn) {
	if q := t.Asking(); q != nil && t.MayAnswer() {
		frameworksOf(t, q)
		return
	}
	listFrameworks(t)
}

// frameworksOf lists the codes that a question speaks of.
func frameworksOf(t *talk.Turn, q *form.Question) {
	lines := []flows.Line{{Style: flows.Heading, Text: q.Number + " · " + q.Short.In(t.Lang())}}
	for _, f := range t.Script.Frameworks {
		if codes := f.Of(q, poolHere(t)); len(codes) > 0 {
			lines = append(lines, flows.Line{Style: flows.Body, Text: f.Title.In(t.Lang())})
			lines = append(lines, codeLines(t, codes)...)
		}
	}
	if len(lines) == 1 {
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("frameworks.none")})
	}
	lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("frameworks.note")})
	t.AnswerTo(flows.Card{Lines: lines, Buttons: [][]flows.Button{talk.Row(talk.Quiet(t.Word("frameworks.title"), flows.Press(flows.VerbFrame))), wayBack(t)}})
}

// codeLines says what codes are called; of those that are only a code, where
// they are explained.
func codeLines(t *talk.Turn, codes []*flows.Code) []flows.Line {
	var lines []flows.Line
	for _, c := range codes {
		text := c.Code
		if label := c.Label.In(t.Lang()); label != "" {
			text = t.Pair(c.Code, label)
		}
		l := flows.Line{Style: flows.Bullet, Text: text}
		if c.Link != "" {
			l.Style, l.URL = flows.Link, c.Link
		}
		lines = append(lines, l)
	}
	return lines
}

// showFramework shows one framework: what it is, what it names, and which of
// our questions speak of it.
func showFramework(t *talk.Turn, id string) {
	at := slices.IndexFunc(t.Script.Frameworks, func(f *flows.Framework) bool { return f.ID == id })
	if at < 0 {
		listFrameworks(t)
		return
	}
	f := t.Script.Frameworks[at]
	lines := []flows.Line{{Style: flows.Heading, Text: f.Title.In(t.Lang())}, {Style: flows.Body, Text: f.About.In(t.Lang())}}
	for _, c := range f.Codes {
		if !c.About(poolHere(t)) {
			continue
		}
		l := codeLines(t, []*flows.Code{c})[0]
		l.Text += " · " + inShort(t, c.Questions)
		lines = append(lines, l)
	}
	if link := cmp.Or(t.Links[f.ID], f.Link); link != "" {
		lines = append(lines, flows.Line{Style: flows.Link, Text: t.Word("library.open"), URL: link})
	}
	lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("frameworks.note")})
	t.AnswerTo(flows.Card{Lines: lines, Buttons: [][]flows.Button{talk.Row(talk.Quiet(t.Word("frameworks.title"), flows.Press(flows.VerbFrame))), wayBack(t)}})
}

// listFrameworks lists all frameworks.
func listFrameworks(t *talk.Turn) {
	var rows [][]flows.Button
	for _, f := range t.Script.Frameworks {
		rows = append(rows, talk.Row(talk.Button(f.Title.In(t.Lang()), flows.Press(flows.VerbFrame, f.ID))))
	}
	t.AnswerTo(flows.Card{
		Lines:   []flows.Line{{Style: flows.Heading, Text: t.Word("frameworks.title")}, {Style: flows.Hint, Text: t.Word("frameworks.note")}},
		Buttons: append(rows, wayBack(t)),
	})
}

// poolHere is the pool of the enterprise, where it is known.
func poolHere(t *talk.Turn) string {
	if t.Dossier == nil || !t.Dossier.Exists() {
		return ""
	}
	return t.Dossier.Pool()
}

// HasFrameworks tells whether some framework names what a question asks.
func HasFrameworks(t *talk.Turn, q *form.Question) bool {
	return slices.ContainsFunc(t.Script.Frameworks, func(f *flows.Framework) bool { return len(f.Of(q, poolHere(t))) > 0 })
}
