package learning

import (
	"slices"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// maxPushes is how many wait for the morning; the oldest go first.
const maxPushes = 10

// keepPush keeps what was pushed until this person may be written to; false
// when that is now.
func keepPush(t *talk.Turn, n *flows.Note) bool {
	at := t.OutsideQuietHours(t.Event.At)
	if at.Equal(t.Event.At) {
		return false
	}
	all := append(slices.Clone(t.Session.Pushes), offerOf(n))
	t.Session.Pushes = all[max(0, len(all)-maxPushes):]
	t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: flows.TimerPushed, At: at}})
	return true
}

// showPushes shows what was kept.
func showPushes(t *talk.Turn) {
	if !t.Joined() || len(t.Session.Pushes) == 0 {
		return
	}
	if at := t.OutsideQuietHours(t.Event.At); !at.Equal(t.Event.At) { // it comes late: moved, not dropped
		t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: flows.TimerPushed, At: at}})
		return
	}
	kept := t.Session.Pushes
	t.Session.Pushes = nil
	menu := t.Session.Menu
	for _, o := range kept {
		pushedOffer(t, o)
	}
	t.Session.Menu = menu
}
