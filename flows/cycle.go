package flows

import (
	"time"

	"visesbot/flows/form"
)

// The end of the last phase is the beginning of the next cycle: in the way the
// enterprise has answered, on the day it has given.

// wayOn is the option chosen, and whether it leads to a next cycle.
func (st *step) wayOn() (string, bool) {
	c := st.script.Questionnaire.Cycle
	if c == nil {
		return "", false
	}
	a := st.d.Answer(form.Place(c.By))
	if a == nil || a.State != form.Given || len(a.Value.Choices) == 0 {
		return "", false
	}
	_, ok := c.Way(a.Value.Choices[0])
	return a.Value.Choices[0], ok
}

// resumes is the day on which the enterprise wants to go on; zero if it said
// none.
func (st *step) resumes() time.Time {
	c := st.script.Questionnaire.Cycle
	if c == nil {
		return time.Time{}
	}
	if a := st.d.Answer(form.Place(c.At)); a != nil && a.State == form.Given {
		return a.Value.Date
	}
	return time.Time{}
}

// comesBack is the morning of that day, where it is still to come.
func (st *step) comesBack() time.Time {
	if !st.d.Ended() {
		return time.Time{} // the usual case: nothing is read
	}
	day := st.resumes()
	if day.IsZero() {
		return time.Time{}
	}
	at := st.morning(day)
	if !at.After(st.ev.At) {
		return time.Time{}
	}
	return at
}

// endLines says what happens after the last phase.
func (st *step) endLines() []Line {
	lines := []Line{{Style: Body, Text: st.word("ended")}}
	if st.script.Questionnaire.Cycle == nil {
		return lines
	}
	if back := st.comesBack(); !back.IsZero() {
		return append(lines, Line{Style: Body, Text: st.word("cycle.waits", "day", form.Day(st.resumes(), st.lang()))})
	}
	return append(lines, Line{Style: Body, Text: st.word("cycle.ask")})
}

// endButtons lead on: to the next cycle, and to what was answered.
func (st *step) endButtons() [][]Button {
	rows := st.cycleButtons()
	return append(rows, row(quiet(st.word("review"), bReview), quiet(st.word("home"), bHome)))
}

func (st *step) cycleButtons() [][]Button {
	c := st.script.Questionnaire.Cycle
	if c == nil || !st.d.Ended() || outsideRole(st.s.Role) {
		return nil
	}
	if !st.comesBack().IsZero() {
		return [][]Button{row(button(st.word("cycle.now"), bCycle))}
	}
	return st.wayButtons()
}

// wayButtons offer the ways on, the one that was chosen first.
func (st *step) wayButtons() [][]Button {
	c := st.script.Questionnaire.Cycle
	by, _ := st.script.Questionnaire.Question(c.By)
	chosen, _ := st.wayOn()
	var first, rest [][]Button
	for _, o := range by.Options {
		if _, ok := c.Way(o.ID); !ok {
			continue
		}
		if o.ID == chosen {
			first = append(first, row(primary(o.Text.In(st.lang()), bCycle+"~"+o.ID)))
		} else {
			rest = append(rest, row(button(o.Text.In(st.lang()), bCycle+"~"+o.ID)))
		}
	}
	return append(first, rest...)
}

// nextCycle begins the next cycle, or asks how.
func (st *step) nextCycle(way string) {
	if !st.mayAnswer() || outsideRole(st.s.Role) || !st.d.Ended() || st.script.Questionnaire.Cycle == nil {
		st.home()
		return
	}
	w, ok := st.script.Questionnaire.Cycle.Way(way)
	if !ok {
		st.tell(st.word("cycle.ask"), append(st.wayButtons(), row(quiet(st.word("home"), bHome)))...)
		return
	}
	if _, ok := PhaseAfter(phaseEnd, phaseBegin+" "+w.Begin); !ok || !st.d.NextCycle(way, st.author()) {
		st.home()
		return
	}
	st.s.Place, st.s.Asked, st.s.Focus, st.s.Trail = "", "", nil, nil
	st.move(moveRest, Home)
	phase, _ := st.script.Questionnaire.Phase(w.Begin)
	st.say(Card{Lines: []Line{
		{Style: Heading, Text: st.word("cycle.begun")},
		{Style: Body, Text: st.word("cycle.kept", "phase", phase.Title.In(st.lang()))},
	}, Buttons: [][]Button{row(primary(st.word("goon"), bAnswer), quiet(st.word("later"), bLater))}})
	for _, person := range st.d.Head().People {
		st.tellOther(person.Address, Note{Kind: noteCycle, From: st.s.Respondent})
	}
}

// backAgain is the reminder of the day on which the next cycle was to begin. Who
// accompanies is told of the day; how to go on is the enterprise's choice.
func (st *step) backAgain() {
	c := Card{Lines: []Line{{Style: Heading, Text: st.word("cycle.back", "enterprise", st.d.Head().Enterprise.Name)}}}
	if !outsideRole(st.s.Role) {
		c.Lines = append(c.Lines, Line{Style: Body, Text: st.word("cycle.ask")})
		c.Buttons = st.wayButtons()
	}
	c.Buttons = append(c.Buttons, row(quiet(st.word("later"), bLater), quiet(st.word("home"), bHome)))
	st.say(c)
}
