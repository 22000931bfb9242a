package flows

import (
	"time"

	"visesbot/flows/form"
)

// later lets the person say when to come back, or does it.
func (st *step) later(when string) {
	if !st.settledIn() {
		return
	}
	st.s.Asked = ""
	days := map[string]int{"1": 1, "3": 3, "7": 7}[when]
	if days == 0 {
		st.say(Card{
			Lines: []Line{{Style: Heading, Text: st.word("later.when")}, {Style: Hint, Text: st.word("later.kept")}},
			Buttons: [][]Button{
				row(button(st.word("later.1"), bLater+"~1"), button(st.word("later.3"), bLater+"~3"), button(st.word("later.7"), bLater+"~7")),
				row(quiet(st.word("goon"), bGo), quiet(st.word("home"), bHome)),
			},
		})
		st.move(movePause, Paused)
		return
	}
	st.move(movePause, Paused)
	st.promise(st.morning(st.ev.At.AddDate(0, 0, days)), "")
	st.tell(st.word("later.ok", "day", form.Day(st.s.Promised, st.lang())), row(quiet(st.word("goon"), bGo)))
}

// promise sets when to come back because the person asked for it, and to what.
func (st *step) promise(at time.Time, thing string) {
	st.s.Promised, st.s.Again = at, thing
}
