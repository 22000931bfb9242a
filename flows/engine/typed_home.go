package engine

import (
	"slices"

	"visesbot/flows/cycle"
	"visesbot/flows/library"
	"visesbot/flows/parse"
	"visesbot/flows/question"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// typedHome understands what is typed while no question is on the table: yes to
// "shall we go on?", the words of a button, or else it is kept.
func typedHome(t *talk.Turn) {
	yes, ok := parse.YesNo(t.Event.Text, t.Lang())
	switch {
	case ok && yes:
		question.GoOn(t)
	case ok:
		reminder.Later(t, "")
	case !talk.IsFigure(t.Event.Text) && (pressWords(t) || namedTerm(t)):
	default:
		t.KeepDraft()
		t.Tell(t.Word("lost"))
		cycle.Home(t)
	}
}

// pressWords takes the words of a button of the menu for a press on it.
func pressWords(t *talk.Turn) bool {
	menu := slices.Concat(cycle.HomeButtons(t)...)
	at := nearButton(t, menu)
	if at < 0 {
		return false
	}
	t.Event.Press = menu[at].Data
	Pressed(t)
	return true
}

// namedTerm explains a word of the vocabulary that was typed by itself.
func namedTerm(t *talk.Turn) bool {
	found := library.SearchTerms(t, t.Event.Text)
	if len(found) == 0 || !found[0].Exact || len(found) > 1 && found[1].Exact {
		return false
	}
	library.ShowTerm(t, found[0].ID, library.IdsOf(found[1:])...)
	return true
}
