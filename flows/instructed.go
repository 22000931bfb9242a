package flows

import (
	"visesbot/flows/parse"
)

// instruction reads what was typed as a command of this talk.
func (st *step) instruction() parse.Instruction {
	return parse.ReadCommand(st.ev.Text, st.script.Commands.Words(InPrivate))
}

// strangeCommand answers a line that begins with "/" and is no command here: it
// is never taken for an answer, and what was probably meant can be pressed.
func (st *step) strangeCommand(typed parse.Instruction) {
	c := Card{Lines: []Line{{Style: Body, Text: st.whyStrange(typed)}}}
	for _, id := range typed.Near {
		if e := st.script.Commands.Entry(id); e != nil {
			c.Buttons = append(c.Buttons, row(button(e.Typed(st.lang())+" · "+e.Help.In(st.lang()), bCommand+"~"+string(id))))
		}
	}
	c.Buttons = append(c.Buttons, row(quiet(st.word("help"), bHelp), quiet(st.word("home"), bHome)))
	st.say(c)
}

const maxNamed = 40 // of a command that nobody knows, when it is said back

// whyStrange says why a command does not work here.
func (st *step) whyStrange(typed parse.Instruction) string {
	name := "/" + clip(typed.Word, maxNamed)
	if _, ok := st.script.Commands.Words(InGroup).Means(typed.Word); ok {
		return st.word("command.group", "command", name)
	}
	if _, ok := st.script.Commands.Words(InOffice).Means(typed.Word); ok {
		return st.word("command.office", "command", name)
	}
	if typed.Verdict == parse.Near {
		return st.word("command.near", "command", name)
	}
	return st.word("command.strange", "command", name)
}

// pressedCommand carries out a command that was pressed instead of typed.
func (st *step) pressedCommand(id string) {
	if e := st.script.Commands.Entry(parse.Command(id)); e != nil && st.settledIn() {
		st.obey(e.ID, "")
	}
}
