package engine

import (
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// pressedCommand carries out a command that was pressed instead of typed.
func (e *Engine) pressedCommand(t *talk.Turn, id string) {
	if c := t.Script.Commands.Entry(parse.Command(id)); c != nil {
		e.obey(t, c.ID, "")
		return
	}
	t.Ways.Home(t)
}
