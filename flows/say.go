package flows

import "strconv"

// say shows a card under a new id.
func (st *step) say(c Card) {
	st.s.Cards++
	c.ID = "c" + strconv.Itoa(st.s.Cards)
	c.Lang = st.lang()
	st.remember(c)
	st.wishes = append(st.wishes, Wish{Say: &c})
}

// ask shows a card that stays live: it may be replaced later.
func (st *step) ask(c Card) {
	st.say(c)
	st.s.Card = "c" + strconv.Itoa(st.s.Cards)
}

// replace shows a card in the place of the live one.
func (st *step) replace(c Card) {
	if st.s.Card == "" {
		st.ask(c)
		return
	}
	c.ID, c.Replace, c.Lang, c.Silent = st.s.Card, true, st.lang(), true
	st.remember(c)
	st.wishes = append(st.wishes, Wish{Say: &c})
}

// answerTo shows a card where the person is looking: in place after a press on
// the live card, anew after something typed.
func (st *step) answerTo(c Card) {
	if st.ev.Kind == Pressed {
		st.replace(c)
		return
	}
	st.ask(c)
}

// tell shows a short card: one sentence and what can be done next.
func (st *step) tell(text string, rows ...[]Button) {
	st.say(Card{Lines: []Line{{Style: Body, Text: text}}, Buttons: rows})
}

func row(b ...Button) []Button { return b }

func button(label, data string) Button { return Button{Label: label, Data: data} }

func quiet(label, data string) Button { return Button{Label: label, Data: data, Kind: "quiet"} }

func primary(label, data string) Button { return Button{Label: label, Data: data, Kind: "primary"} }
