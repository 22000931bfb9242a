package flows

import (
	"cmp"
	"slices"

	"visesbot/flows/form"
)

// frameworks shows, to who asks for it, what other frameworks call the question
// on the table; without one, which frameworks there are.
func (st *step) frameworks() {
	if q := st.asking(); q != nil && st.mayAnswer() {
		st.frameworksOf(q)
		return
	}
	st.listFrameworks()
}

// frameworksOf lists the codes that a question speaks of.
func (st *step) frameworksOf(q *form.Question) {
	lines := []Line{{Style: Heading, Text: q.Number + " · " + q.Short.In(st.lang())}}
	for _, f := range st.script.Frameworks {
		if codes := f.of(q, st.poolHere()); len(codes) > 0 {
			lines = append(lines, Line{Style: Body, Text: f.Title.In(st.lang())})
			lines = append(lines, st.codeLines(codes)...)
		}
	}
	if len(lines) == 1 {
		lines = append(lines, Line{Style: Body, Text: st.word("frameworks.none")})
	}
	lines = append(lines, Line{Style: Hint, Text: st.word("frameworks.note")})
	st.answerTo(Card{Lines: lines, Buttons: [][]Button{row(quiet(st.word("frameworks.title"), bFrame)), st.wayBack()}})
}

// codeLines says what codes are called; of those that are only a code, where
// they are explained.
func (st *step) codeLines(codes []*Code) []Line {
	var lines []Line
	for _, c := range codes {
		text := c.Code
		if label := c.Label.In(st.lang()); label != "" {
			text = st.pair(c.Code, label)
		}
		l := Line{Style: Bullet, Text: text}
		if c.Link != "" {
			l.Style, l.URL = Link, c.Link
		}
		lines = append(lines, l)
	}
	return lines
}

// showFramework shows one framework: what it is, what it names, and which of
// our questions speak of it.
func (st *step) showFramework(id string) {
	at := slices.IndexFunc(st.script.Frameworks, func(f *Framework) bool { return f.ID == id })
	if at < 0 {
		st.listFrameworks()
		return
	}
	f := st.script.Frameworks[at]
	lines := []Line{{Style: Heading, Text: f.Title.In(st.lang())}, {Style: Body, Text: f.About.In(st.lang())}}
	for _, c := range f.Codes {
		if !c.about(st.poolHere()) {
			continue
		}
		l := st.codeLines([]*Code{c})[0]
		l.Text += " · " + st.inShort(c.Questions)
		lines = append(lines, l)
	}
	if link := cmp.Or(st.links[f.ID], f.Link); link != "" {
		lines = append(lines, Line{Style: Link, Text: st.word("library.open"), URL: link})
	}
	lines = append(lines, Line{Style: Hint, Text: st.word("frameworks.note")})
	st.answerTo(Card{Lines: lines, Buttons: [][]Button{row(quiet(st.word("frameworks.title"), bFrame)), st.wayBack()}})
}

// listFrameworks lists all frameworks.
func (st *step) listFrameworks() {
	var rows [][]Button
	for _, f := range st.script.Frameworks {
		rows = append(rows, row(button(f.Title.In(st.lang()), bFrame+"~"+f.ID)))
	}
	st.answerTo(Card{
		Lines:   []Line{{Style: Heading, Text: st.word("frameworks.title")}, {Style: Hint, Text: st.word("frameworks.note")}},
		Buttons: append(rows, st.wayBack()),
	})
}

// poolHere is the pool of the enterprise, where it is known.
func (st *step) poolHere() string {
	if st.d == nil || !st.d.Exists() {
		return ""
	}
	return st.d.Pool()
}

// hasFrameworks tells whether some framework names what a question asks.
func (st *step) hasFrameworks(q *form.Question) bool {
	return slices.ContainsFunc(st.script.Frameworks, func(f *Framework) bool { return len(f.of(q, st.poolHere())) > 0 })
}
