package flows

import "slices"

// timerPushed is when what was pushed at a quiet hour is shown.
const timerPushed = "pushed"

// maxPushes is how many wait for the morning; the oldest go first.
const maxPushes = 10

// keepPush keeps what was pushed until this person may be written to; false
// when that is now.
func (st *step) keepPush(n *Note) bool {
	at := st.spoken(st.ev.At)
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
	if at := st.spoken(st.ev.At); !at.Equal(st.ev.At) { // it comes late: moved, not dropped
		st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: timerPushed, At: at}})
		return
	}
	kept := st.s.Pushes
	st.s.Pushes = nil
	menu := st.s.Menu
	for _, o := range kept {
		st.pushedOffer(o)
	}
	st.s.Menu = menu
}
