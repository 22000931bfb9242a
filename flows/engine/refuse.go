package engine

import (
	"visesbot/flows"
	"visesbot/flows/entry"
	"visesbot/flows/talk"
)

// refuse says that whoever did something may not, and where to go on. The caller
// hears of it too.
func (e *Engine) refuse(t *talk.Turn, what string) {
	who := t.Party()
	t.Refused = flows.Refusal{What: what, Who: who.String()}
	switch who {
	case talk.Room:
		entry.Presume(t)
		entry.ToPrivate(t, t.Word("may.room"))
	case talk.Member:
		t.Tell(t.Word("may.member"), t.GoHome())
	case talk.Stranger:
		entry.Uninvited(t)
	case talk.Delegate:
		if entry.SettledIn(t) {
			t.Tell(t.Word("may.delegate"), t.GoHome())
		}
	default:
		if entry.SettledIn(t) {
			t.Tell(t.Word("may.other"), t.GoHome())
		}
	}
}
