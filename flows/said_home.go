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
	case !isFigure(st.ev.Text) && (st.pressWords() || st.namedTerm()):
	default:
		st.keepDraft()
		st.tell(st.word("lost"))
		st.home()
	}
}

// pressWords takes the words of a button of the menu for a press on it.
func (st *step) pressWords() bool {
	menu := slices.Concat(st.homeButtons()...)
	at := st.nearButton(menu)
	if at < 0 {
		return false
	}
	st.ev.Press = menu[at].Data
	st.pressed()
	return true
}

// namedTerm explains a word of the vocabulary that was typed by itself.
func (st *step) namedTerm() bool {
	found := st.searchTerms(st.ev.Text)
	if len(found) == 0 || !found[0].Exact || len(found) > 1 && found[1].Exact {
		return false
	}
	st.showTerm(found[0].ID, idsOf(found[1:])...)
	return true
}
