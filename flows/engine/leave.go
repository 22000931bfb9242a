package engine

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/question"
	"visesbot/flows/talk"
)

// gone tells whether the person of this talk takes no part any more, as the dossier
// has it now: nothing is done for them and nothing told to them but that, once they
// do something themselves. An invitation made since lets them in again.
func gone(t *talk.Turn) bool {
	if !hasLeft(t) {
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

func hasLeft(t *talk.Turn) bool {
	if t.Dossier == nil || t.Session.Person == "" {
		return false
	}
	p := t.Dossier.Person(t.Session.Person)
	return p != nil && !p.Left.IsZero()
}

// removed takes somebody out of the dossier: what waits for them goes to the
// respondent named, or back to who asked, and they are told, in one app.
func removed(t *talk.Turn, n *flows.Note) {
	if hasLeft(t) {
		return
	}
	question.HandAllOver(t, n.Fields["to"])
	t.Dossier.Leave(t.Session.Person)
	t.Tell(t.Word("parted", "enterprise", t.Dossier.Head().Enterprise.Name))
}

// part ends the talk of who has left in this very step; what they answered stays,
// and no reminder comes any more.
func part(t *talk.Turn) {
	if !hasLeft(t) {
		return
	}
	if !t.Session.Remind.IsZero() {
		t.Session.Remind = time.Time{}
		t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: flows.TimerRemind}})
	}
	t.Session = t.Session.Parted()
}
