package engine

import (
	"visesbot/flows"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// readCommand reads what was typed as a command of this talk.
func readCommand(t *talk.Turn) parse.Instruction {
	return parse.ReadCommand(t.Event.Text, t.Script.Commands.Words(flows.InPrivate))
}

// strangeCommand answers a line that begins with "/" and is no command here: it
// is never taken for an answer, and what was probably meant can be pressed.
func strangeCommand(t *talk.Turn, said parse.Instruction) {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Body, Text: whyStrange(t, said)}}}
	for _, id := range said.Near {
		if e := t.Script.Commands.Entry(id); e != nil {
			label := e.Typed(t.Lang()) + " · " + e.Help.In(t.Lang())
			c.Buttons = append(c.Buttons, talk.Row(talk.Button(label, flows.Press(flows.VerbCommand, string(id)))))
		}
	}
	c.Buttons = append(c.Buttons, talk.Row(talk.Quiet(t.Word("help"), flows.Press(flows.VerbHelp)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
	t.Say(c)
}

const maxNamed = 40 // of a command that nobody knows, when it is said back

// whyStrange says why a command does not work here.
func whyStrange(t *talk.Turn, said parse.Instruction) string {
	name := "/" + talk.Clip(said.Word, maxNamed)
	if _, ok := t.Script.Commands.Words(flows.InGroup).Means(said.Word); ok {
		return t.Word("command.group", "command", name)
	}
	if _, ok := t.Script.Commands.Words(flows.InOffice).Means(said.Word); ok {
		return t.Word("command.office", "command", name)
	}
	if said.Verdict == parse.Near {
		return t.Word("command.near", "command", name)
	}
	return t.Word("command.strange", "command", name)
}

// pressedCommand carries out a command that was pressed instead of typed.
func (e *Engine) pressedCommand(t *talk.Turn, id string) {
	if c := t.Script.Commands.Entry(parse.Command(id)); c != nil {
		e.obey(t, c.ID, "")
		return
	}
	t.Ways.Home(t)
}

// own are the ways that are of no subject.
func (e *Engine) own() talk.Routes {
	return talk.Routes{
		Presses: map[flows.Verb]talk.Press{
			flows.VerbMeant:   {May: talk.Inside, Do: talk.Plain(e.meantHere)},
			flows.VerbCommand: {May: talk.Inside, Do: e.pressedCommand},
		},
		Places: map[flows.Verb]talk.Place{flows.AtMeant: {May: talk.Inside, Do: e.meantThere}},
	}
}
