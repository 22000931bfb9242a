package flows

import (
	"slices"

	"visesbot/flows/parse"
)

// saidHome understands what is typed while no question is on the table: yes to
// "shall we go on?", the words of a button, or else it is kept.
func (st *step) saidHome() {
	yes, ok := parse.YesNo(st.ev.Text, st.lang())
	switch {
	case ok && yes:
		st.goOn()
	case ok:
		st.later("")
	case st.pressWords():
	default:
		st.keepDraft()
		st.tell(st.word("lost"))
		st.home()
	}
}

// pressWords takes the words of a button of the menu for a press on it.
func (st *step) pressWords() bool {
	var options []parse.Option
	for _, b := range slices.Concat(st.homeButtons()...) {
		options = append(options, parse.Option{ID: b.Data, Label: b.Label})
	}
	ids, rest := parse.Choices(st.ev.Text, st.lang(), options)
	if len(ids) != 1 || len(rest) > 0 {
		return false
	}
	st.ev.Press = ids[0]
	st.pressed()
	return true
}
