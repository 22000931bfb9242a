package flows

import (
	"slices"
	"time"

	"visesbot/flows/workday"
)

// timerPushed is when what was pushed at a quiet hour is shown.
const timerPushed = "pushed"

// maxPushes is how many wait for the morning; the oldest go first.
const maxPushes = 10

// keepPush keeps what was pushed until this person may be written to; false
// when that is now.
func (st *step) keepPush(n *Note) bool {
	at := st.unasked()
	if at.Equal(st.ev.At) {
		return false
	}
	all := append(slices.Clone(st.s.Pushes), offerOf(n))
	st.s.Pushes = all[max(0, len(all)-maxPushes):]
	st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: timerPushed, At: at}})
	return true
}

// showPushes shows what was kept.
func (st *step) showPushes() {
	if !st.joined() || len(st.s.Pushes) == 0 {
		return
	}
	if at := st.unasked(); !at.Equal(st.ev.At) { // it comes late: moved, not dropped
		st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: timerPushed, At: at}})
		return
	}
	kept := st.s.Pushes
	st.s.Pushes = nil
	menu := st.s.Menu
	for _, o := range kept {
		st.pushedModule(o)
	}
	st.s.Menu = menu
}

// unasked is the first moment from now at which this person may be written to
// of the bot's own accord.
func (st *step) unasked() time.Time {
	return workday.Next(st.ev.At, workday.Rhythm{}, st.d.Head().Enterprise.Country)
}
