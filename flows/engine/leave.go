package engine

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// gone tells whether the person of this talk takes no part any more, as the dossier
// has it now: nothing is done for them and nothing told to them but that, once they
// do something themselves. An invitation made since lets them in again.
func gone(t *talk.Turn) bool {
	if !t.HasLeft() {
		return false
	}
	switch t.Event.Kind {
	case flows.Said, flows.Pressed, flows.Started, flows.Edited, flows.Deleted, flows.Missed:
	default:
		return true
	}
	since, enterprise := t.Dossier.Person(t.Session.Person).Left, t.Dossier.Head().Enterprise.Name
	t.Session = t.Session.Parted()
	if in := t.Event.Invite; in != nil && in.Refused == "" && in.Made.After(since) {
		return false
	}
	t.Tell(t.Word("parted", "enterprise", enterprise))
	return true
}

// part ends the talk of who has left in this very step; what they answered stays,
// and no reminder comes any more.
func part(t *talk.Turn) {
	if !t.HasLeft() {
		return
	}
	if !t.Session.Remind.IsZero() {
		t.Session.Remind = time.Time{}
		t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: flows.TimerRemind}})
	}
	t.Session = t.Session.Parted()
}
