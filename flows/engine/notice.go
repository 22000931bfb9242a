package engine

import (
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// notice shows what another conversation, or the office, had to tell. It never
// takes the question on the table away.
func (e *Engine) notice(t *talk.Turn) {
	n := t.Event.Note
	if n == nil {
		return
	}
	route, ok := e.routes.Notes[n.Kind]
	if !ok || !route.Open && !t.Joined() {
		return
	}
	if !route.Open && !route.Quiet && reminder.MayWait(n) && !t.MayWrite() {
		reminder.KeepLetter(t, *n)
		return
	}
	if route.Open || route.Quiet {
		route.Do(t, n)
		return
	}
	menu := t.Session.Menu
	route.Do(t, n)
	t.Session.Menu = menu
}
