package engine

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// timer does what a moment was waited for.
func timer(t *talk.Turn) {
	if !t.Joined() {
		return
	}
	switch t.Event.Timer {
	case flows.TimerRemind:
		t.Session.Remind = time.Time{}
		reminder.Remind(t)
	case flows.TimerSilence:
		t.Session.Watch = time.Time{}
		reminder.Escalate(t)
	case flows.TimerLetters:
		reminder.OpenLetters(t)
	}
}
