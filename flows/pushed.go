package flows

import "strconv"

// pushed offers the module, or shows the message, that somebody is sent. It is
// begun when they want to: what is on the table stays there. One that comes at
// an hour at which nobody is written to unasked is kept until they may be.
func (st *step) pushed(n *Note) {
	if n.Fields[FieldPush] == "" || !st.keepPush(n) {
		st.pushedOffer(offerOf(n))
	}
}

func (st *step) pushedOffer(o Offer) {
	if o.Module == "" {
		st.pushedMessage(o)
		return
	}
	st.pushedModule(o)
}

// pushedMessage shows a message; without consent, modules are all that a person
// is sent.
func (st *step) pushedMessage(o Offer) {
	agreed := st.mayAnswer()
	if o.Push != "" && (!agreed || st.s.Away) {
		st.missPush(o.Push, !agreed)
	}
	if !agreed {
		return
	}
	st.say(Card{
		Push: o.Push,
		Lines: []Line{
			{Style: Heading, Text: st.word("pushed.title")},
			{Style: Body, Text: o.Say.In(st.lang())},
		},
		Buttons: [][]Button{st.goHome()},
	})
}

func offerOf(n *Note) Offer {
	return Offer{Module: n.Text, Push: n.Fields[FieldPush], Note: n.Fields[FieldNote], Lang: n.Fields[FieldLang], Say: n.Say}
}

func (st *step) pushedModule(o Offer) {
	m, push := st.script.module(o.Module), o.Push
	if push != "" && (m == nil || st.s.Away) {
		st.missPush(push, m == nil)
	}
	if m == nil {
		return
	}
	if push != "" {
		st.expectPush(m, push)
	}
	st.say(Card{Push: push, Lines: st.pushedLines(m, o), Buttons: [][]Button{
		row(primary(st.word("pushed.start", "minutes", strconv.Itoa(m.Minutes)), bLearn+"~"+m.ID)),
		row(quiet(st.word("home"), bHome)),
	}})
}

func (st *step) pushedLines(m *Module, o Offer) []Line {
	lines := []Line{
		{Style: Body, Text: st.word("pushed.module")},
		{Style: Heading, Text: m.ID + " · " + m.Title.In(st.lang())},
	}
	if goals := m.Goals.In(st.lang()); goals != "" {
		lines = append(lines, Line{Style: Body, Text: goals})
	}
	if o.Note != "" {
		lines = append(lines,
			Line{Style: Hint, Text: st.word("pushed.note")},
			Line{Style: Own, Text: o.Note, Lang: o.Lang})
	}
	return lines
}

// missPush lets the office know that this person is not shown what was pushed:
// they have blocked the bot, or it cannot be shown to them.
func (st *step) missPush(push string, refused bool) {
	cause := CauseBlocked
	if refused {
		cause = CauseUnknown
	}
	st.tellOffice(PushBox(push), NotePushMissed, map[string]string{"cause": cause})
}
