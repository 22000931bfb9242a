package flows

import "strconv"

// pushed offers the module, or shows the message, that somebody is sent. It is
// begun when they want to: what is on the table stays there.
func (st *step) pushed(n *Note) {
	if n.Text == "" {
		st.say(Card{
			Lines: []Line{
				{Style: Heading, Text: st.word("pushed.title")},
				{Style: Body, Text: n.Say.In(st.lang())},
			},
			Buttons: [][]Button{st.goHome()},
		})
		return
	}
	m := st.script.module(n.Text)
	if m == nil {
		return
	}
	lines := []Line{
		{Style: Body, Text: st.word("pushed.module")},
		{Style: Heading, Text: m.ID + " · " + m.Title.In(st.lang())},
	}
	if goals := m.Goals.In(st.lang()); goals != "" {
		lines = append(lines, Line{Style: Body, Text: goals})
	}
	st.say(Card{Lines: lines, Buttons: [][]Button{
		row(primary(st.word("pushed.start", "minutes", strconv.Itoa(m.Minutes)), bLearn+"~"+m.ID)),
		row(quiet(st.word("home"), bHome)),
	}})
}
