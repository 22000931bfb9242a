package engine

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/question"
	"visesbot/flows/talk"
)

// pressMenu takes what was typed for a press on the menu last shown.
func (e *Engine) pressMenu(t *talk.Turn) bool {
	at := meant(t, t.Session.Menu)
	if at < 0 {
		return false
	}
	e.press(t, t.Session.Menu[at].Data)
	return true
}

// meant finds the button that what was typed means; -1 if none.
func meant(t *talk.Turn, menu []flows.Button) int {
	if len(menu) == 0 {
		return -1
	}
	if yes, ok := parse.YesNo(t.Event.Text, t.Lang()); ok {
		return yesNoButton(menu, yes)
	}
	q := t.Asking()
	if q != nil && t.Session.Held == nil {
		return exactButton(menu, t.Event.Text, q.Type == form.Repeat || !leadsBack(menu))
	}
	if q != nil && talk.IsFigure(t.Event.Text) && question.InputOf(q) != flows.NoInput {
		return -1 // a new answer instead of the held one
	}
	return nearButton(t, menu)
}

// yesNoButton is the button that yes or no means below "is this right?".
func yesNoButton(menu []flows.Button, yes bool) int {
	word, _, _ := strings.Cut(menu[0].Data, "~")
	verb := flows.Verb(word)
	switch {
	case verb != flows.AtYes && verb != flows.AtReally:
		return -1
	case yes:
		return 0
	}
	return 1
}

// leadsBack tells whether a menu stands on the card of the question itself:
// a number typed below it is the answer.
func leadsBack(menu []flows.Button) bool {
	return slices.ContainsFunc(menu, func(b flows.Button) bool {
		return strings.HasPrefix(b.Data, string(flows.AtShow)+"~") && strings.HasSuffix(b.Data, "~"+flows.ArgHere)
	})
}

// exactButton finds the button of these very words, or of this number.
func exactButton(menu []flows.Button, text string, numbers bool) int {
	if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
		if numbers && n >= 1 && n <= len(menu) {
			return n - 1
		}
		return -1
	}
	return slices.IndexFunc(menu, func(b flows.Button) bool { return talk.SameWords(b.Label, text) })
}

// nearButton finds the button of these words, or of something like them.
func nearButton(t *talk.Turn, menu []flows.Button) int {
	var options []parse.Option
	for i, b := range menu {
		options = append(options, parse.Option{ID: "button" + strconv.Itoa(i), Label: talk.Bare(b.Label)})
	}
	ids, rest := parse.Choices(t.Event.Text, t.Lang(), options)
	if len(ids) != 1 || len(rest) > 0 {
		return -1
	}
	return slices.IndexFunc(options, func(o parse.Option) bool { return o.ID == ids[0] })
}
