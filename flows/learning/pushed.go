package learning

import (
	"strconv"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// pushed offers the module, or shows the message, that somebody is sent. It is
// begun when they want to: what is on the table stays there. One that comes at
// an hour at which nobody is written to unasked is kept until they may be.
func pushed(t *talk.Turn, n *flows.Note) {
	if n.Fields[flows.FieldPush] == "" || !keepPush(t, n) {
		pushedOffer(t, offerOf(n))
	}
}

func pushedOffer(t *talk.Turn, o flows.Offer) {
	if o.Module == "" {
		pushedMessage(t, o)
		return
	}
	pushedModule(t, o)
}

// pushedMessage shows a message; without consent, modules are all that a person
// is sent.
func pushedMessage(t *talk.Turn, o flows.Offer) {
	agreed := t.MayAnswer()
	if o.Push != "" && (!agreed || t.Session.Away) {
		missPush(t, o.Push, !agreed)
	}
	if !agreed {
		return
	}
	t.Say(flows.Card{
		Push: o.Push,
		Lines: []flows.Line{
			{Style: flows.Heading, Text: t.Word("pushed.title")},
			{Style: flows.Body, Text: o.Say.In(t.Lang())},
		},
		Buttons: [][]flows.Button{t.GoHome()},
	})
}

func offerOf(n *flows.Note) flows.Offer {
	return flows.Offer{Module: n.Text, Push: n.Fields[flows.FieldPush], Note: n.Fields[flows.FieldNote], Lang: n.Fields[flows.FieldLang], Say: n.Say}
}

func pushedModule(t *talk.Turn, o flows.Offer) {
	m, push := t.Script.Module(o.Module), o.Push
	if push != "" && (m == nil || t.Session.Away) {
		missPush(t, push, m == nil)
	}
	if m == nil {
		return
	}
	if push != "" {
		expectPush(t, m, push)
	}
	t.Say(flows.Card{Push: push, Lines: pushedLines(t, m, o), Buttons: [][]flows.Button{
		talk.Row(talk.Primary(t.Word("pushed.start", "minutes", strconv.Itoa(m.Minutes)), flows.Press(flows.VerbLearn, m.ID))),
		talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))),
	}})
}

func pushedLines(t *talk.Turn, m *flows.Module, o flows.Offer) []flows.Line {
	lines := []flows.Line{
		{Style: flows.Body, Text: t.Word("pushed.module")},
		{Style: flows.Heading, Text: m.ID + " · " + m.Title.In(t.Lang())},
	}
	if goals := m.Goals.In(t.Lang()); goals != "" {
		lines = append(lines, flows.Line{Style: flows.Body, Text: goals})
	}
	if o.Note != "" {
		lines = append(lines,
			flows.Line{Style: flows.Hint, Text: t.Word("pushed.note")},
			flows.Line{Style: flows.Own, Text: o.Note, Lang: o.Lang})
	}
	return lines
}

// missPush lets the office know that this person is not shown what was pushed:
// they have blocked the bot, or it cannot be shown to them.
func missPush(t *talk.Turn, push string, refused bool) {
	cause := flows.CauseBlocked
	if refused {
		cause = flows.CauseUnknown
	}
	t.NotifyOffice(flows.PushBox(push), flows.NotePushMissed, map[string]string{"cause": cause})
}
