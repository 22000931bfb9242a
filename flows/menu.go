package flows

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// remember keeps the buttons of a card that asks for no answer of its own, so
// that their words, or their numbers, can be typed as well. A card that asks
// for an answer has no menu: what is typed below it is the answer.
func (st *step) remember(c Card) {
	if len(c.Buttons) == 0 {
		return
	}
	st.s.Menu = nil
	menu := slices.Concat(c.Buttons...)
	if c.Input != NoInput || slices.ContainsFunc(menu, func(b Button) bool { return b.Kind == "choice" || b.Kind == "tick" }) {
		return
	}
	st.s.Menu = menu
}

// pressMenu takes what was typed for a press on the menu last shown.
func (st *step) pressMenu() bool {
	at := st.meant(st.s.Menu)
	if at < 0 {
		return false
	}
	st.ev.Press = st.s.Menu[at].Data
	st.pressed()
	return true
}

// meant finds the button that what was typed means; -1 if none.
func (st *step) meant(menu []Button) int {
	if len(menu) == 0 {
		return -1
	}
	if yes, ok := parse.YesNo(st.ev.Text, st.lang()); ok {
		return yesNoButton(menu, yes)
	}
	q := st.asking()
	if q != nil && st.s.Held == nil {
		return exactButton(menu, st.ev.Text, q.Type == form.Repeat || !leadsBack(menu))
	}
	if q != nil && isFigure(st.ev.Text) && inputOf(q) != NoInput {
		return -1 // a new answer instead of the held one
	}
	return st.nearButton(menu)
}

// yesNoButton is the button that yes or no means below "is this right?".
func yesNoButton(menu []Button, yes bool) int {
	verb, _, _ := strings.Cut(menu[0].Data, "~")
	switch {
	case verb != vYes && verb != vReally:
		return -1
	case yes:
		return 0
	}
	return 1
}

// leadsBack tells whether a menu stands on the card of the question itself:
// a number typed below it is the answer.
func leadsBack(menu []Button) bool {
	return slices.ContainsFunc(menu, func(b Button) bool {
		return strings.HasPrefix(b.Data, vShow+"~") && strings.HasSuffix(b.Data, "~"+here)
	})
}

// exactButton finds the button of these very words, or of this number.
func exactButton(menu []Button, text string, numbers bool) int {
	if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
		if numbers && n >= 1 && n <= len(menu) {
			return n - 1
		}
		return -1
	}
	return slices.IndexFunc(menu, func(b Button) bool { return sameWords(b.Label, text) })
}

// nearButton finds the button of these words, or of something like them.
func (st *step) nearButton(menu []Button) int {
	var options []parse.Option
	for i, b := range menu {
		options = append(options, parse.Option{ID: "button" + strconv.Itoa(i), Label: bare(b.Label)})
	}
	ids, rest := parse.Choices(st.ev.Text, st.lang(), options)
	if len(ids) != 1 || len(rest) > 0 {
		return -1
	}
	return slices.IndexFunc(options, func(o parse.Option) bool { return o.ID == ids[0] })
}

// bare is a label without the signs around its words.
func bare(label string) string {
	return strings.TrimFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

func sameWords(a, b string) bool { return bare(b) != "" && strings.EqualFold(bare(a), bare(b)) }

func isFigure(text string) bool {
	_, err := strconv.Atoi(strings.TrimSpace(text))
	return err == nil
}
