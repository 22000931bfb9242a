package talk

import (
	"slices"
	"strconv"

	"visesbot/flows"
)

// Remember keeps the buttons of a card that asks for no answer of its own, so
// that their words, or their numbers, can be typed as well. A card that asks
// for an answer has no menu: what is typed below it is the answer.
func (t *Turn) Remember(c flows.Card) {
	if len(c.Buttons) == 0 {
		return
	}
	t.Session.Menu = nil
	menu := slices.Concat(c.Buttons...)
	if c.Input != flows.NoInput || slices.ContainsFunc(menu, func(b flows.Button) bool { return b.Kind == "choice" || b.Kind == "tick" }) {
		return
	}
	t.Session.Menu = menu
}

// GoHome is the row that leads on from anywhere; to the programme, for its members
// who belong to no dossier.
func (t *Turn) GoHome() []flows.Button {
	if t.Session.Dossier == "" && t.Session.Member != "" {
		return Row(Quiet(t.Word("programme"), flows.OfficePrefix+"front"))
	}
	return Row(Primary(t.Word("goon"), flows.Press(flows.VerbGo)), Quiet(t.Word("home"), flows.Press(flows.VerbHome)))
}

// Choice is a button that is one of the answers.
func Choice(label, data string) flows.Button {
	return flows.Button{Label: label, Data: data, Kind: "choice"}
}

// Say shows a card under a new id.
func (t *Turn) Say(c flows.Card) {
	t.Session.Cards++
	c.ID = "c" + strconv.Itoa(t.Session.Cards)
	c.Lang = t.Lang()
	t.Remember(c)
	t.Wishes = append(t.Wishes, flows.Wish{Say: &c})
}

// Ask shows a card that stays live: it may be replaced later.
func (t *Turn) Ask(c flows.Card) {
	t.Say(c)
	t.Session.Card = "c" + strconv.Itoa(t.Session.Cards)
}

// Replace shows a card in the place of the live one.
func (t *Turn) Replace(c flows.Card) {
	if t.Session.Card == "" {
		t.Ask(c)
		return
	}
	c.ID, c.Replace, c.Lang, c.Silent = t.Session.Card, true, t.Lang(), true
	t.Remember(c)
	t.Wishes = append(t.Wishes, flows.Wish{Say: &c})
}

// AnswerTo shows a card where the person is looking: in place after a press on
// the live card, anew after something typed.
func (t *Turn) AnswerTo(c flows.Card) {
	if t.Event.Kind == flows.Pressed {
		t.Replace(c)
		return
	}
	t.Ask(c)
}

// Tell shows a short card: one sentence and what can be done next.
func (t *Turn) Tell(text string, rows ...[]flows.Button) {
	t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: text}}, Buttons: rows})
}

// Row puts buttons beside each other.
func Row(b ...flows.Button) []flows.Button { return b }

// Button is a button of the usual kind.
func Button(label, data string) flows.Button { return flows.Button{Label: label, Data: data} }

// Quiet is a button that leads elsewhere: help, back, later.
func Quiet(label, data string) flows.Button {
	return flows.Button{Label: label, Data: data, Kind: "quiet"}
}

// Primary is the button that most people want.
func Primary(label, data string) flows.Button {
	return flows.Button{Label: label, Data: data, Kind: "primary"}
}
