package flows

import "strconv"

// After how many questions a person is asked whether to go on: short sessions
// for everybody, longer ones for who prefers them.
const (
	breath     = 3
	longBreath = 8
)

// stride is how many questions in a row this person has chosen.
func (st *step) stride() int {
	if st.s.Stride == longBreath {
		return longBreath
	}
	return breath
}

// needsRest tells whether it is time to ask; near the end it is not.
func (st *step) needsRest() bool {
	return st.s.Since >= st.stride() && st.left().Questions >= breath
}

// rest lets the person stop after a few questions, or choose how many it shall
// be in a row from now on.
func (st *step) rest() {
	st.move(moveRest, Home)
	done := st.s.Since
	st.s.Since, st.s.Asked = 0, ""
	n, other := st.left(), longBreath
	if st.stride() == longBreath {
		other = breath
	}
	st.say(Card{
		Lines: []Line{{Style: Body, Text: st.word("rest", "done", strconv.Itoa(done), "n", strconv.Itoa(n.Questions), "minutes", strconv.Itoa(n.Minutes()))}},
		Buttons: [][]Button{
			row(primary(st.word("goon"), bAnswer), quiet(st.word("later"), bLater)),
			row(quiet(st.word("rest.stride", "n", strconv.Itoa(other)), bStride+"~"+strconv.Itoa(other))),
		},
	})
}

// strideBy goes on, so many questions in a row from now on.
func (st *step) strideBy(n string) {
	st.s.Stride, _ = strconv.Atoi(n)
	st.s.Stride = st.stride()
	st.s.Since = 0
	st.onward()
}
