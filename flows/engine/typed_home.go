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
func (e *Engine) typedHome(t *talk.Turn) {
	yes, ok := parse.YesNo(t.Event.Text, t.Lang())
	switch {
	case ok && yes:
		question.GoOn(t)
	case ok:
		reminder.Later(t, "")
	case !talk.IsFigure(t.Event.Text) && (e.pressWords(t) || library.NamedTerm(t, t.Event.Text)):
	default:
		t.KeepDraft()
		t.Tell(t.Word("lost"))
		cycle.Home(t)
	}
}

// pressWords takes the words of a button of the menu for a press on it.
func (e *Engine) pressWords(t *talk.Turn) bool {
	menu := slices.Concat(cycle.HomeButtons(t)...)
	at := nearButton(t, menu)
	if at < 0 {
		return false
	}
	e.press(t, menu[at].Data)
	return true
}
